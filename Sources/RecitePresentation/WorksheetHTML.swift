import ReciteCore
import ReciteFormats

/// Worksheets and their keys as one HTML page that needs nothing else and prints on any paper.
package struct WorksheetHTML {
  /// What of a worksheet is printed.
  package enum Parts: Sendable { case sheet, key, both }

  private let sheets: [Worksheet]
  private let parts: Parts

  package init(_ sheets: [Worksheet], parts: Parts) {
    self.sheets = sheets
    self.parts = parts
  }

  /// The whole page.
  package var text: String {
    let title = HTMLWriter.escaped(sheets.first?.title ?? "")
    let language = HTMLWriter.escaped(sheets.first?.language ?? "en")
    var page = "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n"
    page += "<meta http-equiv=\"Content-Security-Policy\" "
    page += "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    page += "<title>\(title)</title>\n<style>\(WorksheetHTML.style)</style>\n</head>\n<body>\n"
    for (index, sheet) in sheets.enumerated() {
      if parts != .key { page += self.sheet(sheet, index) }
      if parts != .sheet { page += key(sheet, index) }
    }
    return page + "</body>\n</html>\n"
  }

  // MARK: The sheet

  private func sheet(_ sheet: Worksheet, _ index: Int) -> String {
    var html = "<main class=\"sheet\" lang=\"\(HTMLWriter.escaped(sheet.language))\">\n"
    html += head(sheet, "")
    html += "<p class=\"who\"><span>Name</span><span class=\"rule\"></span><span>Date</span>"
    html += "<span class=\"rule short\"></span><span>Score</span>"
    html += "<span class=\"rule score\"></span><span>of \(sheet.entries.count)</span></p>\n"
    for entry in sheet.entries { html += question(entry, "s\(index)q\(entry.number)") }
    if !sheet.credits.isEmpty {
      html += "<footer>" + sheet.credits.map(HTMLWriter.escaped).joined(separator: ". ")
      html += "</footer>\n"
    }
    return html + "</main>\n"
  }

  private func head(_ sheet: Worksheet, _ what: String) -> String {
    let count = sheet.entries.count
    var details = ["\(count) question\(count == 1 ? "" : "s")"]
    if let seed = sheet.seed { details.insert("\(sheet.versionLine) (seed \(seed))", at: 0) }
    return "<header><h1>\(what)\(HTMLWriter.escaped(sheet.title))</h1>"
      + "<p class=\"details\">\(details.joined(separator: " · "))</p></header>\n"
  }

  private func question(_ entry: Worksheet.Entry, _ id: String) -> String {
    var stem = entry.item.stem
    var title = RichText("")
    if case .paragraph(let text)? = stem.first {
      title = text
      stem.removeFirst()
    }
    let words = withBlanks(HTMLWriter.html(title))
    let isLong: Bool = if case .open = entry.item.kind { true } else { false }
    var html = "<section class=\"item\(isLong ? " long" : "")\" aria-labelledby=\"\(id)\">\n"
    html += "<h2 id=\"\(id)\"><span class=\"number\">\(entry.number)</span> \(words)</h2>\n"
    html += stem.map { withBlanks(HTMLWriter.html($0)) }.joined(separator: "\n")
    if let view = entry.view { html += MapSVG(view, id: id + "map").text + "\n" }
    return html + answer(entry) + "</section>\n"
  }

  /// A gap stands as a line to write on; its length says nothing of what belongs there.
  private func withBlanks(_ html: String) -> String {
    html.replacing("____", with: "<span class=\"gap\" role=\"img\" aria-label=\"blank\"></span>")
  }

  private func answer(_ entry: Worksheet.Entry) -> String {
    let form = entry.form
    switch entry.item.kind {
    case .choice(let options, _): return boxes(options.map(\.text), form, "circle")
    case .selection(let options, _):
      return "<p class=\"shape\">Tick all that fit.</p>\n" + boxes(options.map(\.text), form, "box")
    case .trueFalse:
      return "<ul class=\"options row\"><li><span class=\"circle\"></span>true</li>"
        + "<li><span class=\"circle\"></span>false</li></ul>\n"
    case .ordering(let steps):
      return "<p class=\"shape\">Number these in their right order.</p>\n"
        + boxes(steps.map { RichText($0.key) }, form, "slot", lettered: false)
    case .matching(let matching): return pairs(matching, form)
    case .number(let key):
      let unit = key.unit.isEmpty ? "" : " " + HTMLWriter.escaped(key.unit)
      return "<p class=\"room\"><span class=\"rule number\"></span>\(unit)</p>\n"
    case .list(let parts, let need):
      return "<p class=\"shape\">Name \(need ?? parts.count).</p>\n" + lines(entry.item.kind, true)
    case .chain(let links): return chain(links, form)
    case .cloze: return ""
    case .map(.borders):
      return "<p class=\"shape\">Write every letter that borders it.</p>\n" + lines(entry.item.kind)
    case .map(.pick): return "<p class=\"shape\">Write its letter.</p>\n" + lines(entry.item.kind)
    // A blank in the question is the room for its answer.
    case .text where entry.hasBlank: return ""
    case .text, .map, .open: return lines(entry.item.kind)
    }
  }

  private func lines(_ kind: ItemKind, _ isNumbered: Bool = false) -> String {
    let count = Worksheet.lines(for: kind)
    guard isNumbered else { return String(repeating: "<p class=\"line\"></p>\n", count: count) }
    return "<ol class=\"lines\">" + String(repeating: "<li class=\"line\"></li>", count: count)
      + "</ol>\n"
  }

  private func boxes(
    _ texts: [RichText], _ form: AskedForm, _ mark: String, lettered: Bool = true
  ) -> String {
    let order = form.order.filter(texts.indices.contains)
    let rows = order.enumerated().map { place, index in
      let letter = lettered ? "<b>\(AskedForm.letter(place)))</b> " : ""
      return "<li><span class=\"\(mark)\"></span>\(letter)\(HTMLWriter.html(texts[index]))</li>"
    }
    return "<ul class=\"options\">\n" + rows.joined(separator: "\n") + "\n</ul>\n"
  }

  private func pairs(_ matching: Matching, _ form: AskedForm) -> String {
    let rights = matching.pairs.map(\.right) + matching.distractors
    let left = matching.pairs.enumerated().map { index, pair in
      "<li><span class=\"slot\"></span><b>\(index + 1))</b> \(HTMLWriter.html(pair.left))</li>"
    }
    let right = form.order.filter(rights.indices.contains).enumerated().map { place, index in
      "<li><b>\(AskedForm.letter(place)))</b> \(HTMLWriter.html(rights[index]))</li>"
    }
    func column(_ caption: RichText, _ rows: [String]) -> String {
      let head =
        caption.isEmpty ? "" : "<p class=\"caption\">\(HTMLWriter.html(caption))</p>"
      return "<div>\(head)<ul class=\"options\">\(rows.joined())</ul></div>"
    }
    return "<p class=\"shape\">Write the letter that belongs to each.</p>\n<div class=\"pairs\">"
      + column(matching.leftCaption, left) + column(matching.rightCaption, right) + "</div>\n"
  }

  private func chain(_ links: [Accepted], _ form: AskedForm) -> String {
    let shown = Worksheet.shownLinks(links, form)
    guard !shown.isEmpty else {
      return "<p class=\"shape\">Number these from the first cause to the last effect.</p>\n"
        + boxes(links.map { RichText($0.key) }, form, "slot", lettered: false)
    }
    let parts = shown.map { link in
      link.map { "<span class=\"link\">\(HTMLWriter.escaped($0))</span>" }
        ?? "<span class=\"link blank\" role=\"img\" aria-label=\"blank\"></span>"
    }
    return "<p class=\"shape\">Fill in the empty link.</p>\n<p class=\"chain\">"
      + parts.joined(separator: "<span class=\"arrow\">→</span>") + "</p>\n"
  }

  // MARK: The key

  private func key(_ sheet: Worksheet, _ index: Int) -> String {
    var html = "<main class=\"key\" lang=\"\(HTMLWriter.escaped(sheet.language))\">\n"
    html += head(sheet, "Key: ") + "<ol class=\"keys\">\n"
    for entry in sheet.entries {
      html += "<li value=\"\(entry.number)\"><p><strong>"
      html += WorksheetKey.parts(of: entry).map(HTMLWriter.escaped).joined(separator: " · ")
      html += "</strong>"
      if !entry.aliases.isEmpty {
        html += " <span class=\"also\">also: "
        html += entry.aliases.map(HTMLWriter.escaped).joined(separator: "; ") + "</span>"
      }
      html += "</p>"
      for why in entry.item.explanation { html += "<p class=\"why\">\(HTMLWriter.html(why))</p>" }
      html += "</li>\n"
    }
    return html + "</ol>\n</main>\n"
  }

  // MARK: Style

  private static let style = """
    @page{margin:16mm 17mm}*{box-sizing:border-box}\
    body{font:11pt/1.4 Georgia,"Noto Serif","Noto Serif CJK SC",serif;color:#000;background:#fff;\
    margin:0 auto;max-width:46rem;padding:1rem}\
    main+main{break-before:page;margin-top:2rem}header h1{font-size:1.5em;margin:0}\
    .details{margin:.1em 0 .8em;color:#333;font-size:.9em}\
    .who{display:flex;gap:.5em;align-items:baseline;margin:0 0 1.6em}\
    .rule{border-bottom:1px solid #000;flex:1;min-width:3em;height:1.2em;display:inline-block}\
    .rule.short{flex:.45}.rule.score{flex:.15}.rule.number{width:9em;flex:none}\
    .item{break-inside:avoid;margin:0 0 1.5em}\
    .item h2{font-size:1em;font-weight:bold;margin:0 0 .4em;break-after:avoid;padding-left:2em;\
    text-indent:-2em}.item .number{display:inline-block;min-width:2em;text-indent:0}\
    .item>*:not(h2){margin-left:2em}.item p{margin-top:.3em;margin-bottom:.5em}\
    .shape{font-style:italic;font-size:.92em}\
    .options{list-style:none;padding:0;margin:.2em 0 .4em}.options li{margin:.3em 0;\
    padding-left:1.9em;text-indent:-1.9em}.options.row li{display:inline-block;margin-right:3em}\
    .circle,.box,.slot{display:inline-block;width:.9em;height:.9em;border:1px solid #000;\
    margin-right:.7em;vertical-align:-.08em}.circle{border-radius:50%}\
    .slot{width:1.7em;height:1.5em;vertical-align:-.35em}\
    .line{border-bottom:1px solid #555;height:2em;margin-top:0!important;margin-bottom:0!important}\
    .lines{padding-left:1.4em}.gap{display:inline-block;border-bottom:1px solid #000;width:8em;\
    height:1em}.pairs{display:flex;gap:2.5em}.pairs>div{flex:1}.caption{font-style:italic}\
    .chain{line-height:2.4}.link{border:1px solid #000;border-radius:.3em;padding:.25em .5em}\
    .link.blank{display:inline-block;width:11em;height:1.9em;vertical-align:middle}\
    .arrow{margin:0 .5em}table{border-collapse:collapse}td,th{border:1px solid #777;\
    padding:.2em .6em;text-align:left}pre{font:.9em/1.3 monospace;border:1px solid #bbb;\
    padding:.5em;white-space:pre-wrap}blockquote{border-left:2px solid #777;padding-left:.8em;\
    margin-right:0}a{color:inherit}\
    .map{display:block;overflow:visible;width:100%;height:auto;margin-bottom:.5em}\
    .sea{fill:#e3eaf0}.land{fill:#fff;stroke:#888;stroke-width:.8}.focus{fill:#f1efe6;stroke:#222;\
    stroke-width:1.4}.asked{fill:#cfc6a4;stroke:#000;stroke-width:2}.river{fill:none;stroke:#5a7fa0;\
    stroke-width:1.2}.asked-line{stroke:#000;stroke-width:3}.city{fill:#000}\
    .mark{fill:#fff;stroke:#000;stroke-width:1.6}.sign{font:bold 17px sans-serif;text-anchor:middle}\
    .name{font:14px sans-serif;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:3px}\
    .water{font-style:italic;fill:#35566f}.frame{fill:none;stroke:#555}\
    footer{font-size:.8em;color:#333;margin-top:2em}.keys{padding-left:2.2em}\
    .keys li{break-inside:avoid;margin-bottom:.5em}.keys p{margin:0}.also,.why{font-size:.9em;\
    color:#222}@media print{body{max-width:none;padding:0;margin:0}main+main{margin-top:0}}\
    @media screen{main{border-bottom:1px solid #ccc;padding-bottom:2rem}}
    """
}

/// The key of one question in words.
enum WorksheetKey {
  /// Its parts; for what is numbered on the sheet, the texts in their right order.
  static func parts(of entry: Worksheet.Entry) -> [String] {
    switch entry.item.kind {
    case .ordering(let steps): steps.enumerated().map { "\($0 + 1) \($1.key)" }
    case .chain(let links) where Worksheet.shownLinks(links, entry.form).isEmpty:
      links.enumerated().map { "\($0 + 1) \($1.key)" }
    case .open(let rubric):
      rubric.model.isEmpty ? entry.key : rubric.model.map(\.plain)
    default: entry.key
    }
  }
}
