/// A session as text: what was typed, and what was shown for it.
///
///     seed: 7
///     now: 2026-11-21T09:00:00Z
///     packs: chinas-rust-belt
///
///     > quiz
///     Question 1 of 3 · location
///     …
///     > b
///     Correct.
///
/// A line that begins `> ` was typed; what follows it, up to the next, is what it printed. Output
/// that begins so itself has a backslash before it. Header lines stand first and end at a blank one.
package struct Transcript: Equatable, Sendable {
  /// Something typed, and the lines that it printed, without spaces at their ends.
  package struct Exchange: Equatable, Sendable {
    package var input: String
    package var output: [String]
    /// The line of the input in the file, counted from 1.
    package var line: Int

    package init(input: String, output: [String], line: Int) {
      self.input = input
      self.output = output
      self.line = line
    }
  }

  package var header: TranscriptHeader
  /// What was printed before anything was typed.
  package var opening: [String]
  package var exchanges: [Exchange]

  package init(header: TranscriptHeader, opening: [String] = [], exchanges: [Exchange] = []) {
    self.header = header
    self.opening = opening
    self.exchanges = exchanges
  }

  /// What was typed, in order.
  package var inputs: [String] { exchanges.map(\.input) }

  /// Whether a text is a transcript and no plain list of commands: whether a line begins `> `.
  package static func isTranscript(_ text: String) -> Bool {
    lines(of: text).contains { typed($0) != nil }
  }
}

// MARK: - Reading

extension Transcript {
  /// Reads a transcript; `firstLine` is the number of the text's first line in its file.
  ///
  /// - Throws: `TranscriptError` where the header is not as it must be; the rest is always read.
  package init(parsing text: String, firstLine: Int = 1) throws(TranscriptError) {
    let lines = Transcript.lines(of: text)
    let (header, count) = try TranscriptHeader.read(lines, firstLine: firstLine)
    self.init(header: header)
    for (index, line) in lines.enumerated().dropFirst(count) {
      if let input = Transcript.typed(line) {
        exchanges.append(Exchange(input: input, output: [], line: firstLine + index))
      } else if exchanges.isEmpty {
        opening.append(Transcript.unescaped(line))
      } else {
        exchanges[exchanges.count - 1].output.append(Transcript.unescaped(line))
      }
    }
  }

  /// The lines of a text with their ends and the spaces before these taken off.
  package static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    func trimmed() -> String {
      let kept = line.reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
      return String(decoding: kept.reversed(), as: UTF8.self)
    }
    for byte in text.utf8 {
      if byte == 0x0a {
        lines.append(trimmed())
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(byte)
      }
    }
    if !line.isEmpty { lines.append(trimmed()) }
    return lines
  }

  /// What a line says was typed, nil for a line of output; a bare `>` is the Enter key alone.
  static func typed(_ line: String) -> String? {
    if line == ">" { return "" }
    return line.utf8.starts(with: "> ".utf8) ? String(line.utf8.dropFirst(2)) : nil
  }

  /// Output as it was, from a line of a transcript.
  static func unescaped(_ line: String) -> String {
    line.utf8.first == UInt8(ascii: "\\") && isMark(line)
      ? String(decoding: line.utf8.dropFirst(), as: UTF8.self) : line
  }

  /// Whether a line would be taken for input but for backslashes before it.
  private static func isMark(_ line: String) -> Bool {
    let rest = line.utf8.drop { $0 == UInt8(ascii: "\\") }
    return rest.elementsEqual(">".utf8) || rest.starts(with: "> ".utf8)
  }
}

// MARK: - Writing

extension Transcript {
  /// The text of the transcript, each line with its end.
  package var text: String {
    var lines = header.lines
    // Without it the first line of output could be taken for a header.
    if !lines.isEmpty || !opening.isEmpty { lines.append("") }
    lines += opening.map(Transcript.escaped)
    for exchange in exchanges {
      lines.append(exchange.input.isEmpty ? ">" : "> " + exchange.input)
      lines += exchange.output.map(Transcript.escaped)
    }
    return lines.reduce(into: "") { $0 += $1 + "\n" }
  }

  private static func escaped(_ line: String) -> String {
    isMark(line) ? "\\" + line : line
  }
}
