import ReciteCore

/// Chains of causes and effects: one with a blank, and all of a pack as a tree.
extension PagePresenter {
  /// A chain with the asked link as a blank, wrapped at its arrows; or its links lettered.
  func chain(_ links: [Accepted], _ form: AskedForm) -> [StyledText] {
    let shown: [String?]
    switch form.chain {
    case .whatFollows(let link): shown = links.prefix(link + 1).map(\.key) + [nil]
    case .whatLedTo(let link): shown = [nil] + links.dropFirst(link).map(\.key)
    case .missingLink(let link):
      shown = links.enumerated().map { $0.offset == link ? nil : $0.element.key }
    case .order, nil:
      return lettered(form.order.compactMap { $0 < links.count ? StyledText(links[$0].key) : nil })
    }
    let blank = StyledText(theme.isSpoken ? "what is asked" : "[ ? ]", .strong)
    return chainLines(shown.map { $0.map { StyledText($0) } ?? blank })
  }

  /// Links joined by arrows, a link a line where they do not fit on one; every line after the first
  /// begins with its arrow.
  private func chainLines(_ links: [StyledText]) -> [StyledText] {
    let arrow = StyledText(theme.isSpoken ? " leads to " : sign(" → ", " -> "), .quiet)
    let indent = StyledText("  ")
    let whole = links.dropFirst().reduce(indent + (links.first ?? StyledText())) { $0 + arrow + $1 }
    if whole.width <= proseWidth { return [whole] }
    return links.enumerated().flatMap { index, link in
      let first = index == 0 ? indent : StyledText(" ") + arrow
      return link.wrapped(
        to: proseWidth, first: first,
        rest: StyledText(String(repeating: " ", count: max(2, first.width))))
    }
  }

  /// The causal graph of a pack: an effect stands under its cause, further in.
  func causes(_ page: CausesPage) -> [StyledText] {
    let title = StyledText("What led to what: \(page.title)", .heading).wrapped(to: proseWidth)
    guard !page.lines.isEmpty else {
      return title + prose("this pack has no chain of causes")
    }
    var lines = title
    for line in page.lines {
      if line.depth == 0, lines.count > title.count { lines.append(PagePresenter.blank) }
      lines += branch(line)
    }
    guard !theme.isSpoken else { return lines }
    return lines + [PagePresenter.blank]
      + prose("[x] known, [~] being learned, [ ] new; (above): see there for what follows", .quiet)
  }

  /// A link with its depth in words.
  private func toldBranch(_ line: CausesPage.Line) -> [StyledText] {
    let place = line.depth == 0 ? "First cause: " : "Step \(line.depth): "
    let mastery =
      switch line.mastery {
      case .known: "known"
      case .learning: "being learned"
      case .new: "new"
      }
    let above = line.isReference ? ", see above for what follows" : ""
    return prose(place + line.text + "; " + mastery + above)
  }

  /// Deeper branches are indented no further, so that text keeps half of a narrow screen.
  private func branch(_ line: CausesPage.Line) -> [StyledText] {
    if theme.isSpoken { return toldBranch(line) }
    let depth = min(line.depth, proseWidth / 2 / 3)
    let arrow = line.depth == 0 ? "" : sign("└→ ", "`-> ")
    let (box, role): (String, StyledText.Role) =
      switch line.mastery {
      case .known: ("[x] ", .right)
      case .learning: ("[~] ", .nearly)
      case .new: ("[ ] ", .quiet)
      }
    var first = StyledText(String(repeating: " ", count: max(0, depth - 1) * 3))
    first.append(arrow, .quiet)
    first.append(box, role)
    var text = StyledText(line.text)
    if line.isReference { text.append(" (above)", .quiet) }
    return text.wrapped(to: proseWidth, first: first)
  }
}
