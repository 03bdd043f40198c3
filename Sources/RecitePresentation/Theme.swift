/// How roles look: colours or none, and which signs may be drawn.
package struct Theme: Equatable, Sendable {
  package enum Palette: Equatable, Sendable {
    /// No escape sequence at all.
    case none
    /// For a dark background.
    case dark
    /// For a light background.
    case light
  }

  package var palette: Palette
  /// False where the locale or the learner allows ASCII drawing only.
  package var drawsUnicode: Bool

  /// True where the terminal has 256 colours, so that a map can have calm ones.
  package var hasManyColors: Bool
  /// What the terminal makes of signs of ambiguous width; the setting `ambiguous`.
  package var ambiguousWidth: AmbiguousWidth
  /// How the learner wishes maps to be shown; the setting `map`.
  package var mapStyle: MapStyle
  /// True where pages are heard rather than seen, by a screen reader or on a terminal that can only
  /// append: a map is told, and a chart is its numbers.
  package var isSpoken: Bool

  package init(
    palette: Palette, drawsUnicode: Bool, hasManyColors: Bool = false,
    ambiguousWidth: AmbiguousWidth = .narrow, mapStyle: MapStyle = .auto, isSpoken: Bool = false
  ) {
    self.palette = palette
    self.drawsUnicode = drawsUnicode
    self.hasManyColors = hasManyColors
    self.ambiguousWidth = ambiguousWidth
    self.mapStyle = mapStyle
    self.isSpoken = isSpoken
  }

  /// Words only: for pipes, files and tests.
  package static let plain = Theme(palette: .none, drawsUnicode: true)

  /// The line as bytes for the terminal, without a line end.
  package func render(_ line: StyledText) -> String {
    guard palette != .none else { return line.text }
    return line.runs.reduce(into: "") { text, run in
      let code = sequence(for: run.role)
      text += code.isEmpty ? run.text : "\u{1b}[\(code)m\(run.text)\u{1b}[0m"
    }
  }

  /// The parameters of the "select graphic rendition" sequence of a role; empty for plain text.
  ///
  /// Only the eight colours every terminal has, so that the learner's own palette decides.
  package func sequence(for role: StyledText.Role) -> String {
    switch (role, palette) {
    case (_, .none), (.plain, _): ""
    case (.heading, _): "1"
    case (.quiet, .dark): "2"
    case (.quiet, .light): "90"
    case (.emphasis, _): "3"
    case (.strong, _): "1"
    case (.code, .dark): "36"
    case (.code, .light): "34"
    case (.right, _): "1;32"
    case (.nearly, .dark): "1;33"
    case (.nearly, .light): "1;35"
    case (.wrong, _): "1;31"
    case (.command, .dark): "36"
    case (.command, .light): "34"
    case (.mark, _): "1;4"
    case (.map(let sign, on: let ground), _): mapSequence(sign, on: ground)
    }
  }

  /// Colours of a map: 256 where the terminal has them, else the eight.
  private func mapSequence(_ sign: MapColor, on ground: MapColor) -> String {
    func code(_ color: MapColor, _ many: String, _ few: Int) -> String? {
      hasManyColors
        ? color.number(on: palette).map { "\(many);5;\($0)" }
        : color.basicNumber(on: palette).map { String(few + $0) }
    }
    let back = code(ground, "48", 40)
    guard sign == .text else {
      return [code(sign, "38", 30), back].compactMap { $0 }.joined(separator: ";")
    }
    guard let back else { return "1" }
    let isDark =
      hasManyColors ? !ground.isBright(on: palette) : ground != .marked && ground != .land(shade: 0)
    return (hasManyColors ? (isDark ? "1;38;5;231" : "1;38;5;16") : (isDark ? "1;37" : "30")) + ";"
      + back
  }
}
