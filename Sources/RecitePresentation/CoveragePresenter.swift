import ReciteCore

/// Shows what a pack covers, for its author.
package enum CoveragePresenter {
  /// The report in lines of at most `width` columns, as far as titles allow.
  package static func lines(of coverage: Coverage, width: Int) -> [StyledText] {
    var title = StyledText("\(coverage.pack)", .heading)
    title.append(
      "  \(count(coverage.items, "item")), \(coverage.explained) explained, "
        + "\(coverage.hinted) with hints, \(coverage.cited) with a source", .quiet)
    var lines = title.wrapped(to: width)
    for source in coverage.sources { lines += [StyledText()] + self.lines(of: source, width) }
    if !coverage.topics.isEmpty {
      lines += [StyledText()] + topics(coverage, width)
    }
    lines.append(StyledText())
    for lesson in coverage.lessons { lines += self.lines(of: lesson, width) }
    return lines
  }

  private static func lines(of source: Coverage.Source, _ width: Int) -> [StyledText] {
    var head = StyledText("source \(source.id)", .strong)
    var remark = "  cited by \(count(source.items, "item"))"
    if let total = source.paragraphs {
      remark += ", \(source.cited.filter { $0 <= total }.count) of \(count(total, "paragraph"))"
    } else {
      remark += "; how many paragraphs it has is not known"
    }
    head.append(remark, .quiet)
    var lines = head.wrapped(to: width)
    for paragraph in source.uncited {
      var line = StyledText("¶\(paragraph.number)", .nearly)
      line.append(" is cited by no item", .plain)
      if !paragraph.beginning.isEmpty { line.append(": " + paragraph.beginning, .quiet) }
      lines += line.wrapped(to: width, first: StyledText("  "), rest: StyledText("     "))
    }
    return lines
  }

  private static func topics(_ coverage: Coverage, _ width: Int) -> [StyledText] {
    let head = ["topic", "items"] + coverage.kinds
    let rows = coverage.topics.map { line in
      [line.topic?.rawValue ?? "(none)", "\(line.items)"]
        + line.kinds.map { $0 == 0 ? "-" : "\($0)" }
    }
    let table = Table(
      head: head.map { StyledText($0, .strong) }, rows: rows.map { $0.map { StyledText($0) } })
    if let lines = table.lines(within: width, indent: 0) { return lines }
    return coverage.topics.flatMap { line in
      var text = StyledText(line.topic?.rawValue ?? "(none)", .strong)
      let kinds = zip(coverage.kinds, line.kinds).filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
      text.append("  \(count(line.items, "item")): " + kinds.joined(separator: ", "))
      return text.wrapped(to: width, rest: StyledText("  "))
    }
  }

  private static func lines(of lesson: Coverage.LessonLine, _ width: Int) -> [StyledText] {
    var line = StyledText(lesson.title, .strong)
    var remark = "  \(count(lesson.items, "item")), \(count(lesson.words, "word"))"
    if let grade = lesson.grade { remark += ", grade \(Int(grade.rounded()))" }
    line.append(remark, .quiet)
    var lines = line.wrapped(to: width, rest: StyledText("  "))
    for title in lesson.unasked {
      var note = StyledText("never asked about: ", .nearly)
      note.append(title)
      lines += note.wrapped(to: width, first: StyledText("  "), rest: StyledText("    "))
    }
    return lines
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}
