import ReciteCore
import ReciteFormats

/// Worksheets and their keys as Markdown, for a word processor or a wiki.
package struct WorksheetMarkdown {
  private let sheets: [Worksheet]
  private let parts: WorksheetHTML.Parts

  package init(_ sheets: [Worksheet], parts: WorksheetHTML.Parts) {
    self.sheets = sheets
    self.parts = parts
  }

  /// The whole text.
  package var text: String {
    var blocks: [String] = []
    for sheet in sheets {
      if parts != .key { blocks += self.sheet(sheet) }
      if parts != .sheet { blocks += key(sheet) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func plain(_ text: String) -> String { PackWriter.text(of: [.paragraph(RichText(text))]) }

  private func head(_ sheet: Worksheet, _ what: String) -> [String] {
    let seed = sheet.seed.map { ["\(sheet.versionLine) (seed \($0))"] } ?? []
    return ["# \(what)\(plain(sheet.title))"] + seed
  }

  private func sheet(_ sheet: Worksheet) -> [String] {
    var blocks = head(sheet, "")
    blocks.append("Name ______________________ Date ____________")
    for entry in sheet.entries {
      var stem = PackWriter.text(of: entry.item.stem)
      // A blank that the author wrote is escaped already; a gap is not.
      stem = stem.replacing("\\_\\_\\_\\_", with: "____")
      stem = stem.replacing("____", with: "\\_\\_\\_\\_\\_\\_\\_\\_")
      blocks.append("**\(entry.number).** \(stem)")
      if let view = entry.view {
        // Markdown has no drawings; the map is told.
        blocks.append(
          MapDescription.paragraphs(of: view).map { "- " + plain($0) }.joined(separator: "\n"))
      }
      let answer = answer(entry)
      if !answer.isEmpty { blocks.append(answer) }
    }
    if !sheet.credits.isEmpty { blocks.append(sheet.credits.map(plain).joined(separator: ". ")) }
    return blocks
  }

  private static let line = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"

  private func answer(_ entry: Worksheet.Entry) -> String {
    func rows(_ texts: [RichText], _ mark: String, lettered: Bool = true) -> String {
      entry.form.order.filter(texts.indices.contains).enumerated().map { place, index in
        let letter = lettered ? "\(AskedForm.letter(place))\\) " : ""
        return "- \(mark)\(letter)\(PackWriter.text(of: [.paragraph(texts[index])]))"
      }.joined(separator: "\n")
    }
    switch entry.item.kind {
    case .choice(let options, _), .selection(let options, _):
      return rows(options.map(\.text), "[ ] ")
    case .trueFalse: return "- [ ] true\n- [ ] false"
    case .ordering(let steps):
      return rows(steps.map { RichText($0.key) }, "\\_\\_\\_ ", lettered: false)
    case .matching(let matching):
      let left = matching.pairs.enumerated().map { index, pair in
        "- \\_\\_\\_ \(index + 1)\\) \(PackWriter.text(of: [.paragraph(pair.left)]))"
      }
      let rights = matching.pairs.map(\.right) + matching.distractors
      return left.joined(separator: "\n") + "\n\n---\n\n" + rows(rights, "")
    case .chain(let links):
      let shown = Worksheet.shownLinks(links, entry.form)
      guard !shown.isEmpty else {
        return rows(links.map { RichText($0.key) }, "\\_\\_\\_ ", lettered: false)
      }
      return shown.map { $0.map(plain) ?? WorksheetMarkdown.line }.joined(separator: " → ")
    case .cloze: return ""
    case .text where entry.hasBlank: return ""
    case .text, .number, .list, .map, .open:
      let count = Worksheet.lines(for: entry.item.kind)
      return Array(repeating: WorksheetMarkdown.line, count: count).joined(separator: "\n\n")
    }
  }

  private func key(_ sheet: Worksheet) -> [String] {
    var blocks = head(sheet, "Key: ")
    for entry in sheet.entries {
      var text = "**\(entry.number).** "
      text += WorksheetKey.parts(of: entry).map(plain).joined(separator: " · ")
      if !entry.aliases.isEmpty {
        text += " (also: " + entry.aliases.map(plain).joined(separator: "; ") + ")"
      }
      blocks.append(text)
      blocks += entry.item.explanation.map { PackWriter.text(of: [.paragraph($0)]) }
    }
    return blocks
  }
}
