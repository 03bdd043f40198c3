import ReciteCore

/// What a journal's bytes say, line by line.
package struct JournalContents: Equatable, Sendable {
  /// The installation that wrote it, and where; nil where the head is damaged.
  package var head: (device: DeviceID, place: UInt64)?
  /// The entries of the sound lines, in the order written.
  package var entries: [JournalEntry] = []
  /// The last line is not whole: it was never acknowledged.
  package var isTorn = false
  /// Lines that are damaged, counted from 1, with what is wrong.
  package var damage: [(line: Int, error: ProgressFileError)] = []

  package static func == (first: JournalContents, second: JournalContents) -> Bool {
    first.head?.device == second.head?.device && first.head?.place == second.head?.place
      && first.entries == second.entries && first.isTorn == second.isTorn
      && first.damage.map(\.line) == second.damage.map(\.line)
  }

  private static let noHead = ProgressFileError.damaged(
    JSONError(.invalid("the head must be the first line, and no other"), line: 1, column: 1))

  /// Reads every line that can be read.
  ///
  /// - Throws: `ProgressFileError.laterVersion`.
  package init(_ bytes: [UInt8]) throws(ProgressFileError) {
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0a)
      let text = Array(bytes[start..<(end ?? bytes.count)])
      start = (end ?? bytes.count) + 1
      let isTorn = end == nil || start >= bytes.count && JournalContents.hasHole(text)
      try take(text, line: line, mayBeTorn: isTorn)
    }
  }

  private mutating func take(
    _ text: [UInt8], line: Int, mayBeTorn: Bool
  ) throws(ProgressFileError) {
    do throws(ProgressFileError) {
      switch try JournalLines.read(text) {
      case .head(let device, let place) where line == 1: head = (device, place)
      case .head: damage.append((line, JournalContents.noHead))
      case .change(let change):
        if line == 1 { damage.append((line, JournalContents.noHead)) }
        entries += change
      }
    } catch {
      if case .laterVersion = error { throw error }
      let pieces = JournalContents.pieces(of: text)
      let saved = pieces.flatMap { piece -> [JournalEntry] in
        guard case .change(let change)? = try? JournalLines.read(piece) else { return [] }
        return change
      }
      entries += saved
      // Half a line at the end is what a power cut leaves; anything else was changed later.
      if mayBeTorn, saved.isEmpty { isTorn = true } else { damage.append((line, error)) }
    }
  }

  /// Whether blocks of a line never reached the disk while its end did.
  ///
  /// They then read as zeros, which no line holds. A single zero is a changed byte.
  private static func hasHole(_ text: [UInt8]) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == 0 && $1 == 0 }
  }

  /// The parts of a damaged line that may be whole lines: a line feed that was changed joins two.
  private static func pieces(of text: [UInt8]) -> [[UInt8]] {
    let openings = [JournalLines.entryOpening, JournalLines.changeOpening]
    var starts = text.indices.filter { index in
      // Within a line, the entries of a change follow a bracket or a comma.
      text[index] == openings[0][0] && !(index > 0 && [0x2c, 0x5b].contains(text[index - 1]))
        && openings.contains { text[index...].starts(with: $0) }
    }
    starts.append(text.count + 1)
    return zip(starts, starts.dropFirst()).flatMap { start, next in
      [
        Array(text[start..<max(start, next - 1)]),
        Array(text[start..<min(text.count, max(start, next - 2))]),
      ]
    }
  }
}
