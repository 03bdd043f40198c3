import ReciteCore

/// The settings as a list, and one of them with all that can be said of it.
extension PagePresenter {
  func settings(_ page: SettingsPage) -> [StyledText] {
    if page.isDetailed { return page.lines.flatMap(detail) }
    var lines: [StyledText] = []
    for group in Setting.Group.allCases {
      let rows = page.lines.filter { $0.setting.group == group }
      guard !rows.isEmpty else { continue }
      lines.append(StyledText(group.rawValue, .heading))
      lines += list(rows)
    }
    return lines
      + prose("set KEY VALUE changes one, set KEY says more, set KEY default puts it back.", .quiet)
  }

  /// A row a setting; on a narrow screen the name and value, and under them what it does.
  private func list(_ rows: [SettingsPage.Line]) -> [StyledText] {
    let isWide = width >= PagePresenter.leastWidthForSettings
    let nameWidth = Setting.allCases.map { DisplayWidth.of($0.rawValue) }.max() ?? 0
    return rows.flatMap { row -> [StyledText] in
      var line = StyledText("  ")
      line.append(row.setting.rawValue, .command)
      line.append(String(repeating: " ", count: max(1, nameWidth + 3 - line.width + 1)))
      line.append(row.value, row.origin == .standard ? .plain : .strong)
      let origin = row.origin == .standard ? "" : " (\(row.origin.text))"
      guard isWide else {
        var head = StyledText(row.setting.rawValue, .command)
        head.append(" is ")
        head.append(row.value, row.origin == .standard ? .plain : .strong)
        head.append(origin, .quiet)
        return head.wrapped(to: proseWidth, first: StyledText("  "))
          + StyledText(row.setting.summary, .quiet).wrapped(
            to: proseWidth, first: StyledText("      "))
      }
      let column = nameWidth + PagePresenter.valueWidth
      line.append(String(repeating: " ", count: max(2, column - line.width)))
      return StyledText(row.setting.summary + origin, .quiet).wrapped(
        to: min(width, PagePresenter.widestSettings), first: line,
        rest: StyledText(String(repeating: " ", count: column)))
    }
  }

  private static let leastWidthForSettings = 70
  private static let widestSettings = 100
  /// Columns from the end of the longest name to the summary, for the usual values.
  private static let valueWidth = 13

  private func detail(_ line: SettingsPage.Line) -> [StyledText] {
    var head = StyledText(line.setting.rawValue, .command)
    head.append(" is ")
    head.append(line.value, .strong)
    head.append(" (\(line.origin.text))", .quiet)
    var more = [line.setting.summary, "it can be: " + line.setting.range]
    if line.origin != .standard { more.append("unless set it is \(line.setting.standard.text)") }
    return head.wrapped(to: proseWidth)
      + more.flatMap { StyledText($0).wrapped(to: proseWidth, first: StyledText("  ")) }
  }
}
