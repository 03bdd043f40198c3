import CShipped
import FoundationEssentials
import ReciteCore
import Testing

@testable import ReciteFormats

/// The grammar from which editors colour packs, tried on what PACKS says a pack may hold.
@Suite struct TextMateTests {
  private let grammar: TextMate

  init() throws {
    let file = try #require(shipped_grammar())
    let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)
    grammar = try TextMate(JSONValue(parsing: Array(bytes)))
  }

  @Test("every expression can be read, and editors' engines know all that it uses")
  func expressions() {
    #expect(grammar.expressions.count > 40)
    // Look-behind of any length, atomic groups and possessive marks differ between engines.
    for expression in grammar.expressions {
      #expect(!expression.contains("(?<") && !expression.contains("(?>"), "\(expression)")
    }
  }

  /// What has a colour: a text, the words in it, and the scope that must be among theirs.
  private static let rows: [(text: String, word: String, scope: String)] = [
    ("---\ntitle: T\n---", "---", "punctuation.definition.header.recite"),
    ("---\ntitle: T\n---", "title", "keyword.other.key.recite"),
    ("---\nsource map: A map\n---", "map", "entity.name.tag.source.recite"),
    ("---\n# why\n---", "# why", "comment.line.number-sign.recite"),
    ("---\ntitel: T\n---", "titel", "invalid.illegal.key.recite"),
    ("---\ntitle: T\n---\n# L", "L", "entity.name.section.recite"),
    ("# Lesson", "Lesson", "markup.heading.1.recite"),
    ("## Section", "Section", "markup.heading.2.recite"),
    ("### Which? {#a .b}", "Which? ", "entity.name.function.item.recite"),
    ("### Which? {#a .b}", "#a", "entity.name.tag.id.recite"),
    ("### Which? {#a .b}", ".b", "entity.other.attribute-name.class.recite"),
    ("### Is it {{coal | ore}}?", "coal ", "string.other.gap.recite"),
    ("### Is it {{coal | ore}}?", "|", "keyword.operator.alternative.recite"),
    ("It is {{coal}} here", "coal", "string.other.gap.recite"),
    ("- [x] Dalian", "x", "constant.language.box.recite"),
    ("1) [ ] Dalian", "Dalian", "markup.list.option.recite"),
    ("- [x] Dalian\n  > why", "why", "markup.quote.recite"),
    ("Answer: Harbin | 哈尔滨", "Answer", "keyword.control.answer.recite"),
    ("Answer: Harbin | 哈尔滨", "|", "keyword.operator.alternative.recite"),
    ("Answer: a\\|b", "\\|", "constant.character.escape.recite"),
    ("Answer: \"1984\"", "\"1984\"", "string.quoted.recite"),
    ("Answer: 7 % ± 1", "±", "keyword.operator.range.recite"),
    ("Answer: true", "true", "constant.language.truth.recite"),
    ("**Answer:** x", "Answer", "keyword.control.answer.recite"),
    ("Chain: a → b -> c", "→", "keyword.operator.arrow.recite"),
    ("Chain: a → b -> c", "->", "keyword.operator.arrow.recite"),
    ("Map: each province", "each", "keyword.operator.map.recite"),
    ("Points:\n- (2) a + b", "Points", "keyword.control.answer.recite"),
    ("Points:\n- (2) a + b", "(2)", "constant.numeric.weight.recite"),
    ("Points:\n- (2) a + b", " + ", "keyword.operator.and.recite"),
    ("Points:\n- a\n  Not: b", "Not", "keyword.control.not.recite"),
    ("Hint: Look north", "Hint", "keyword.other.field.recite"),
    ("must not contain: x", "must not contain", "keyword.other.field.recite"),
    ("Source: map ¶3-5", "¶3-5", "constant.numeric.reference.recite"),
    ("- Liaoning | 辽宁", "|", "keyword.operator.alternative.recite"),
    ("1. plan", "plan", "markup.list.numbered.recite"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "|", "punctuation.separator.cell.recite"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "|---|---|", "punctuation.separator.table.recite"),
    ("<!-- a\nb -->", "b ", "comment.block.html.recite"),
    ("```sh\n### no\n```\n# L", "### no", "markup.fenced_code.block.recite"),
    ("```sh\n### no\n```\n# L", "L", "entity.name.section.recite"),
    ("A **bold** word", "**bold**", "markup.bold.recite"),
    ("A *soft* word", "*soft*", "markup.italic.recite"),
    ("Use `- [x]` so", "`- [x]`", "markup.inline.raw.recite"),
    ("See [it](a.md)", "a.md", "markup.underline.link.recite"),
  ]

  @Test("each construct has its colour", arguments: rows.indices)
  func construct(row: Int) throws {
    let row = TextMateTests.rows[row]
    let tokens = try grammar.tokens(of: row.text).flatMap { $0 }
    #expect(tokens.map(\.text).joined() == row.text.split(separator: "\n").joined())
    #expect(
      tokens.contains { $0.text == row.word && $0.scopes.contains(row.scope) },
      "\(row.text): no '\(row.word)' in \(row.scope) among \(tokens)")
  }

  @Test("every field and every key of the header is coloured as one")
  func names() throws {
    for field in FieldName.allCases where field != .not {
      let tokens = try grammar.tokens(of: "\(field.rawValue): x").flatMap { $0 }
      let scope = field.isAnswer ? "keyword.control.answer.recite" : "keyword.other.field.recite"
      // `Points:` stands alone on its line.
      let found =
        field == .points ? try grammar.tokens(of: "Points:").flatMap { $0 } : tokens
      #expect(
        found.contains { $0.text == field.rawValue && $0.scopes.contains(scope) }, "\(found)")
    }
    for key in [
      "pack", "title", "author", "license", "language", "topics", "map", "credit", "pass", "allow",
      "synonym", "reading-level", "topic", "requires", "source a", "file a", "paragraphs a",
    ] {
      let tokens = try grammar.tokens(of: "---\n\(key): x\n---").flatMap { $0 }
      #expect(tokens.contains { $0.scopes.contains("keyword.other.key.recite") }, "\(key)")
      #expect(!tokens.contains { $0.scopes.contains("invalid.illegal.key.recite") }, "\(key)")
    }
  }

  @Test("in the shipped lessons every item, box and answer that the reader finds is coloured")
  func lessons() throws {
    let folder = lessonsFolder()
    let pack = "\(folder)/chinas-rust-belt"
    for file in try FileManager.default.contentsOfDirectory(atPath: pack).sorted()
    where file.hasSuffix(".md") {
      let bytes = try #require(FileManager.default.contents(atPath: "\(pack)/\(file)"))
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, tokens) in zip(lines, try grammar.tokens(of: text)) {
        #expect(tokens.map(\.text).joined() == line)
        let scopes = Set(tokens.flatMap(\.scopes))
        if line.hasPrefix("### ") { #expect(scopes.contains("markup.heading.3.recite"), "\(line)") }
        if line.hasPrefix("- [") { #expect(scopes.contains("meta.option.recite"), "\(line)") }
        if line.hasPrefix("Answer:") || line.hasPrefix("Chain:") {
          #expect(scopes.contains("meta.answer.recite"), "\(line)")
        }
        #expect(!scopes.contains("invalid.illegal.key.recite"), "\(line)")
      }
    }
  }
}
