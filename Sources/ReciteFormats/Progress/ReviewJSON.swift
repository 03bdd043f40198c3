import ReciteCore

/// One review as an array of numbers, the form that record and journal share.
///
/// `[ms, utc_offset_min, rating, credit, duration_ms, mode, device, n, scheduled_days, recall,
/// hints, retries, key, confidence]`: `mode` counts study, drill, mistakes, quiz from 0; `device` and `key` are
/// places in the file's `devices` and the item's `keys`; `recall` is null where none was predicted;
/// `confidence` is 1 where the learner was sure, 2 where not. Of the last four, zeros at the end are
/// left out.
enum ReviewJSON {
  static func write(
    _ review: Review, device: Int, key: Int, to writer: inout JSONWriter
  ) {
    writer.beginArray()
    writer.integer(readable(review.at.instant).milliseconds)
    writer.integer(review.at.zone.minutes)
    writer.integer(review.rating.rawValue)
    writer.fixed(review.creditThousandths, scale: 1000)
    writer.integer(review.durationMilliseconds)
    writer.integer(review.mode.rawValue)
    writer.integer(device)
    writer.integer(review.id.number)
    writer.integer(review.scheduledDays)
    if let recall = review.recallThousandths {
      writer.fixed(recall, scale: 1000)
    } else {
      writer.null()
    }
    let tail = [
      Int(review.hints), Int(review.retries), key, Int(review.confidence?.rawValue ?? 0),
    ]
    if let last = tail.lastIndex(where: { $0 != 0 }) {
      for number in tail[...last] { writer.integer(number) }
    }
    writer.endArray()
  }

  /// A review, and the place of its key in the item's list, which may come later.
  static func read(
    from reader: inout JSONReader, devices: [DeviceID]
  ) throws -> (review: Review, key: Int) {
    try readPlain(from: &reader, devices: devices)
      ?? readAny(from: &reader, devices: devices)
  }

  /// A review as we write it; nil, with nothing read, where it is written in any other way.
  ///
  /// Nearly all of a learner's file is read here, and all its errors are told by `readAny`.
  private static func readPlain(
    from reader: inout JSONReader, devices: [DeviceID]
  ) -> (review: Review, key: Int)? {
    reader.plainNumbers { row in
      guard let milliseconds: Int64 = row.integer(0), instants.contains(milliseconds),
        let offset: Int = row.integer(1), abs(offset) <= 1080,
        let rating = row.integer(2).flatMap(Rating.init(rawValue:)),
        let credit = row.share(3), let duration: UInt32 = row.integer(4),
        let mode = row.integer(5).flatMap(StudyMode.init(rawValue:)),
        let device: Int = row.integer(6), devices.indices.contains(device),
        let number: UInt32 = row.integer(7), number > 0, let days: UInt16 = row.integer(8),
        row.count >= 10
      else { return nil }
      let recall = row.share(9)
      guard recall != nil || row.isNull(9),
        let hints: UInt8 = row.count > 10 ? row.integer(10) : 0, hints <= Review.countLimit,
        let retries: UInt8 = row.count > 11 ? row.integer(11) : 0, retries <= Review.countLimit,
        let key: Int = row.count > 12 ? row.integer(12) : 0,
        let said: UInt8 = row.count > 13 ? row.integer(13) : 0,
        said <= Confidence.unsure.rawValue
      else { return nil }
      let review = Review(
        id: EntryID(device: devices[device], number: number),
        at: Timestamp(
          Instant(milliseconds: milliseconds), zone: ZoneOffset(clampingMinutes: offset)),
        rating: rating, creditThousandths: credit, recallThousandths: recall,
        durationMilliseconds: duration, mode: mode, hints: hints, retries: retries,
        scheduledDays: days, confidence: Confidence(rawValue: said))
      return (review, key)
    }
  }

