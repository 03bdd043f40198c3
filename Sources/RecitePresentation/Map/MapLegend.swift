import ReciteCore

/// What the signs of a map mean, in text, and a picture with text beside or below it.
extension PagePresenter {
  /// The legend of a picture: only what can be seen in it.
  func legend(of view: MapView, width: Int) -> [StyledText] {
    var entries: [(sign: StyledText, text: String)] = []
    let rendering = theme.mapRendering
    if let marked = view.marked, let feature = view.map.feature(marked) {
      entries.append(
        (StyledText(" ? ", .map(.text, on: rendering == .blocks ? .marked : .none)), "asked"))
      if feature.isArea { entries.append((hatch(rendering), "the area asked for")) }
    }
    if let subject = view.subject, let feature = view.map.feature(subject) {
      entries.append((hatch(rendering), feature.name))
    }
    if let last = view.letters.indices.last {
      let range = last == 0 ? "a" : "a-" + AskedForm.letter(last)
      entries.append((StyledText(range), "places to choose from"))
    }
    if view.named.contains(where: { view.map.feature($0)?.isPoint == true && !isSea($0, view) }) {
      entries.append((StyledText("* o"), "capital, other city"))
    }
    if view.map.hasSea {
      let sign =
        rendering == .blocks
        ? StyledText("   ", .map(.none, on: .sea)) : StyledText(" ~ ", .map(.sea, on: .none))
      entries.append((sign, "sea"))
    }
    return entries.flatMap { entry in
      StyledText(entry.text, .quiet).wrapped(
        to: width,
        first: entry.sign + StyledText(String(repeating: " ", count: max(1, 5 - entry.sign.width))))
    }
  }

  private func isSea(_ id: FeatureID, _ view: MapView) -> Bool {
    view.map.feature(id)?.kind == MapFeature.seaKind
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
  private static let fewestRows = 8
  private static let mostRows = 48

  /// A picture with text beside it, or below it where the screen is narrow, in the height there is.
  ///
  /// `spare` rows are left for what stands above and below, the prompt among them.
  func beside(_ view: MapView, spare: Int, _ text: (Int) -> [StyledText]) -> [StyledText] {
    let height = height ?? PagePresenter.usualHeight
    let rendering = theme.mapRendering
    guard width >= PagePresenter.leastWidthForTwo else {
      let below = text(width)
      let rows = min(
        max(PagePresenter.fewestRows, height - spare - below.count - 1), width * 5 / 8)
      return MapDrawing(view, columns: width, rows: rows, rendering: rendering).lines + [
        PagePresenter.blank
      ]
        + below
    }
    let rows = min(max(PagePresenter.fewestRows, height - spare), PagePresenter.mostRows)
    let columns = min(width - PagePresenter.panelWidth - 2, rows * 5 / 2)
    let right = text(min(width - columns - 2, PagePresenter.widestProse))
    let left = MapDrawing(view, columns: columns, rows: rows, rendering: rendering).lines
    return (0..<max(left.count, right.count)).map { row in
      var line = left.indices.contains(row) ? left[row] : StyledText()
      guard right.indices.contains(row), !right[row].isEmpty else { return line }
      line.append(String(repeating: " ", count: max(1, columns + 2 - line.width)))
      return line + right[row]
    }
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
    let lines = beside(page.view, spare: 3) { width in
      // On a narrow screen the picture needs the rows.
      var text: [StyledText] = []
      if width < self.width {
        text = self.names(in: page.view, width: width) + [PagePresenter.blank]
      }
      text += self.legend(of: page.view, width: width)
      if !page.places.isEmpty {
        text += [PagePresenter.blank]
        text += StyledText("closer: ", .quiet).wrappedTail(
          page.places.map { "map \($0.rawValue)" }.joined(separator: ", "), width)
      }
      return text
    }
    let source = page.view.map.source.map { StyledText($0, .quiet).wrapped(to: proseWidth) } ?? []
    return title + lines + (page.isFirst && width >= PagePresenter.leastWidthForTwo ? source : [])
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

extension StyledText {
  /// This text as the beginning of a wrapped one.
  fileprivate func wrappedTail(_ tail: String, _ width: Int) -> [StyledText] {
    (self + StyledText(tail, .command)).wrapped(to: width)
  }
}
