import ReciteCore

/// Readings, stems and explanations as lines.
extension PagePresenter {
  /// Running text with its emphasis as roles; a link shows where it leads.
  func styled(_ text: RichText, base: StyledText.Role = .plain) -> StyledText {
    text.runs.reduce(into: StyledText()) { line, run in
      switch run {
      case .text(let part, let style): line.append(part, role(of: style, base: base))
      case .link(let part, let target):
        line.append(part, base)
        if part != target { line.append(" (\(target))", .quiet) }
      case .gap(let index): line.append(numbersGaps ? "(\(index + 1)) ____" : "____", .mark)
      }
    }
  }

  private func role(of style: RichText.Style, base: StyledText.Role) -> StyledText.Role {
    if style.contains(.code) { return .code }
    if style.contains(.strong) { return .strong }
    return style.contains(.emphasis) ? .emphasis : base
  }

  /// Blocks with a blank line between them.
  func lines(for blocks: [Block], base: StyledText.Role = .plain) -> [StyledText] {
    var all: [StyledText] = []
    for block in blocks {
      if !all.isEmpty { all.append(PagePresenter.blank) }
      all += lines(for: block, base: base)
    }
    return all
  }

  /// Blocks of which those in the focus have a bar beside them, and the others stand back.
  private func lines(for blocks: [Block], focus: Range<Int>) -> [StyledText] {
    // Where pages are heard, a sign before each line only disturbs.
    let bar = theme.isSpoken ? StyledText() : StyledText(sign("│ ", "| "), .command)
    var narrow = self
    narrow.width = max(20, min(width, PagePresenter.widestProse) - bar.width)
    return blocks.enumerated().flatMap { index, block in
      (index == 0 ? [] : [PagePresenter.blank])
        + (focus.contains(index)
          ? narrow.lines(for: block, base: .plain).map { bar + $0 }
          : lines(for: block, base: .quiet))
    }
  }

  private func lines(for block: Block, base: StyledText.Role) -> [StyledText] {
    switch block {
    case .paragraph(let text): return styled(text, base: base).wrapped(to: proseWidth)
    case .heading(let text): return styled(text, base: .heading).wrapped(to: proseWidth)
    case .list(let items, let start):
      return items.enumerated().flatMap { index, item in
        styled(item).wrapped(
          to: proseWidth, first: StyledText(start.map { "  \($0 + index). " } ?? "  - "))
      }
    case .quotation(let paragraphs):
      let bar = StyledText(sign("  │ ", "  > "), .quiet)
      return paragraphs.flatMap { styled($0).wrapped(to: proseWidth, first: bar, rest: bar) }
    case .table(let captions, let rows): return table(captions, rows)
    case .code(_, let lines): return lines.map { StyledText("    " + $0, .code) }
    }
  }

  /// A table in columns where it fits, else its rows one caption a line.
  private func table(_ captions: [RichText], _ rows: [[RichText]]) -> [StyledText] {
    let head = captions.map { styled($0, base: .heading) }
    let body = rows.map { $0.map { styled($0) } }
    if let lines = Table(head: head, rows: body).lines(within: proseWidth, indent: 2) {
      return lines
    }
    return body.flatMap { row in
      zip(head, row).enumerated().flatMap { column, cell -> [StyledText] in
        let mark = StyledText(column == 0 ? "  - " : "    ")
        let text = cell.0.isEmpty ? cell.1 : cell.0 + StyledText(": ") + cell.1
        return text.wrapped(to: proseWidth, first: mark, rest: StyledText("    "))
      }
    }
  }

  /// A stretch of a lesson under its headings; an excerpt takes a third of the screen at most.
  func reading(_ page: ReadingPage) -> [StyledText] {
    var title = styled(page.lesson, base: .heading)
    if let section = page.section {
      title.append(sign(" · ", " - "), .quiet)
      title.append(styled(section, base: .heading))
    }
    let text = page.focus.map { lines(for: page.blocks, focus: $0) } ?? lines(for: page.blocks)
    if page.isExcerpt, readingRows == 0 { return [] }
    let third = height.map { max(4, $0 / 3) } ?? Int.max
    let room = min(third, readingRows.map { max(PagePresenter.fewestReadingRows, $0) - 2 } ?? third)
    if !page.isExcerpt, let place = page.place {
      title.append(
        sign(" · ", " - ") + "section \(place.number) of \(place.count)", .quiet)
    }
    let head = title.wrapped(to: proseWidth) + [PagePresenter.blank]
    guard page.isExcerpt, text.count > room else {
      return head + text + whatFollows(page)
    }
    return head + text.prefix(room - 1)
      + prose(sign("…", "...") + " :read for the rest of this section", .command)
  }

  /// Below a section that is read for itself: how to go on.
  private func whatFollows(_ page: ReadingPage) -> [StyledText] {
    guard page.goesOn, let place = page.place else { return [] }
    let text =
      place.number < place.count
      ? "'read' goes on with section \(place.number + 1) of \(place.count), Enter asks questions."
      : "That was the last section; 'read 1' begins anew, Enter asks questions."
    return [PagePresenter.blank] + prose(text, .command)
  }
}