  private static func readAny(
    from reader: inout JSONReader, devices: [DeviceID]
  ) throws -> (review: Review, key: Int) {
    try reader.beginArray()
    let at = try timestamp(from: &reader)
    try element(of: &reader)
    guard let rating = Rating(rawValue: try reader.integer()) else {
      throw reader.error(.invalid("a rating is 1, 2, 3 or 4"))
    }
    let credit = try share(from: &reader)
    try element(of: &reader)
    let duration = try reader.integer(as: UInt32.self)
    try element(of: &reader)
    guard let mode = StudyMode(rawValue: try reader.integer()) else {
      throw reader.error(.invalid("no such mode of study"))
    }
    let id = try entryID(from: &reader, devices: devices)
    try element(of: &reader)
    let days = try reader.integer(as: UInt16.self)
    try element(of: &reader)
    let recall: Double?
    if try reader.kind() == .null {
      try reader.null()
      recall = nil
    } else {
      recall = try readShare(from: &reader)
    }
    var tail: (hints: UInt8, retries: UInt8, key: Int, said: Confidence?) = (0, 0, 0, nil)
    if try reader.nextElement() {
      tail.hints = try count(from: &reader)
      if try reader.nextElement() {
        tail.retries = try count(from: &reader)
        if try reader.nextElement() {
          tail.key = try reader.integer()
          if try reader.nextElement() {
            tail.said = try confidence(from: &reader)
            try close(&reader)
          }
        }
      }
    }
    let review = Review(
      id: id, at: at, rating: rating, credit: credit, predictedRecall: recall,
      durationMilliseconds: duration, mode: mode, hints: tail.hints, retries: tail.retries,
      scheduledDays: days, confidence: tail.said)
    return (review, tail.key)
  }

  private static func confidence(from reader: inout JSONReader) throws -> Confidence? {
    let number = try reader.integer(as: UInt8.self)
    let confidence = Confidence(rawValue: number)
    guard number == 0 || confidence != nil else {
      throw reader.error(.invalid("a confidence is 0, 1 or 2"))
    }
    return confidence
  }

  private static func count(from reader: inout JSONReader) throws -> UInt8 {
    let count = try reader.integer(as: UInt8.self)
    guard count <= Review.countLimit else { throw reader.error(.numberOutOfRange) }
    return count
  }

  /// The next element must be there.
  static func element(of reader: inout JSONReader) throws {
    guard try reader.nextElement() else { throw reader.error(.expected("one more element")) }
  }

  /// The array must end here.
  static func close(_ reader: inout JSONReader) throws {
    guard try !reader.nextElement() else { throw reader.error(.expected("']'")) }
  }

  /// Two elements: milliseconds and offset.
  static func timestamp(from reader: inout JSONReader) throws -> Timestamp {
    try element(of: &reader)
    let instant = try instant(from: &reader)
    try element(of: &reader)
    let minutes = try reader.integer(as: Int.self)
    guard abs(minutes) <= 1080 else { throw reader.error(.numberOutOfRange) }
    return Timestamp(instant, zone: ZoneOffset(clampingMinutes: minutes))
  }

  /// Milliseconds of the years 1...9999 in any zone: beyond them no date can be written.
  private static let instants: ClosedRange<Int64> = -62_135_769_600_000...253_402_473_599_999

  static func instant(from reader: inout JSONReader) throws -> Instant {
    let milliseconds = try reader.integer(as: Int64.self)
    guard instants.contains(milliseconds) else { throw reader.error(.numberOutOfRange) }
    return Instant(milliseconds: milliseconds)
  }

  /// The nearest instant that can be read back.
  static func readable(_ instant: Instant) -> Instant {
    Instant(
      milliseconds: min(instants.upperBound, max(instants.lowerBound, instant.milliseconds)))
  }

  /// A day as `2026-11-23`, or as `day N` where the calendar of ISO 8601 does not reach.
  static func text(of day: Day) -> String {
    Day(iso8601: day.description) == day ? day.description : "day \(day.number)"
  }

  /// Reads what `text(of:)` writes.
  static func day(_ text: String) -> Day? {
    if let day = Day(iso8601: text) { return day }
    guard text.hasPrefix("day "), let number = Int32(text.dropFirst(4)) else { return nil }
    return Day(number: Int(number))
  }

  /// Two elements: a place in `devices`, and a number from 1.
  static func entryID(
    from reader: inout JSONReader, devices: [DeviceID]
  ) throws -> EntryID {
    try element(of: &reader)
    let index = try reader.integer(as: Int.self)
    guard devices.indices.contains(index) else {
      throw reader.error(.invalid("no such place in the list of devices"))
    }
    try element(of: &reader)
    let number = try reader.integer(as: UInt32.self)
    guard number > 0 else { throw reader.error(.invalid("numbers begin at 1")) }
    return EntryID(device: devices[index], number: number)
  }

  private static func share(from reader: inout JSONReader) throws -> Double {
    try element(of: &reader)
    return try readShare(from: &reader)
  }

  private static func readShare(from reader: inout JSONReader) throws -> Double {
    let share = try reader.double()
    guard (0...1).contains(share) else { throw reader.error(.invalid("a share is 0...1")) }
    return share
  }
}
