import ReciteCore

/// A learner's history made of a seed: entries of every kind, on one installation.
package struct GeneratedHistory {
  private var generator: SeededGenerator
  private let device: DeviceID
  private var number: UInt32
  private var clock: Int64
  private var given: [(id: EntryID, key: ItemKey)] = []
  private let resets: Bool

  /// The entries of `device` begin at `number`; its clock sometimes goes back.
  ///
  /// Without `resets` nothing is forgotten.
  package init(seed: UInt64, device: UInt64, from number: UInt32 = 1, resets: Bool = true) {
    self.resets = resets
    generator = SeededGenerator(seed: seed ^ device &* 0x9e37)
    self.device = DeviceID(device)
    self.number = number
    clock = 1_763_712_000_000 + Int64(generator.number(below: 1_000_000_000))
  }

  /// The next `count` entries.
  package mutating func entries(_ count: Int) -> [JournalEntry] { (0..<count).map { _ in entry() } }

  private mutating func entry() -> JournalEntry {
    clock += Int64(generator.number(below: 40_000_000)) - 2_000_000
    let at = Timestamp(
      Instant(milliseconds: clock),
      zone: ZoneOffset(clampingMinutes: generator.number(below: 9) * 60 - 240))
    let id = EntryID(device: device, number: number)
    number += 1
    return JournalEntry(id: id, at: at, action: action(id, at))
  }

  private mutating func action(_ id: EntryID, _ at: Timestamp) -> JournalEntry.Action {
    let key = self.key()
    switch generator.number(below: 40) {
    case 0 where resets: return .reset(generator.number(below: 4) == 0 ? nil : key)
    case 1: return .alias(key, word(), isAccepted: generator.number(below: 3) > 0)
    case 2:
      return .claim(key, points: [1 + generator.number(below: 4)], response: word())
    case 3: return .flag(key, note: generator.number(below: 3) == 0 ? "" : word())
    case 4: return .suspension(key, isSuspended: generator.number(below: 2) == 0)
    case 5: return .burial(key, until: Day(number: 20_000 + generator.number(below: 900)))
    case 6:
      return .run(
        QuizRun(
          packs: [key.pack], seed: generator.next(), asked: 10,
          correct: generator.number(below: 11), credit: Double(generator.number(below: 1001)) / 100,
          passed: [true, false, nil][generator.number(below: 3)]))
    case 10: return .reading(key.pack, section: 1 + generator.number(below: 30))
    case 7...9:
      guard !given.isEmpty else { break }
      let review = given[generator.number(below: given.count)]
      return .retraction(review.id, of: review.key)
    default: break
    }
    given.append((id, key))
    let isMissed = generator.number(below: 2) == 0
    let review = Review(
      id: id, at: at, rating: Rating.allCases[generator.number(below: 4)],
      credit: Double(generator.number(below: 1001)) / 1000,
      predictedRecall: generator.number(below: 3) == 0
        ? nil : Double(generator.number(below: 1001)) / 1000,
      durationMilliseconds: UInt32(generator.number(below: 100_000)),
      mode: StudyMode.allCases[generator.number(below: StudyMode.allCases.count)],
      hints: UInt8(generator.number(below: 4)), retries: UInt8(generator.number(below: 3)),
      scheduledDays: UInt16(generator.number(below: 400)),
      confidence: [nil, nil, .sure, .unsure][generator.number(below: 4)])
    return .review(
      review, of: key, missed: isMissed ? word() : nil,
      fingerprint: UInt32(generator.number(below: 3)) &* 0x1234_5671)
  }

  private mutating func key() -> ItemKey {
    ItemKey(
      pack: PackID(["chinas-rust-belt", "dongbei"][generator.number(below: 2)]),
      item: ItemID(["three-provinces", "辽宁", "why-it-fell", "q.4"][generator.number(below: 4)]))
  }

  private mutating func word() -> String {
    [
      "Heilongjang", "辽宁", "a \"quoted\" \\ one", "tab\tand\u{1b}[2Jescape", "e\u{301}",
      "🇨🇳 \u{202e}x",
      "x",
    ][generator.number(below: 7)]
  }
}

extension Progress {
  /// The fold of entries, from nothing.
  package init(folding entries: [JournalEntry], scheduler: Scheduler) {
    self.init()
    for entry in entries { apply(entry, scheduler: scheduler) }
  }
}
