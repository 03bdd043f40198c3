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

/// One installation of the program: drawn at random once, and kept in the progress file.
package struct DeviceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: UInt64
  package init(_ rawValue: UInt64) { self.rawValue = rawValue }

  package static func < (first: DeviceID, second: DeviceID) -> Bool {
    first.rawValue < second.rawValue
  }

  /// 16 lower-case hexadecimal digits.
  package var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ description: String) {
    guard description.utf8.count == 16, description.utf8.first != UInt8(ascii: "+"),
      let value = UInt64(description, radix: 16)
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
/// Stored small, since a learner may have a million of them.
package struct Review: Equatable, Sendable {
  private var milliseconds: Int64
  private var device: UInt64
  private var number: UInt32
  /// From the question to the answer, in milliseconds, at most 49 days.
  package var durationMilliseconds: UInt32
  private var offsetMinutes: Int16
  private var creditThousandths: UInt16
  private var recallThousandths: UInt16
  /// Hints taken.
  package var hints: UInt8
  /// Tries that were `close` or unreadable before this answer.
  package var retries: UInt8
  private var ratingAndMode: UInt8
  /// Study days from this review's own to the day it was scheduled for, as fuzz and load chose it;
  /// 0 where a learning step set a time within the day.
  ///
  /// Kept, since with it the state can be rebuilt from an item's reviews alone.
  package var scheduledDays: UInt16

  /// A review; `credit` and `predictedRecall` are kept to three places.
  ///
  /// `credit` is 0...1 with hints already charged; `predictedRecall` is the model's retrievability
  /// just before the answer, nil for a first review.
  package init(
    id: EntryID, at: Timestamp, rating: Rating, credit: Double, predictedRecall: Double?,
    durationMilliseconds: UInt32, mode: StudyMode, hints: UInt8 = 0, retries: UInt8 = 0,
    scheduledDays: UInt16
  ) {
    milliseconds = at.instant.milliseconds
    offsetMinutes = at.zone.minutes
    device = id.device.rawValue
    number = id.number
    self.durationMilliseconds = durationMilliseconds
    creditThousandths = thousandths(credit)
    recallThousandths = predictedRecall.map(thousandths) ?? .max
    self.hints = hints
    self.retries = retries
    self.scheduledDays = scheduledDays
    ratingAndMode = UInt8(rating.rawValue) << 4 | mode.rawValue
  }

  package var id: EntryID { EntryID(device: DeviceID(device), number: number) }
  package var at: Timestamp {
    Timestamp(
      Instant(milliseconds: milliseconds), zone: ZoneOffset(clampingMinutes: Int(offsetMinutes)))
  }
  package var credit: Double { Double(creditThousandths) / 1000 }
  package var predictedRecall: Double? {
    recallThousandths == .max ? nil : Double(recallThousandths) / 1000
  }
  package var rating: Rating { Rating(rawValue: Int(ratingAndMode >> 4)) ?? .again }
  package var mode: StudyMode { StudyMode(rawValue: ratingAndMode & 15) ?? .study }
}

private func thousandths(_ share: Double) -> UInt16 {
  UInt16((min(1, max(0, share.isNaN ? 0 : share)) * 1000).rounded())
}
