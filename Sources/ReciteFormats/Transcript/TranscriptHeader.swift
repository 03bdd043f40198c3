import ReciteCore

/// What a transcript's first lines set, so that the session comes out the same everywhere.
package struct TranscriptHeader: Equatable, Sendable {
  /// Of every draw.
  package var seed: UInt64?
  /// At which the clock stands; its offset is the zone.
  package var now: Timestamp?
  /// Columns of the page.
  package var width: Int?
  /// Rows of the screen; nil where there is no screen to fill.
  package var height: Int?
  /// Ids or paths, in the order written.
  package var packs: [String]

  package init(
    seed: UInt64? = nil, now: Timestamp? = nil, width: Int? = nil, height: Int? = nil,
    packs: [String] = []
  ) {
    self.seed = seed
    self.now = now
    self.width = width
    self.height = height
    self.packs = packs
  }

  /// As wide as a page may be asked to be.
  package static let widths = 20...1000
  /// As high as a screen may be asked to be.
  package static let heights = 5...1000

  private static let keys = ["seed", "now", "width", "height", "packs"]

  /// The lines of the header, without the blank one that ends it.
  package var lines: [String] {
    var lines: [String] = []
    if let seed { lines.append("seed: \(seed)") }
    if let now { lines.append("now: \(now)") }
    if let width { lines.append("width: \(width)") }
    if let height { lines.append("height: \(height)") }
    if !packs.isEmpty { lines.append("packs: " + packs.joined(separator: ", ")) }
    return lines
  }

  /// Reads the header, and how many lines it takes with the blank one after it.
  ///
  /// There is none where the first line is blank, or is no `key:` of ours or a slip from one.
  /// - Throws: `TranscriptError` for an unknown or repeated key and for a value that is none.
  static func read(
    _ lines: [String], firstLine: Int
  ) throws(TranscriptError) -> (TranscriptHeader, count: Int) {
    var header = TranscriptHeader()
    var seen: [String] = []
    for (index, line) in lines.enumerated() {
      if line.isEmpty { return (header, index + 1) }
      guard let (key, value) = member(line) else { return (header, index) }
      let place = firstLine + index
      guard keys.contains(key) else {
        let nearest = NearestName.nearest(to: key, among: keys)
        // Without a known key before it, a line such as 'Score: 3' is the first line of output.
        if nearest == nil, seen.isEmpty { return (header, index) }
        throw TranscriptError(.unknownKey(key, nearest: nearest), line: place)
      }
      guard !seen.contains(key) else { throw TranscriptError(.repeatedKey(key), line: place) }
      seen.append(key)
      try header.set(key, value, line: place)
    }
    return (header, lines.count)
  }

  private mutating func set(_ key: String, _ value: String, line: Int) throws(TranscriptError) {
    switch key {
    case "seed":
      guard let number = UInt64(value) else {
        throw TranscriptError(.badValue(value, expected: "a whole number from 0"), line: line)
      }
      seed = number
    case "now":
      guard let time = Timestamp(iso8601: value) else {
        throw TranscriptError(
          .badValue(value, expected: "a time such as 2026-11-21T09:00:00Z"), line: line)
      }
      now = time
    case "width":
      guard let number = Int(value), TranscriptHeader.widths.contains(number) else {
        throw TranscriptError(.badValue(value, expected: "20 to 1000 columns"), line: line)
      }
      width = number
    case "height":
      guard let number = Int(value), TranscriptHeader.heights.contains(number) else {
        throw TranscriptError(.badValue(value, expected: "5 to 1000 rows"), line: line)
      }
      height = number
    default:
      packs = value.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      guard !packs.isEmpty else {
        throw TranscriptError(.badValue(value, expected: "ids or paths of packs"), line: line)
      }
    }
  }

  /// The halves of a line `word: value`, the word in lower case.
  private static func member(_ line: String) -> (key: String, value: String)? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[..<colon]
    guard !key.isEmpty, key.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a }) else {
      return nil
    }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    return (key.lowercased(), String(value))
  }
}

/// What is wrong with a transcript's header, and the line where.
package struct TranscriptError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    case unknownKey(String, nearest: String?)
    case repeatedKey(String)
    case badValue(String, expected: String)
  }

  package var reason: Reason
  package var line: Int

  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// `line 2: 'sede' is no header of a transcript; did you mean 'seed'?`.
  package var description: String {
    switch reason {
    case .unknownKey(let key, let nearest):
      "line \(line): '\(key)' is no header of a transcript; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "end the header with a blank line")
    case .repeatedKey(let key): "line \(line): '\(key)' stands twice in the header"
    case .badValue(let value, let expected): "line \(line): expected \(expected), not '\(value)'"
    }
  }
}
