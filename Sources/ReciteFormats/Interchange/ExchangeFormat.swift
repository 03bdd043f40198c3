/// The formats of other programs that packs are read from and written to.
package enum ExchangeFormat: String, CaseIterable, Sendable {
  /// Moodle's text format.
  case gift
  /// The plain multiple-choice format: a line, lettered options, `ANSWER: B`.
  case aiken
  case csv
  case tsv
  /// Anki's "Notes in Plain Text", with its header lines.
  case anki
  /// The Markdown decks of hashcards: `Q:`, `A:`, `C:`.
  case hashcards
  /// The quiz text of text2qti, which Canvas teachers write.
  case text2qti
  /// A pack as `recite export --to json` writes it.
  case json

  /// What a file most likely is, by its name and its first lines; nil where nothing tells.
  package static func guess(name: String, bytes: [UInt8]) -> ExchangeFormat? {
    let lowered = name.lowercased()
    let ending = lowered.split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "gift": return .gift
    case "aiken": return .aiken
    case "csv": return .csv
    case "tsv", "tab": return .tsv
    case "json": return .json
    default: break
    }
    let head = String(decoding: bytes.prefix(65_536), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
    if let first = lines.first, isAnkiHeader(first) { return .anki }
    if lines.contains(where: { isAikenAnswer($0) }) { return .aiken }
    if lines.contains(where: { $0.hasPrefix("Q:") || $0.hasPrefix("C:") }),
      lines.contains(where: { $0.hasPrefix("A:") || $0.hasPrefix("C:") })
    {
      return .hashcards
    }
    if lines.contains(where: { isText2QTIOption($0) || $0.lowercased().hasPrefix("quiz title:") }) {
      return .text2qti
    }
    if head.contains("{"), head.contains("}") { return .gift }
    if lines.prefix(20).contains(where: { $0.contains("\t") }) { return .anki }
    return nil
  }

  private static func isAnkiHeader(_ line: Substring) -> Bool {
    guard line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { return false }
    return AnkiReader.headerNames.contains(
      line[line.index(after: line.startIndex)..<colon].lowercased())
  }

  private static func isAikenAnswer(_ line: Substring) -> Bool {
    guard line.hasPrefix("ANSWER:") else { return false }
    let rest = line.dropFirst(7).filter { !$0.isWhitespace }
    return rest.count == 1 && rest.first?.isLetter == true
  }

  private static func isText2QTIOption(_ line: Substring) -> Bool {
    line.hasPrefix("[*] ")
      || line.hasPrefix("*") && line.dropFirst().first?.isLetter == true
        && line.dropFirst(2).hasPrefix(") ")
  }
}
