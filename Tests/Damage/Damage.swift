import FuzzTargets
import Glibc
import ReciteCore

/// Changes a record and a journal in every place, and counts what became of it; `.ci/damage` runs it.
///
///     damage SEED ENTRIES PART OF    one of so many equal parts of the work
@main struct Damage {
  private let trial: DamageTrial
  private let changesAll: Bool

  /// A store of so many entries; where they are few, every byte becomes every other one, else a bit
  /// of it is changed, which one by its place.
  private init(seed: UInt64, entries: Int) {
    trial = DamageTrial(seed: seed, each: entries / 3)
    changesAll = entries < 200
  }

  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }), numbers[3] > 0 else {
      print("damage SEED ENTRIES PART OF")
      exit(64)
    }
    let damage = Damage(seed: UInt64(numbers[0]), entries: numbers[1])
    do { try damage.run(part: numbers[2], of: numbers[3]) } catch {
      print("error: \(error)")
      exit(1)
    }
  }

  private func run(part: Int, of parts: Int) throws {
    for file in [StoreFile.record, .journal, .lock] {
      let count = trial.files[file]?.count ?? 0
      var outcomes: [DamageTrial.Outcome: Int] = [:]
      let places = stride(from: part, to: count, by: parts)
      for place in places {
        let flips: [UInt8] = changesAll ? Array(1...255) : [1 << UInt8(place % 8)]
        for change in DamageTrial.changes(at: [place], flips: flips) {
          outcomes[try trial.outcome(of: change, in: file), default: 0] += 1
        }
      }
      let counts = DamageTrial.Outcome.allCases.map { "\($0.rawValue) \(outcomes[$0, default: 0])" }
      print(
        "\(file) answers \(trial.whole.answerCount) bytes \(count) "
          + counts.joined(separator: " "))
    }
  }
}
