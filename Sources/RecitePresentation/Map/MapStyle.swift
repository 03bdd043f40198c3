/// How the learner wishes maps to be shown.
package enum MapStyle: String, CaseIterable, Equatable, Sendable {
  /// What suits the terminal best: colour, else braille, else ASCII; words where pages are heard.
  case auto
  case color
  case braille
  case ascii
  /// Told in sentences, as `map describe` does.
  case words
}

/// How a map is drawn: three renderings of one raster.
package enum MapRendering: CaseIterable, Equatable, Sendable {
  /// Two coloured dots a cell, by half blocks.
  case blocks
  /// Eight dots a cell: outlines and hatching, in one colour.
  case braille
  /// Letters and signs that every terminal has.
  case ascii

  /// Dots of a cell, side by side and above one another; all are square in a cell of 1 : 2.
  var dots: (columns: Int, rows: Int) { self == .braille ? (2, 4) : (1, 2) }
}

/// How many columns the terminal gives to characters whose width Unicode leaves open, such as
/// arrows, half blocks and dashes: one, or two as in terminals set up for Chinese or Japanese.
package enum AmbiguousWidth: String, CaseIterable, Equatable, Sendable {
  case narrow
  case wide
}

extension Theme {
  /// What is drawn of a map: what the learner wishes, as far as the terminal can show it.
  package var mapRendering: MapRendering {
    switch mapStyle {
    case .ascii: .ascii
    case .braille: drawsUnicode ? .braille : .ascii
    case .auto, .color, .words:
      palette != .none && drawsAmbiguous ? .blocks : drawsUnicode ? .braille : .ascii
    }
  }

  /// True where a map is told in sentences instead of being drawn.
  package var tellsMaps: Bool { mapStyle == .words || (mapStyle == .auto && isSpoken) }

  /// True where signs of ambiguous width may be drawn, since they take one column.
  package var drawsAmbiguous: Bool { drawsUnicode && ambiguousWidth == .narrow }
}
