import ReciteCore

/// Bars and a calendar of signs of one column each, whose width no terminal doubts.
///
/// Braille signs where the locale has them, ASCII elsewhere; colour only repeats what the signs say.
extension PagePresenter {
  /// A bar of `width` columns: what is `filled`, what is `begun` beyond it, and the rest; shares of
  /// the whole, 0...1.
  func bar(filled: Double, begun: Double = 0, width: Int) -> StyledText {
    let full = PagePresenter.columns(filled, of: width)
    let some = max(full, PagePresenter.columns(begun, of: width))
    var bar = StyledText(String(repeating: dots("⣿", "#"), count: full), .right)
    bar.append(String(repeating: dots("⠶", "+"), count: some - full), .nearly)
    bar.append(String(repeating: dots("⠐", "."), count: width - some), .quiet)
    return bar
  }

  /// A share in columns; something is never shown as nothing, nor less than all as all.
  private static func columns(_ share: Double, of width: Int) -> Int {
    guard share > 0, width > 0 else { return 0 }
    guard share < 1 else { return width }
    return min(max(Int((share * Double(width)).rounded()), 1), max(width - 1, 1))
  }

  /// A bar of what was observed with a mark where it was predicted, both 0...1.
  func bar(observed: Double, predicted: Double, width: Int) -> StyledText {
    let bar = bar(filled: observed, width: width)
    let mark = min(max(Int((predicted * Double(width)).rounded()), 0), width)
    var marked = StyledText()
    var column = 0
    for run in bar.runs {
      for character in run.text {
        if column == mark { marked.append("|", .strong) }
        marked.append(String(character), run.role)
        column += 1
      }
    }
    if column == mark { marked.append("|", .strong) }
    return marked
  }

  /// A name, a bar and a remark, on one line, or the bar under the name on a narrow screen; where
  /// pages are heard, without the bar.
  func chartLine(
    _ name: StyledText, nameWidth: Int, bar: (Int) -> StyledText, remark: String, remarkWidth: Int
  ) -> [StyledText] {
    guard !theme.isSpoken else {
      return (name + StyledText(": " + remark)).wrapped(to: proseWidth, first: StyledText("  "))
    }
    let room = proseWidth - nameWidth - remarkWidth - 4
    guard room >= PagePresenter.leastBar, name.width <= nameWidth else {
      let below = max(PagePresenter.leastBar / 2, proseWidth - remarkWidth - 6)
      var line = bar(below)
      line.append(" " + remark, .quiet)
      return name.wrapped(to: proseWidth, first: StyledText("  "))
        + line.wrapped(to: proseWidth, first: StyledText("    "))
    }
    var line = StyledText("  ") + name
    line.append(String(repeating: " ", count: max(1, nameWidth + 3 - line.width)))
    line.append(bar(min(room, PagePresenter.widestBar)))
    line.append(" " + remark, .quiet)
    return [line]
  }

  private static let leastBar = 10
  private static let widestBar = 30

  /// How a name's column is found: as wide as the widest, but never more than two fifths.
  func nameWidth(_ names: [String]) -> Int {
    min(names.map { DisplayWidth.of($0) }.max() ?? 0, proseWidth * 2 / 5)
  }

  /// The reviews of the last weeks, a column a week, a row a day of the week, Monday first.
  ///
  /// `reviews` ends with `today`; as many whole weeks are shown as there is room for.
  func calendar(_ reviews: [Int], through today: Day) -> [StyledText] {
    guard reviews.contains(where: { $0 > 0 }) else { return [] }
    if theme.isSpoken { return toldCalendar(reviews, through: today) }
    // Day 0, 1 January 1970, was a Thursday.
    let weekday = ((today.number + 3) % 7 + 7) % 7
    // A beginner is not shown half a year of nothing.
    let first = reviews.firstIndex { $0 > 0 } ?? 0
    let begun = max(PagePresenter.fewestWeeks, (reviews.count - first + 6 - weekday) / 7 + 1)
    let weeks = min((proseWidth - 8) / 2, (reviews.count + 6) / 7, begun)
    let most = reviews.max() ?? 0
    let months = months(weeks: weeks, lastMonday: today.advanced(by: -weekday))
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let rows = names.indices.map { row -> StyledText in
      var line = StyledText("  \(names[row]) ", .quiet)
      for week in 0..<weeks {
        let daysAgo = (weeks - 1 - week) * 7 + weekday - row
        let index = reviews.count - 1 - daysAgo
        guard daysAgo >= 0, reviews.indices.contains(index) else {
          line.append("  ")
          continue
        }
        let level = PagePresenter.level(of: reviews[index], most: most)
        line.append(heat(level), level == 0 ? .quiet : .right)
        line.append(" ")
      }
      line.trimTrailingSpaces()
      return line
    }
    var legend = StyledText("less ", .quiet)
    for level in 0...4 { legend.append(heat(level) + " ", level == 0 ? .quiet : .right) }
    legend.append("more; at most \(counted(most, "review")) a day", .quiet)
    return [StyledText("Reviews by day", .heading), months] + rows
      + legend.wrapped(to: proseWidth, first: StyledText("  "))
  }

  /// The names of the months over the weeks in which they begin, as far as there is room.
  private func months(weeks: Int, lastMonday: Day) -> StyledText {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var line = StyledText("      ", .quiet)
    var named: Int?
    for week in 0..<weeks {
      // A week belongs to the month of its Sunday, in which a month that begins in it has a day.
      let sunday = lastMonday.advanced(by: 7 * (week - weeks + 1) + 6)
      let month = CivilDate(sunday).month
      let column = 6 + 2 * week
      guard month != named, line.width <= column else { continue }
      named = month
      line.append(String(repeating: " ", count: column - line.width), .quiet)
      line.append(names[month - 1] + " ", .quiet)
    }
    line.trimTrailingSpaces()
    return line
  }

  /// The days with reviews of the last fortnight, newest first, and how many there were before.
  private func toldCalendar(_ reviews: [Int], through today: Day) -> [StyledText] {
    let days = reviews.reversed().enumerated()
    let told = days.prefix(14).filter { $0.element > 0 }.map { ago, count in
      switch ago {
      case 0: "today \(count)"
      case 1: "yesterday \(count)"
      default: "\(today.advanced(by: -ago)) \(count)"
      }
    }
    let before = reviews.dropLast(14).reduce(0, +)
    let rest = before > 0 ? ["before that \(before)"] : []
    return label("Reviews by day", (told + rest).joined(separator: ", "), role: .heading)
  }

  private static let fewestWeeks = 4

  /// 0 for none, then 1...4 by quarters of the most.
  private static func level(of count: Int, most: Int) -> Int {
    guard count > 0, most > 0 else { return 0 }
    return min(4, (count * 4 + most - 1) / most)
  }

  private func heat(_ level: Int) -> String {
    let signs = theme.drawsUnicode ? ["⠄", "⠤", "⠶", "⠿", "⣿"] : [".", "-", "+", "*", "#"]
    return signs[level]
  }
}
