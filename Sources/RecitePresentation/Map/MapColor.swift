/// What a stretch of a map is coloured by; the theme knows the colours.
package enum MapColor: Hashable, Sendable {
  case sea
  /// Land that only surrounds what the map is about, in two shades so that neighbours differ.
  case land(shade: Int)
  /// One of the places that the map is about, or that bear letters: 0..<`areaCount`.
  case area(Int)
  /// The place that is asked for, or that the picture is about.
  case marked
  /// A river, a railway.
  case line
  /// Borders and coasts, where they are drawn as lines.
  case border
  /// Names and marks.
  case text
  /// The edge of the data and what lies beyond: the terminal's own background.
  case none

  /// No map in a plane needs more than four, but a greedy choice sometimes one or two.
  package static let areaCount = 6
  package static let shadeCount = 3
}

extension MapColor {
  /// The colour's number in the palette of 256 that nearly all terminals share; nil for the
  /// terminal's own.
  func number(on palette: Theme.Palette) -> Int? {
    let isLight = palette == .light
    switch self {
    case .sea: return isLight ? 153 : 24
    case .land(let shade):
      let shades = isLight ? [252, 249, 255] : [240, 237, 243]
      return shades[abs(shade) % shades.count]
    case .area(let index):
      let areas = isLight ? [151, 182, 180, 216, 117, 187] : [65, 96, 137, 66, 131, 101]
      return areas[abs(index) % areas.count]
    case .marked: return isLight ? 220 : 220
    case .line: return isLight ? 27 : 75
    case .border: return isLight ? 240 : 250
    case .text, .none: return nil
    }
  }

  /// The colour among the eight that every terminal has; nil for the terminal's own.
  func basicNumber(on palette: Theme.Palette) -> Int? {
    switch self {
    case .sea, .line: 4
    case .land(let shade): shade % 2 == 0 ? 7 : 0
    case .area(let index): [2, 5, 6, 1, 2, 5][abs(index) % 6]
    case .marked: 3
    case .border, .text, .none: nil
    }
  }

  /// True where dark letters read better on it.
  func isBright(on palette: Theme.Palette) -> Bool { palette == .light || self == .marked }
}
