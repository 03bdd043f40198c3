import ReciteCore

/// Help: the list of a place on one screen, and a page for each topic.
extension PagePresenter {
  func help(_ page: HelpPage) -> [StyledText] {
    page.topic.map { help(on: $0, page) } ?? helpList(page.place)
  }

  // MARK: - The list

  private func helpList(_ place: MetaCommand.Place) -> [StyledText] {
    let intro = place == .home ? [] : prose("A line is your answer. Commands begin with a colon:")
    let more = prose(
      place == .home
        ? "help WORD says more, with examples." : ":help WORD says more, with examples.", .quiet)
    // One row for the prompt.
    let room = (height ?? PagePresenter.usualHeight) - 1
    if let rows = commandTable(place), intro.count + rows.count + more.count <= room {
      return intro + rows + more
    }
    return intro + commandGroups(place) + more
  }

  /// What a terminal has where nobody says otherwise.
  private static let usualHeight = 24

  private func groups(
    _ place: MetaCommand.Place
  ) -> [(name: String, verbs: [MetaCommand.Verb])] {
    MetaCommand.Group.allCases.compactMap { group in
      let verbs = MetaCommand.Verb.allCases.filter { $0.group == group && $0.isListed(at: place) }
      return verbs.isEmpty ? nil : (group.rawValue, verbs)
    }
  }

  /// A command a row, with what it does; nil where a row would not fit the width.
  private func commandTable(_ place: MetaCommand.Place) -> [StyledText]? {
    let rows = groups(place).flatMap { group in
      group.verbs.enumerated().map { index, verb in
        [
          StyledText(index == 0 ? group.name : "", .heading),
          StyledText(verb.usage(at: place), .command), StyledText(verb.summary),
        ]
      }
    }
    return Table(head: [], rows: rows).lines(within: width, indent: 0)
  }

  /// The commands of each group in a paragraph, for a narrow or low screen.
  private func commandGroups(_ place: MetaCommand.Place) -> [StyledText] {
    let groups = groups(place)
    let column = (groups.map(\.name.count).max() ?? 0) + 2
    return groups.flatMap { group in
      var line = StyledText()
      for (index, verb) in group.verbs.enumerated() {
        if index > 0 { line.append(", ") }
        line.append(place == .home ? verb.rawValue : ":" + verb.rawValue, .command)
      }
      let name = group.name + String(repeating: " ", count: column - group.name.count)
      return line.wrapped(to: proseWidth, first: StyledText(name, .heading))
    }
  }

  // MARK: - One topic

  private func help(on topic: HelpTopic, _ page: HelpPage) -> [StyledText] {
    var lines: [StyledText]
    switch topic {
    case .verb(let verb):
      let places = verb.places.sorted { first, _ in first == page.place }
      lines = places.flatMap { StyledText(verb.usage(at: $0), .command).wrapped(to: proseWidth) }
    case .subject(let subject):
      lines = [StyledText(subject.rawValue.capitalizedFirst, .heading)]
    }
    let (paragraphs, examples) = topic.text
    for paragraph in paragraphs { lines += prose(paragraph) }
    guard !examples.isEmpty else { return lines }
    lines += [PagePresenter.blank] + exampleLines(examples, page.names)
    return lines
  }

  private func exampleLines(_ examples: [HelpExample], _ names: HelpNames) -> [StyledText] {
    let rows = examples.map {
      [StyledText(names.fill($0.input), .command), StyledText($0.note, .quiet)]
    }
    if let table = Table(head: [], rows: rows).lines(within: proseWidth, indent: 2) {
      return table
    }
    return rows.flatMap { row in
      row[0].wrapped(to: proseWidth, first: StyledText("  "))
        + row[1].wrapped(to: proseWidth, first: StyledText("      "))
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
