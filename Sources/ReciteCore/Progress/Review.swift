/// The kind of session in which an answer was given; named in every review.
package enum StudyMode: UInt8, CaseIterable, Sendable {
  case study, drill, mistakes, quiz

  package var name: String {
    switch self {
    case .study: "study"
    case .drill: "drill"
    case .mistakes: "mistakes"
    case .quiz: "quiz"
    }
  }
}

/// What the learner said of an answer before giving it.
package enum Confidence: UInt8, CaseIterable, Sendable {
  case sure = 1
  case unsure = 2

  package var name: String {
    switch self {
    case .sure: "sure"
    case .unsure: "unsure"
    }
  }
}

/// One installation of the program: drawn at random once, and kept in the progress file.
package struct DeviceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Less than 2^48, so that a review stays small; among thousands of installations two equal ones
  /// are still less likely than a broken disk.
  package let rawValue: UInt64

  /// The installation named by the lower 48 bits.
  package init(_ rawValue: UInt64) { self.rawValue = rawValue & 0xffff_ffff_ffff }

  package static func < (first: DeviceID, second: DeviceID) -> Bool {
    first.rawValue < second.rawValue
  }

  /// 12 lower-case hexadecimal digits.
  package var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ description: String) {
    guard description.utf8.count == 12, let value = UInt64(description, radix: 16),
      !description.utf8.contains(where: { $0 < 0x30 || (0x41...0x5a).contains($0) })
    else { return nil }
    rawValue = value
  }
}

/// The name of a journal entry that no other machine gives out: device and number.
package struct EntryID: Hashable, Comparable, Sendable {
  package var device: DeviceID
  /// Counted from 1 on each device.
  package var number: UInt32

  package init(device: DeviceID, number: UInt32) {
    self.device = device
    self.number = number
  }

  package static func < (first: EntryID, second: EntryID) -> Bool {
    first.device != second.device ? first.device < second.device : first.number < second.number
  }
}

