import ReciteCore

/// Reads the HTML of questions: paragraphs, lists, tables, emphasis, links and entities.
///
/// It is lenient and never fails; a tag that HTML does not know stays as the text that it is.
struct HTMLReader {
  private(set) var blocks: [Block] = []
  private(set) var lost: [String] = []

  private var runs: [RichText.Run] = []
  private var depths: [RichText.Style: Int] = [:]
  private var link: (target: String, text: String)?
  private var list: (items: [RichText], isNumbered: Bool, depth: Int)?
  private var quotation: [RichText]?
  private var table: [[RichText]]?
  private var code: String?
  private var shift: [Unicode.Scalar: Unicode.Scalar]?
  private var breaks = 0
  /// True where a single `<br>` ends a paragraph.
  private let breaksLines: Bool

  init(breaksLines: Bool = false) { self.breaksLines = breaksLines }

  mutating func read(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "<", let end = tag(scalars, at: index) {
        index = end
      } else if scalars[index] == "&", let (scalar, end) = Entity.read(scalars, at: index) {
        append(scalar)
        index = end
      } else {
        append(scalars[index])
        index += 1
      }
    }
    closeBlock()
    closeGroups()
  }

  private mutating func closeGroups() {
    endList()
    endQuotation()
    endTable()
    endCode()
  }

  private mutating func lose(_ what: String) { if !lost.contains(what) { lost.append(what) } }

  // MARK: Text

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\n" || scalar == "\r" || scalar == "\t" {
      if code != nil { code?.unicodeScalars.append(scalar == "\t" ? " " : "\n") } else { space() }
      return
    }
    guard !TextScreen.isForbidden(scalar.value) else { return }
    if let known = shift {
      if let shifted = known[scalar] {
        text(String(shifted))
      } else {
        if !scalar.properties.isWhitespace { lose("raised or lowered text") }
        text(String(scalar))
      }
      return
    }
    text(scalar == "\u{a0}" ? " " : String(scalar))
  }

  private mutating func space() { text(" ") }

  private mutating func text(_ text: String) {
    if code != nil {
      code? += text
      return
    }
    if text != " " { breaks = 0 }
    if link != nil {
      link?.text += text
      return
    }
    let style = style
    if case .text(let before, style)? = runs.last {
      runs[runs.count - 1] = .text(before + text, style)
    } else {
      runs.append(.text(text, style))
    }
  }

  private var style: RichText.Style {
    if depths[.code, default: 0] > 0 { return .code }
    var style: RichText.Style = []
    if depths[.emphasis, default: 0] > 0 { style.insert(.emphasis) }
    if depths[.strong, default: 0] > 0 { style.insert(.strong) }
    return style
  }

  // MARK: Blocks

  private mutating func closeBlock() {
    endLink()
    let text = RichText(runs: runs).tidied
    runs = []
    guard !text.isEmpty else { return }
    if let last = table?.indices.last, let cell = table?[last].indices.last {
      let whole = joined(table?[last][cell], text)
      table?[last][cell] = whole
    } else if let last = list?.items.indices.last {
      let whole = joined(list?.items[last], text)
      list?.items[last] = whole
    } else if quotation != nil {
      quotation?.append(text)
    } else {
      blocks.append(.paragraph(text))
    }
  }

  private func joined(_ first: RichText?, _ second: RichText) -> RichText {
    guard let first, !first.isEmpty else { return second }
    return RichText(runs: first.runs + [.text(" ", [])] + second.runs).tidied
  }

  private mutating func endList() {
    guard let ended = list else { return }
    list = nil
    let items = ended.items.filter { !$0.isEmpty }
    if !items.isEmpty { blocks.append(.list(items: items, start: ended.isNumbered ? 1 : nil)) }
  }

  private mutating func endQuotation() {
    guard let ended = quotation else { return }
    quotation = nil
    if !ended.isEmpty { blocks.append(.quotation(ended)) }
  }

  private mutating func endTable() {
    guard let ended = table else { return }
    table = nil
    let rows = ended.filter { !$0.isEmpty }
    let width = rows.map(\.count).max() ?? 0
    guard width > 0, width <= PackLimits.columns else { return }
    let even = rows.map { $0 + Array(repeating: RichText(runs: []), count: width - $0.count) }
    guard width > 1, let captions = even.first, even.contains(where: { !$0[0].isEmpty }) else {
      blocks += even.flatMap { $0 }.filter { !$0.isEmpty }.map { .paragraph($0) }
      return
    }
    blocks.append(.table(captions: captions, rows: Array(even.dropFirst())))
  }

  private mutating func endCode() {
    guard let ended = code else { return }
    code = nil
    var lines = ended.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.first?.isEmpty ?? false { lines.removeFirst() }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    if !lines.isEmpty { blocks.append(.code(language: "", lines: lines)) }
  }

  private mutating func endLink() {
    guard let ended = link else { return }
    link = nil
    let text = ended.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isSafe =
      (ended.target.hasPrefix("http://") || ended.target.hasPrefix("https://"))
      && ended.target.count < 400
      && ended.target.allSatisfy { !$0.isWhitespace && !"()<>\\".contains($0) }
    guard isSafe, !text.isEmpty else {
      if !ended.target.isEmpty { lose("the link to '\(ended.target)'") }
      return self.text(text)
    }
    if ended.text.first?.isWhitespace ?? false { space() }
    runs.append(.link(text: text, target: ended.target))
    if ended.text.last?.isWhitespace ?? false { space() }
  }

  // MARK: Tags

  /// Acts on the tag that begins at `<`, and says where it ends; nil where it is none.
  private mutating func tag(_ text: [Unicode.Scalar], at start: Int) -> Int? {
    if text[start...].starts(with: "<!--".unicodeScalars) {
      var end = start + 4
      while end + 2 < text.count {
        if text[end] == "-", text[end + 1] == "-", text[end + 2] == ">" { return end + 3 }
        end += 1
      }
      return nil
    }
    guard let tag = HTMLTag(text, at: start), let role = HTMLTag.roles[tag.name] else { return nil }
    if code != nil, role != .preformatted {
      if role == .lineBreak { code? += "\n" }
      return tag.end
    }
    act(tag, role)
    if role == .hidden, !tag.isClosing { return afterHidden(text, tag) }
    return tag.end
  }

  /// The end of an element whose text is none for readers.
  private mutating func afterHidden(_ text: [Unicode.Scalar], _ tag: HTMLTag) -> Int {
    var index = tag.end
    while index < text.count {
      if text[index] == "<", let close = HTMLTag(text, at: index), close.isClosing,
        close.name == tag.name
      {
        return close.end
      }
      index += 1
    }
    return index
  }

  private mutating func act(_ tag: HTMLTag, _ role: HTMLTag.Role) {
    switch role {
    case .style(let style):
      depths[style, default: 0] = max(0, depths[style, default: 0] + (tag.isClosing ? -1 : 1))
    case .block: closeBlock()
    case .lineBreak:
      breaks += 1
      if breaks > 1 || breaksLines { closeBlock() } else { space() }
    case .list(let isNumbered): listTag(tag, isNumbered)
    case .listItem:
      closeBlock()
      if !tag.isClosing, list != nil { list?.items.append(RichText(runs: [])) }
    case .quotation:
      closeBlock()
      if tag.isClosing { endQuotation() } else if list == nil, table == nil { quotation = [] }
    case .table:
      closeBlock()
      if tag.isClosing { endTable() } else if table == nil, list == nil { table = [] }
    case .row:
      closeBlock()
      if !tag.isClosing, table != nil { table?.append([]) }
    case .cell:
      closeBlock()
      if !tag.isClosing, let last = table?.indices.last {
        table?[last].append(RichText(runs: []))
      }
    case .preformatted:
      if tag.isClosing { return endCode() }
      closeBlock()
      code = ""
    case .link:
      endLink()
      if !tag.isClosing { link = (tag.attributes["href"] ?? "", "") }
    case .image:
      let source = tag.attributes["src"] ?? ""
      lose(source.isEmpty ? "an image" : "the image '\(source.prefix(80))'")
      text(" " + (tag.attributes["alt"] ?? "") + " ")
    case .shifted(let known): shift = tag.isClosing ? nil : known
    case .dropped:
      if !tag.isClosing { lose("<\(tag.name)>") }
    case .hidden:
      if !tag.isClosing { lose("<\(tag.name)>") }
    case .bare:
      if !tag.isClosing, !tag.attributes.isEmpty { lose("<\(tag.name)>") }
    }
  }

  private mutating func listTag(_ tag: HTMLTag, _ isNumbered: Bool) {
    closeBlock()
    if tag.isClosing {
      list?.depth -= 1
      if list?.depth ?? 1 <= 0 { endList() }
    } else if list == nil {
      endQuotation()
      guard table == nil else { return }
      list = ([], isNumbered, 1)
    } else {
      list?.depth += 1
      lose("a list within a list")
    }
  }
}
