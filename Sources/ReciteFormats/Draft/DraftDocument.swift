import ReciteCore

/// A document to draft from: its passages of running text, each with its place.
package struct DraftDocument: Sendable {
  /// A stretch of running text: a paragraph, or one point of a list.
  struct Passage: Equatable, Sendable {
    /// Line ends turned into spaces, words divided at line ends joined, marks of Markdown dropped.
    var text: String
    /// The paragraphs it stands in, as `Source: ID ¶3` counts them.
    var paragraphs: ClosedRange<Int>
    /// The heading it stands under; -1 for what stands before the first.
    var section: Int
    /// True for one point of a list.
    var isPoint: Bool
  }

  /// Text that is read past, by what it is.
  package enum Skipped: String, CaseIterable, Sendable {
    case table
    case code = "code block"
    case caption
    case pageHeader = "page header"
    case references = "reference"
    case teaser
  }

  /// Why there is nothing to draft from; nil where there is running text.
  package var emptiness: String? {
    guard passages.isEmpty else { return nil }
    if paragraphCount == 0 { return "it is empty" }
    return skipped.isEmpty ? "it holds headings only" : "it holds no running text"
  }

  /// The document's first heading or title line; nil where it has none.
  package var title: String?
  /// How many paragraphs it has, as `paragraphs ID` says it.
  package var paragraphCount: Int
  var headings: [String]
  var passages: [Passage]
  /// What stands in bold or italics, in order.
  var emphasized: [String] = []
  /// How many passages were read past, by reason.
  var skipped: [Skipped: Int]
  /// What is wrong with the bytes, as the checker would say it of a pack.
  package var diagnostics: [Diagnostic]
  /// The paragraphs as `check --source` will read them.
  let source: SourceParagraphs

  /// Reads plain text or Markdown; nil (with a diagnostic) where the bytes are no text in UTF-8.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package static func read(
    _ bytes: [UInt8], path: String, lexicon: Lexicon
  ) -> (document: DraftDocument?, diagnostics: [Diagnostic]) {
    var reports = Reports(file: 0)
    let outcome = TextScreen.screen(bytes, reports: &reports)
    let found = reports.diagnostics(in: [SourceText(name: path, path: path, bytes: bytes)])
    guard case .text(let clean, _) = outcome else { return (nil, found) }
    var reader = DraftDocumentReader(
      lines: DraftDocumentReader.lines(of: bytes),
      source: SourceParagraphs(source: DraftPack.source, text: bytes), lexicon: lexicon,
      isMarkdown: looksLikeMarkdown(clean, path: path))
    var document = reader.read()
    document.diagnostics = found
    return (document, found)
  }

  private static func looksLikeMarkdown(_ bytes: [UInt8], path: String) -> Bool {
    let lowered = path.lowercased()
    if lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown") { return true }
    var previous = Ascii.newline
    for (offset, byte) in bytes.enumerated() {
      defer { previous = byte }
      guard byte == Ascii.hash, previous == Ascii.newline else { continue }
      let rest = bytes[offset...].prefix(8).drop { $0 == Ascii.hash }
      if rest.first == Ascii.space { return true }
    }
    return false
  }
}
