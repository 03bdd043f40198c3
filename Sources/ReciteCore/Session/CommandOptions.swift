/// The words and options after a command, read as the command line reads them.
package struct CommandOptions: Equatable, Sendable {
  /// An option of the sessions begun at home, named as on the command line.
  package enum Name: String, CaseIterable, Sendable {
    case count, topic, pass
    case timeLimit = "time-limit"
    case seed, practice

    /// `--count N`, as help and messages write it.
    package var usage: String {
      switch self {
      case .count: "--count N"
      case .topic: "--topic TOPIC"
      case .pass: "--pass 70%"
      case .timeLimit: "--time-limit 10m"
      case .seed: "--seed N"
      case .practice: "--practice"
      }
    }

    /// What a value must be, for messages.
    fileprivate var expected: String {
      switch self {
      case .count: "a whole number from 1"
      case .topic: "a topic or tag"
      case .pass: "a share such as 70%"
      case .timeLimit: "a time such as 90s, 10m or 1h"
      case .seed: "a whole number from 0"
      case .practice: "nothing"
      }
    }
  }

  /// Why a line's options cannot be taken.
  package enum Fault: Error, Equatable, Sendable {
    case unknown(String, suggestion: String?, known: [Name])
    case missingValue(Name)
    case badValue(String, Name, expected: String)
    case repeated(Name)
  }

  /// What is no option, in its order.
  package var words: [String] = []
  package var count: Int?
  package var topic: String?
  /// 0...1.
  package var pass: Double?
  /// Seconds.
  package var timeLimit: Int?
  package var seed: UInt64?
  package var isPractice = false

  package init() {}

  /// Reads what was typed after a command; a value stands behind its option, or after `=`.
  package init(_ text: String, allowing known: [Name]) throws(Fault) {
    var rest = text.split { $0 == " " || $0 == "\t" }.map(String.init)[...]
    var seen: [Name] = []
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        words.append(word)
        continue
      }
      let halves = word.drop { $0 == "-" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let typed = halves.first.map { $0.lowercased() } ?? ""
      guard let name = known.first(where: { $0.rawValue == typed }) else {
        let near = nearest(to: typed, among: known.map(\.rawValue)).map { "--" + $0 }
        throw .unknown(word, suggestion: near, known: known)
      }
      guard !seen.contains(name) else { throw .repeated(name) }
      seen.append(name)
      if name == .practice {
        guard halves.count == 1 else { throw .badValue(word, name, expected: name.expected) }
        isPractice = true
        continue
      }
      let value = halves.count > 1 ? String(halves[1]) : rest.popFirst()
      guard let value, !value.isEmpty else { throw .missingValue(name) }
      guard take(value, for: name) else {
        throw .badValue(value, name, expected: name.expected)
      }
    }
  }

  /// False where the value is none.
  private mutating func take(_ value: String, for name: Name) -> Bool {
    switch name {
    case .count:
      count = Int(value).flatMap { $0 > 0 ? $0 : nil }
      return count != nil
    case .topic:
      topic = value
      return true
    case .pass:
      pass = CommandOptions.share(value)
      return pass != nil
    case .timeLimit:
      timeLimit = CommandOptions.seconds(value)
      return timeLimit != nil
    case .seed:
      seed = UInt64(value)
      return seed != nil
    case .practice: return false
    }
  }

  /// A share written `70%` or `0.7`, as 0...1; nil for anything else.
  package static func share(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    let digits = isPercent ? String(text.dropLast()).trimmingBlanks() : text
    guard let number = Double(digits), number.isFinite else { return nil }
    let share = isPercent || number > 1 ? number / 100 : number
    return (0...1).contains(share) ? share : nil
  }

  /// A time written `90s`, `10m`, `1h` or as plain seconds, at most a day; nil for anything else.
  package static func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text[...] : text.dropLast()),
      (1...86_400).contains(number), number * (unit ?? 1) <= 86_400
    else { return nil }
    return number * (unit ?? 1)
  }
}
