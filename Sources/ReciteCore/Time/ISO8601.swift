/// Dates and times as ISO 8601 writes them: `2026-11-21` and `2026-11-21T09:00:00+08:00`.
extension Timestamp: CustomStringConvertible {
  /// Reads `YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)`; nil for anything else.
  ///
  /// The offset is required, since it is the zone of the run. Digits beyond milliseconds are cut.
  package init?(iso8601 text: String) {
    var reader = ISOReader(Array(text.utf8))
    guard let date = reader.date(), reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
      let minute = reader.number(digits: 2), minute < 60
    else { return nil }
    var second = 0
    var milliseconds = 0
    if reader.skip(":") {
      guard let read = reader.number(digits: 2), read < 60 else { return nil }
      second = read
      if reader.skip(".") {
        guard let fraction = reader.fraction() else { return nil }
        milliseconds = fraction
      }
    }
    guard let zone = reader.zone(), reader.isAtEnd else { return nil }
    let minutes = date.number.number * 1440 + hour * 60 + minute - Int(zone.minutes)
    self.init(
      Instant(milliseconds: Int64(minutes) * 60_000 + Int64(second * 1000 + milliseconds)),
      zone: zone)
  }

  /// The time on the learner's clock with its offset; `Z` for UTC; milliseconds only when not zero.
  package var description: String {
    let local = instant.milliseconds + Int64(zone.minutes) * 60_000
    let inDay = ((local % 86_400_000) + 86_400_000) % 86_400_000
    let date = Day(number: Int((local - inDay) / 86_400_000))
    let seconds = Int(inDay / 1000)
    let milliseconds = Int(inDay % 1000)
    var text =
      "\(date)T" + twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":"
      + twoDigits(seconds % 60)
    if milliseconds > 0 { text += "." + padded(milliseconds, to: 3) }
    guard zone.minutes != 0 else { return text + "Z" }
    let distance = abs(Int(zone.minutes))
    return text + (zone.minutes < 0 ? "-" : "+") + twoDigits(distance / 60) + ":"
      + twoDigits(distance % 60)
  }
}

extension Day: CustomStringConvertible {
  /// Reads `YYYY-MM-DD`; nil for anything else and for days that do not exist.
  package init?(iso8601 text: String) {
    var reader = ISOReader(Array(text.utf8))
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date.number
  }

  package var description: String {
    let date = CivilDate(self)
    return padded(date.year, to: 4) + "-" + twoDigits(date.month) + "-" + twoDigits(date.day)
  }
}

private func twoDigits(_ number: Int) -> String { padded(number, to: 2) }

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(abs(number))
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

private struct ISOReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == expected.value else { return false }
    position += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    position += digits
    return value
  }

  mutating func fraction() -> Int? {
    var value = 0
    var read = 0
    while let digit = number(digits: 1) {
      if read < 3 { value = value * 10 + digit }
      read += 1
    }
    guard read > 0 else { return nil }
    for _ in read..<max(read, 3) { value *= 10 }
    return value
  }

  mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  mutating func zone() -> ZoneOffset? {
    if skip("Z") || skip("z") { return .utc }
    let east = skip("+")
    guard east || skip("-"), let hours = number(digits: 2) else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60, hours <= 18 else { return nil }
    let distance = hours * 60 + minutes
    return ZoneOffset(clampingMinutes: east ? distance : -distance)
  }
}