/// One recorded answer.
///
/// Packed into 32 bytes, since a learner may have a million of them.
package struct Review: Equatable, Sendable {
  /// The time's lower 48 bits in milliseconds, which reach from the year 2490 before to 6429 after
  /// our era, and above them the device's upper 16.
  private var time: UInt64
  /// From the lowest bit: scheduled days 16, credit 10, recall 10, hints 5, retries 5, and in 18
  /// bits the offset, mode, rating and confidence, each a digit of its own base.
  private var packed: UInt64
  private var lowDevice: UInt32
  private var number: UInt32
  /// From the question to the answer, in milliseconds, at most 49 days.
  package let durationMilliseconds: UInt32
  /// Of the key that the answer was graded by, so that a changed key is noticed; 0 where unknown.
  package var fingerprint: UInt32

  /// The most hints, and the most retries, that a review counts.
  package static let countLimit: UInt8 = 31

  /// A review; `credit` and `predictedRecall` are kept to three places.
  ///
  /// `credit` is 0...1 with hints already charged; `predictedRecall` is the model's retrievability
  /// just before the answer, nil for a first review. `hints` were taken; `retries` were tries that
  /// were `close` or unreadable before this answer; both are held at `countLimit`. `scheduledDays`
  /// are the study days from this review's own to the day it was scheduled for, as fuzz and load
  /// chose it; 0 where a learning step set a time within the day. `confidence` is nil where the
  /// learner said nothing of it.
  package init(
    id: EntryID, at: Timestamp, rating: Rating, credit: Double, predictedRecall: Double?,
    durationMilliseconds: UInt32, mode: StudyMode, hints: UInt8 = 0, retries: UInt8 = 0,
    scheduledDays: UInt16, confidence: Confidence? = nil, fingerprint: UInt32 = 0
  ) {
    self.init(
      id: id, at: at, rating: rating, creditThousandths: thousandths(credit),
      recallThousandths: predictedRecall.map(thousandths),
      durationMilliseconds: durationMilliseconds, mode: mode, hints: hints, retries: retries,
      scheduledDays: scheduledDays, confidence: confidence, fingerprint: fingerprint)
  }

  /// A review whose credit and recall are given as they are stored, 0...1000.
  package init(
    id: EntryID, at: Timestamp, rating: Rating, creditThousandths: Int, recallThousandths: Int?,
    durationMilliseconds: UInt32, mode: StudyMode, hints: UInt8, retries: UInt8,
    scheduledDays: UInt16, confidence: Confidence? = nil, fingerprint: UInt32 = 0
  ) {
    let range = -(Int64(1) << 47)...(Int64(1) << 47 - 1)
    let milliseconds = min(range.upperBound, max(range.lowerBound, at.instant.milliseconds))
    time =
      UInt64(bitPattern: milliseconds) & 0xffff_ffff_ffff | (id.device.rawValue >> 32) << 48
    lowDevice = UInt32(truncatingIfNeeded: id.device.rawValue)
    number = id.number
    self.durationMilliseconds = durationMilliseconds
    self.fingerprint = fingerprint
    let credit = UInt64(min(1000, max(0, creditThousandths)))
    let recall = recallThousandths.map { UInt64(min(1000, max(0, $0))) } ?? unknownRecall
    var digits = UInt64(Int(at.zone.minutes) + offsetBias)
    digits = digits * modeBase + UInt64(mode.rawValue)
    digits = digits * ratingBase + UInt64(rating.rawValue)
    digits = digits * confidenceBase + UInt64(confidence?.rawValue ?? 0)
    packed =
      UInt64(scheduledDays) | credit << 16 | recall << 26
      | UInt64(min(Review.countLimit, hints)) << 36
      | UInt64(min(Review.countLimit, retries)) << 41
      | digits << 46
  }

  package var id: EntryID {
    EntryID(device: DeviceID((time >> 48) << 32 | UInt64(lowDevice)), number: number)
  }
  package var at: Timestamp {
    Timestamp(
      Instant(milliseconds: Int64(bitPattern: time << 16) >> 16),
      zone: ZoneOffset(
        clampingMinutes: Int(packed >> 46 / (modeBase * ratingBase * confidenceBase)) - offsetBias))
  }
  /// 0...1, hints already charged.
  package var credit: Double { Double(field(16, bits: 10)) / 1000 }
  /// `credit` in thousandths, as it is stored.
  package var creditThousandths: Int { field(16, bits: 10) }
  /// `predictedRecall` in thousandths, as it is stored.
  package var recallThousandths: Int? {
    let recall = field(26, bits: 10)
    return recall == Int(unknownRecall) ? nil : recall
  }
  /// The model's retrievability just before the answer; nil for a first review.
  package var predictedRecall: Double? { recallThousandths.map { Double($0) / 1000 } }
  package var rating: Rating {
    Rating(rawValue: Int(packed >> 46 / confidenceBase % ratingBase)) ?? .again
  }
  package var mode: StudyMode {
    StudyMode(
      rawValue: UInt8(truncatingIfNeeded: packed >> 46 / (ratingBase * confidenceBase) % modeBase))
      ?? .study
  }
  /// What the learner said before answering; nil where nothing was said.
  package var confidence: Confidence? {
    Confidence(rawValue: UInt8(truncatingIfNeeded: packed >> 46 % confidenceBase))
  }
  /// Hints taken, at most `countLimit`.
  package var hints: UInt8 { UInt8(truncatingIfNeeded: field(36, bits: 5)) }
  /// Tries that were `close` or unreadable before this answer, at most `countLimit`.
  package var retries: UInt8 { UInt8(truncatingIfNeeded: field(41, bits: 5)) }
  /// Study days from this review's own to the day it was scheduled for; 0 for a learning step.
  ///
  /// Kept, since with it the state can be rebuilt from an item's reviews alone.
  package var scheduledDays: UInt16 { UInt16(truncatingIfNeeded: field(0, bits: 16)) }

  /// A total order of the contents of two reviews with one name.
  package static func precedesInContent(_ first: Review, _ second: Review) -> Bool {
    (first.time, first.packed, first.fingerprint, first.durationMilliseconds)
      < (second.time, second.packed, second.fingerprint, second.durationMilliseconds)
  }

  private func field(_ shift: UInt64, bits: UInt64) -> Int {
    Int(packed >> shift & (1 << bits - 1))
  }
}

/// What the ten bits of the recall hold where none was predicted.
private let unknownRecall: UInt64 = 1023
/// The modes, ratings and confidences that a review has room for: with the 2161 offsets they make
/// less than 2^18.
private let (modeBase, ratingBase, confidenceBase): (UInt64, UInt64, UInt64) = (8, 5, 3)
/// Makes every offset that `ZoneOffset` allows 0 or more.
private let offsetBias = 1080

private func thousandths(_ share: Double) -> Int {
  Int((min(1, max(0, share.isNaN ? 0 : share)) * 1000).rounded())
}
