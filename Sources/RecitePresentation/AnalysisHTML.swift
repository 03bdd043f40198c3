import ReciteCore
import ReciteFormats

/// An item analysis as one HTML page that needs nothing else: its style and its plots are within.
package struct AnalysisHTML {
  private let analysis: ItemAnalysis
  private static let responsesShown = 8

  package init(_ analysis: ItemAnalysis) { self.analysis = analysis }

  /// The whole page.
  package var text: String {
    let title = markupEscaped("\(VisibleText.of(analysis.title)): item analysis")
    var page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    page += "<title>\(title)</title>\n<style>\(AnalysisHTML.style)</style>\n</head>\n<body>\n"
    page += "<h1>\(shown(analysis.title))</h1>\n"
    page += "<p>\(analysis.test.learners) learners, \(analysis.entries.count) items. "
    page += AnalysisWords.test(analysis).map(shown).joined(separator: " ") + "</p>\n"
    for caution in AnalysisWords.cautions(analysis) {
      page += "<p class=\"caution\">\(shown(caution))</p>\n"
    }
    if !analysis.entries.isEmpty {
      page += "<div class=\"plots\">\n\(scorePlot)\(itemPlot)</div>\n\(table)"
      page += "<h2>Items</h2>\n" + analysis.entries.map(section).joined()
    }
    return page + "</body>\n</html>\n"
  }

  private func shown(_ text: String) -> String { markupEscaped(VisibleText.of(text)) }

  // MARK: - Plots

  /// How many learners reached which tenth of the score.
  private var scorePlot: String {
    var tenths = [Int](repeating: 0, count: 10)
    for score in analysis.scores { tenths[min(9, max(0, Int(score * 10)))] += 1 }
    let most = max(1, tenths.max() ?? 1)
    var plot = figure("Scores", "Learners by score")
    for (tenth, count) in tenths.enumerated() {
      let height = count * 150 / most
      let x = 40 + tenth * 30
      plot += "<rect class=\"bar\" x=\"\(x)\" y=\"\(170 - height)\" width=\"27\" "
      plot += "height=\"\(height)\"><title>\(tenth * 10) to \(tenth * 10 + 10) %: \(count)"
      plot += "</title></rect>\n"
      if count > 0 {
        plot += label("\(count)", x: x + 13, y: 165 - height, anchor: "middle")
      }
    }
    plot += "<line x1=\"40\" y1=\"170\" x2=\"340\" y2=\"170\"/>\n"
    for percent in stride(from: 0, through: 100, by: 20) {
      plot += label("\(percent) %", x: 40 + percent * 3, y: 186, anchor: "middle")
    }
    return plot + "</svg>\n<figcaption>Learners by score</figcaption></figure>\n"
  }

  /// Every item by facility and discrimination: good ones stand above the dashed line.
  private var itemPlot: String {
    var plot = figure("Items", "Items by facility and discrimination")
    // Discrimination from -1 at the bottom to 1 at the top.
    func y(_ value: Double) -> Int { Int((90 - max(-1, min(1, value)) * 80).rounded()) }
    plot += "<line x1=\"40\" y1=\"10\" x2=\"40\" y2=\"170\"/>\n"
    plot += "<line x1=\"40\" y1=\"\(y(0))\" x2=\"340\" y2=\"\(y(0))\"/>\n"
    let limit = y(FindingLimits.weakDiscrimination)
    plot += "<line class=\"limit\" x1=\"40\" y1=\"\(limit)\" x2=\"340\" y2=\"\(limit)\"/>\n"
    for (text, value) in [("1", 1.0), ("0", 0.0), ("−1", -1.0)] {
      plot += label(text, x: 34, y: y(value) + 4, anchor: "end")
    }
    for percent in stride(from: 0, through: 100, by: 20) {
      plot += label("\(percent) %", x: 40 + percent * 3, y: 186, anchor: "middle")
    }
    for entry in analysis.entries {
      guard let facility = entry.statistics.facility,
        let discrimination = entry.statistics.discrimination
      else { continue }
      let kind = discrimination < FindingLimits.weakDiscrimination ? "weak" : "good"
      plot += "<a href=\"#\(anchor(entry))\"><circle class=\"\(kind)\" "
      plot += "cx=\"\(40 + Int((facility * 300).rounded()))\" cy=\"\(y(discrimination))\" r=\"5\">"
      plot += "<title>\(shown(entry.id.rawValue)): facility \(percent(facility)), discrimination "
      plot += "\(AnalysisWords.figure(discrimination))</title></circle></a>\n"
    }
    return plot + "</svg>\n<figcaption>Items: facility across, discrimination up; "
      + "below the dashed line they tell little</figcaption></figure>\n"
  }

  private func figure(_ name: String, _ description: String) -> String {
    "<figure><svg viewBox=\"0 0 360 195\" role=\"img\" aria-label=\"\(description)\">\n"
  }

  private func label(_ text: String, x: Int, y: Int, anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
  }

  // MARK: - Items

  private var table: String {
    var table = "<h2>Overview</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>Item</th>"
    for caption in ["Learners", "Facility", "Discrimination", "Efficiency", "Alpha without"] {
      table += "<th class=\"number\">\(caption)</th>"
    }
    table += "<th>To look at</th></tr></thead>\n<tbody>\n"
    for entry in analysis.entries {
      let statistics = entry.statistics
      table += "<tr><td><a href=\"#\(anchor(entry))\">\(shown(entry.id.rawValue))</a></td>"
      table += number("\(statistics.learners)")
      table += number(statistics.facility.map(percent) ?? "–")
      table += number(AnalysisWords.figure(statistics.discrimination))
      table += number(AnalysisWords.figure(statistics.discriminativeEfficiency))
      table += number(AnalysisWords.figure(statistics.alphaWithout))
      let first = entry.findings.first.map { shown(entry.advice(on: $0).what) } ?? ""
      table += "<td>\(first)</td></tr>\n"
    }
    return table + "</tbody></table></div>\n"
  }

  private func number(_ text: String) -> String { "<td class=\"number\">\(text)</td>" }

  /// Ids hold letters of any script and points, which an anchor may too.
  private func anchor(_ entry: ItemAnalysis.Entry) -> String {
    "item-" + markupEscaped(entry.id.rawValue)
  }

  private func section(_ entry: ItemAnalysis.Entry) -> String {
    var text = "<section id=\"\(anchor(entry))\">\n<h3>\(shown(entry.question))</h3>\n"
    text += "<p class=\"quiet\">\(shown(entry.id.rawValue)) · \(entry.kind)"
    if let topic = entry.topic { text += " · \(shown(topic.rawValue))" }
    text += "</p>\n<p>Key: <strong>\(shown(entry.key))</strong></p>\n"
    let rows = Array(entry.responses.prefix(max(entry.options, AnalysisHTML.responsesShown)))
    if !rows.isEmpty {
      text += "<table>\n<thead><tr><th>Response</th><th></th><th class=\"number\">Given</th>"
      text += "<th class=\"number\">Best 27 %</th><th class=\"number\">Weakest 27 %</th>"
      text += "<th class=\"number\">With the score</th></tr></thead>\n<tbody>\n"
      text += rows.map(row).joined() + "</tbody></table>\n"
    }
    if !entry.findings.isEmpty {
      text += "<ul>\n"
      for finding in entry.findings {
        let (what, todo) = entry.advice(on: finding)
        text += "<li><strong>\(shown(what))</strong>: \(shown(todo))</li>\n"
      }
      text += "</ul>\n"
    }
    return text + "</section>\n"
  }

  private func row(_ response: ItemAnalysis.Response) -> String {
    let name = response.text.isEmpty ? "<em>no answer</em>" : shown(response.text)
    let share = Int((response.count.share * 100).rounded())
    var row = "<tr class=\"\(response.isRight ? "right" : "other")\"><td>\(name)"
    row += "\(response.isRight ? " ✓" : "")</td>"
    row += "<td class=\"share\"><span style=\"width:\(share)%\"></span></td>"
    row += number("\(response.count.count) (\(share) %)") + number("\(response.count.upper)")
    row += number("\(response.count.lower)")
    return row + number(AnalysisWords.figure(response.count.correlation)) + "</tr>\n"
  }

  private static let style = """

    :root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #666; --paper: #fff; --line: #ccc;
      --bar: #4a78b0; --good: #2e7d4f; --weak: #b3452c; --caution: #fff3d6; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #a0a0a0;
      --paper: #16181c; --line: #444; --bar: #6f9fd8; --good: #6fc48f; --weak: #e8806a;
      --caution: #40351a; } }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { line-height: 1.2; } h3 { margin-bottom: 0; }
    .quiet { color: var(--quiet); margin-top: 0; }
    .caution { background: var(--caution); padding: .5rem .75rem; border-radius: .3rem; }
    .plots { display: flex; flex-wrap: wrap; gap: 1rem; }
    figure { flex: 1 1 20rem; margin: 0; }
    figcaption { color: var(--quiet); font-size: .85rem; text-align: center; }
    svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--quiet); }
    svg line { stroke: var(--line); } svg .limit { stroke-dasharray: 4 3; stroke: var(--quiet); }
    .bar { fill: var(--bar); } .good { fill: var(--good); } .weak { fill: var(--weak); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
    th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line);
      vertical-align: top; }
    th { font-weight: 600; color: var(--quiet); }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .right td:first-child { font-weight: 600; color: var(--good); }
    .share { width: 25%; } .share span { display: block; height: .8em; margin-top: .35em;
      background: var(--weak); } .right .share span { background: var(--good); }
    section { border-top: 2px solid var(--line); padding-top: 1rem; margin-top: 1.5rem; }
    a { color: inherit; } td a { white-space: nowrap; }
    @media print { section { break-inside: avoid; } }

    """
}
