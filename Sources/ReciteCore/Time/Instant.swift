/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before 1970.
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.milliseconds < later.milliseconds
  }

  /// The instant `seconds` after this one; saturates at the ends of the representable range.
  package func advanced(bySeconds seconds: Double) -> Instant {
    let sum = (Double(milliseconds) + seconds * 1000).rounded()
    return Instant(milliseconds: Int64(clamping: sum))
  }

  /// Whole milliseconds from `earlier` to this instant; negative when the clock went back.
  package func milliseconds(since earlier: Instant) -> Int64 {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    return overflow ? (milliseconds < 0 ? .min : .max) : difference
  }
}

extension Int64 {
  /// The nearest representable integer; 0 for NaN.
  package init(clamping value: Double) {
    if value.isNaN {
      self = 0
    } else if value >= 0x1p63 {
      self = .max
    } else if value < -0x1p63 {
      self = .min
    } else {
      self = Int64(value)
    }
  }
}

/// The distance of a place's clock from UTC at one moment, in minutes; east is positive.
package struct ZoneOffset: Hashable, Sendable {
  /// Minutes in -1080...1080 (18 hours, the widest that ISO 8601 readers accept).
  package let minutes: Int16

  package static let utc = ZoneOffset(clampingMinutes: 0)

  /// An offset of `minutes`, held within -1080...1080.
  package init(clampingMinutes minutes: Int) {
    self.minutes = Int16(Swift.min(1080, Swift.max(-1080, minutes)))
  }
}

/// An instant together with the offset of the clock that the learner saw.
///
/// With the offset every study day can be found again later, wherever the file is read.
package struct Timestamp: Hashable, Sendable {
  package var instant: Instant
  package var zone: ZoneOffset

  package init(_ instant: Instant, zone: ZoneOffset) {
    self.instant = instant
    self.zone = zone
  }
}
