import ReciteCore

/// What the signs of a map mean, in text, and a picture with text beside or below it.
extension PagePresenter {
  /// The legend of a picture: only what can be seen in it; an entry a line, or several where
  /// `isInline`.
  private func legend(of view: MapView, isInline: Bool) -> [StyledText] {
    let entries = legendEntries(of: view)
    guard isInline else {
      return entries.flatMap { entry in
        let gap = String(repeating: " ", count: max(1, 5 - entry.sign.width))
        return StyledText(entry.text, .quiet).wrapped(
          to: proseWidth, first: entry.sign + StyledText(gap))
      }
    }
    var lines: [StyledText] = []
    for entry in entries {
      let text = entry.sign + StyledText(" " + entry.text, .quiet)
      if let last = lines.last, last.width + 2 + text.width <= proseWidth {
        lines[lines.count - 1] = last + StyledText("  ") + text
      } else {
        lines += StyledText(entry.text, .quiet).wrapped(
          to: proseWidth, first: entry.sign + StyledText(" "))
      }
    }
    return lines
  }

  private func legendEntries(of view: MapView) -> [(sign: StyledText, text: String)] {
    var entries: [(sign: StyledText, text: String)] = []
    let rendering = theme.mapRendering
    let isDrawnInBlocks = rendering == .blocks
    if let marked = view.marked, let feature = view.map.feature(marked) {
      entries.append(
        (StyledText(" ? ", .map(.text, on: isDrawnInBlocks ? .marked : .none)), "asked"))
      if feature.isArea, feature.isPlain(in: view) {
        entries.append((hatch(rendering), "the area asked for"))
      } else if feature.isLine {
        entries.append((line(rendering, isMarked: true), "the \(feature.kind) asked for"))
      }
    }
    if let subject = view.subject, let feature = view.map.feature(subject) {
      entries.append((hatch(rendering), feature.name))
    }
    if let last = view.letters.indices.last {
      let range = last == 0 ? "a" : "a-" + AskedForm.letter(last)
      entries.append((StyledText(range), "places to choose from"))
    }
    let lines = Set(
      view.map.features.filter { $0.isLine && $0.id != view.marked && $0.isSeen(in: view) }
        .map(\.kind))
    for kind in lines.sorted() { entries.append((line(rendering, isMarked: false), kind)) }
    let points = view.named.compactMap(view.map.feature).filter { $0.isPoint && !$0.isSea }
    if points.contains(where: \.isCapital) { entries.append((StyledText(" * "), "capital")) }
    let others = Set(points.filter { !$0.isCapital }.map(\.kind))
    if let kind = others.first {
      entries.append((StyledText(" o "), others.count == 1 ? kind : "other place"))
    }
    if view.map.hasSea {
      let sign =
        isDrawnInBlocks
        ? StyledText("   ", .map(.none, on: .sea)) : StyledText(" ~ ", .map(.sea, on: .none))
      entries.append((sign, "sea"))
    }
    return entries
  }

  private func line(_ rendering: MapRendering, isMarked: Bool) -> StyledText {
    let color: MapColor = isMarked ? .marked : .line
    switch rendering {
    case .blocks: return StyledText("   ", .map(.none, on: color))
    case .braille: return StyledText(isMarked ? "⠤⠤⠤" : "⠤ ⠤", .map(color, on: .none))
    case .ascii: return StyledText(isMarked ? "###" : "===", .map(color, on: .none))
    }
  }

  private func hatch(_ rendering: MapRendering) -> StyledText {
    switch rendering {
    case .blocks: StyledText("   ", .map(.none, on: .marked))
    case .braille: StyledText("⢁⠔⢁", .map(.marked, on: .none))
    case .ascii: StyledText("///", .map(.marked, on: .none))
    }
  }

  /// Rows that a screen has where nobody says so.
  private static let usualHeight = 24
  /// Below this width the text stands under the picture.
  private static let leastWidthForTwo = 68
  private static let panelWidth = 30
  private static let fewestRows = 6
  private static let fewestRowsBeside = 12
  private static let mostRows = 48

  /// True where the screen is wide enough for text beside a picture.
  var standsBeside: Bool { width >= PagePresenter.leastWidthForTwo }

