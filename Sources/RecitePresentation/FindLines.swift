import ReciteCore

/// What a search found: where it stands, the words marked, and what opens it.
extension PagePresenter {
  func find(_ page: FindPage) -> [StyledText] {
    guard !page.hits.isEmpty else { return nothingFound(page) }
    var lines = page.missing.flatMap(missing)
    if page.termsMet < page.terms {
      lines += prose("No place has all the words; these have the most of them.", .quiet)
    }
    // The best places stay on the screen: below them stand a line or two and the prompt.
    let room = height.map { $0 - PagePresenter.rowsBelowHits } ?? .max
    var shown = 0
    for hit in page.hits {
      let block = self.hit(hit, page) + [PagePresenter.blank]
      guard shown == 0 || lines.count + block.count <= room else { break }
      lines += block
      shown += 1
    }
    let places = counted(page.total, "place")
    return lines
      + prose(
        shown < page.total
          ? "\(places), the best \(shown) of them shown. Another word narrows it down."
          : "\(places).", .quiet)
  }

  private static let rowsBelowHits = 3

  private func nothingFound(_ page: FindPage) -> [StyledText] {
    prose("Nothing is found for \(quoted(page.query)).") + page.missing.flatMap(missing)
  }

  private func missing(_ missing: FindPage.Missing) -> [StyledText] {
    guard !missing.nearest.isEmpty else {
      return prose("\(quoted(missing.word)) stands nowhere.")
    }
    let near = missing.nearest.map(quoted).joined(separator: " or ")
    return prose("\(quoted(missing.word)) stands nowhere; did you mean \(near)?")
  }

  private func hit(_ hit: FindPage.Hit, _ page: FindPage) -> [StyledText] {
    let dot = sign(" · ", " - ")
    var place = StyledText(hit.lesson, .heading)
    if let section = hit.section { place.append(dot + section, .heading) }
    switch hit.place {
    case .reading(let section, let count):
      place.append(dot + "section \(section) of \(count)", .quiet)
    case .item(_, let isAnswered):
      place.append(dot + (isAnswered ? "question" : "question, not answered yet"), .quiet)
    }
    let command = (page.isShell ? "recite " : "") + hit.command
    return place.wrapped(to: proseWidth)
      + hit.texts.flatMap { excerpt($0).wrapped(to: proseWidth, first: StyledText("  ")) }
      + StyledText(command, .command).wrapped(to: proseWidth, first: StyledText("  "))
  }

  /// The words found are marked in characters where there is no colour.
  private func excerpt(_ excerpt: FindPage.Excerpt) -> StyledText {
    let mark = theme.palette == .none && !theme.isSpoken ? "*" : ""
    var line = StyledText(excerpt.isCutBefore ? sign("… ", "... ") : "", .quiet)
    for piece in excerpt.pieces {
      if piece.isMarked {
        line.append(mark + piece.text + mark, .mark)
      } else {
        line.append(piece.text)
      }
    }
    if excerpt.isCutAfter { line.append(sign(" …", " ..."), .quiet) }
    return line
  }
}