  /// A picture with a text and its legend beside it, or below it where the screen is narrow.
  ///
  /// It fills the rows of the page that are not taken by what stands `above`; below a few rows no
  /// map can be read, so that it never shrinks further. `text` lays itself out in the width of the
  /// presenter that it is given.
  func picture(
    of view: MapView, above: Int, text: (PagePresenter) -> [StyledText],
    legendFollows: Bool = true
  ) -> [StyledText] {
    let rows = (pictureRows ?? (height ?? PagePresenter.usualHeight) - 1) - above
    guard standsBeside else { return stacked(view, rows, text, legendFollows) }
    let most = min(max(PagePresenter.fewestRowsBeside, rows), PagePresenter.mostRows)
    let columns = min(width - PagePresenter.panelWidth - 2, most * 5 / 2)
    var narrow = self
    narrow.width = min(width - columns - 2, PagePresenter.widestProse)
    let legend = narrow.legend(of: view, isInline: false)
    let blank = [PagePresenter.blank]
    let body = text(narrow)
    let right =
      (legendFollows ? body + blank + legend : legend + blank + body)
      .flatMap { $0.refitted(to: narrow.width, theme.ambiguousWidth) }
    let left = drawing(view, columns: columns, rows: most)
    return (0..<max(left.count, right.count)).map { row in
      var line = left.indices.contains(row) ? left[row] : StyledText()
      guard right.indices.contains(row), !right[row].isEmpty else { return line }
      let used = line.width(theme.ambiguousWidth)
      line.append(String(repeating: " ", count: max(1, columns + 2 - used)))
      return line + right[row]
    }
  }

  /// The picture above its text; the blank line and then the legend give way to it.
  private func stacked(
    _ view: MapView, _ rows: Int, _ text: (PagePresenter) -> [StyledText], _ legendFollows: Bool
  ) -> [StyledText] {
    let body = text(self)
    let legend = legend(of: view, isInline: true)
    let full = [PagePresenter.blank] + (legendFollows ? body + legend : legend + body)
    let choices = [(full, 11), (Array(full.dropFirst()), 8), (body, 0)]
    let below = choices.first { rows - $0.0.count >= $0.1 }?.0 ?? body
    let most = min(max(PagePresenter.fewestRows, rows - below.count), width * 5 / 8)
    return drawing(view, columns: width, rows: most) + below
  }

  private func drawing(_ view: MapView, columns: Int, rows: Int) -> [StyledText] {
    MapDrawing(
      view, columns: columns, rows: rows, rendering: theme.mapRendering,
      ambiguous: theme.ambiguousWidth
    ).lines
  }

  /// A map in sentences, for those who hear it.
  func told(_ view: MapView) -> [StyledText] {
    MapDescription.paragraphs(of: view).flatMap { prose($0) }
  }

  /// A map to study: the picture, what its signs mean, and where to go from here.
  func map(_ page: MapPage) -> [StyledText] {
    let title = StyledText(page.title, .heading).wrapped(to: proseWidth)
    if page.inWords { return told(page.view) }
    if theme.tellsMaps { return title + told(page.view) }
    let source = page.view.map.source.map { StyledText($0, .quiet).wrapped(to: proseWidth) } ?? []
    let below = page.isFirst && standsBeside ? source : []
    let lines = picture(
      of: page.view, above: title.count + below.count,
      text: { narrow in
        let names = narrow.names(in: page.view, width: narrow.width)
        guard !page.places.isEmpty else { return self.standsBeside ? names : [] }
        let closer = StyledText("closer: ", .quiet).wrappedTail(
          page.places.map { "map \($0.rawValue)" }.joined(separator: ", "), narrow.width)
        // On a narrow screen the picture needs the rows.
        return self.standsBeside ? names + [PagePresenter.blank] + closer : closer
      })
    return title + lines + below
  }

  /// The names of the places in their own script and spelling, the most important first.
  private func names(in view: MapView, width: Int) -> [StyledText] {
    let places = view.named.compactMap { view.map.feature($0) }
      .filter { $0.isFocus || $0.id == view.subject || $0.isPoint }
      .filter { $0.kind != MapFeature.seaKind }
    return places.flatMap { place in
      var line = StyledText(place.name, place.isArea ? .strong : .plain)
      for other in place.names.aliases.prefix(2) { line.append(" " + other, .quiet) }
      return line.wrapped(to: width, rest: StyledText("  "))
    }
  }
}

extension MapFeature {
  fileprivate var isSea: Bool { kind == MapFeature.seaKind }
  fileprivate var isLine: Bool { if case .lines = shape { true } else { false } }

  /// True where it is large enough in a picture for its hatching to be seen.
  fileprivate func isPlain(in view: MapView) -> Bool {
    guard let bounds else { return false }
    return max(bounds.width / view.box.width, bounds.height / view.box.height) > 0.05
  }
}

extension StyledText {
  /// This text as the beginning of a wrapped one.
  fileprivate func wrappedTail(_ tail: String, _ width: Int) -> [StyledText] {
    (self + StyledText(tail, .command)).wrapped(to: width)
  }
}
