import ReciteCore

/// One picture of a map in cells of the screen.
package struct MapDrawing: Equatable, Sendable {
  let view: MapView
  let rendering: MapRendering
  /// How wide the names of ambiguous characters are.
  private let ambiguous: AmbiguousWidth
  let columns: Int
  let rows: Int
  let raster: Raster
  private var placement: LabelPlacement
  private var canvas: MapCanvas
  private let colors: MapColoring

  /// The picture of a view, exactly `columns` × `rows` cells.
  /// - Complexity: O(points of the map + cells · names).
  package init(
    _ view: MapView, columns: Int, rows: Int, rendering: MapRendering,
    ambiguous: AmbiguousWidth = .narrow
  ) {
    self.view = view
    self.rendering = rendering
    self.ambiguous = ambiguous
    self.columns = min(max(4, columns), MapDrawing.mostCells)
    self.rows = min(max(2, rows), MapDrawing.mostCells)
    let projection = Projection(
      box: view.box, window: view.map.window, columns: self.columns * rendering.dots.columns,
      rows: self.rows * rendering.dots.rows, dotAspect: 1)
    raster = Raster(of: view.map, on: projection)
    placement = LabelPlacement(
      raster, dotColumns: rendering.dots.columns, dotRows: rendering.dots.rows)
    colors = MapColoring(of: view, raster)
    canvas = MapCanvas(columns: self.columns, rows: self.rows)
    paintGround()
    paintMarks()
    paintNames()
  }

  /// A terminal is never wider; the limit keeps a hostile `--width` from taking the memory.
  private static let mostCells = 400

  /// So many names are tried, the most important first; no screen has room for more.
  private static let mostNames = 120

  /// The picture, line by line; without a palette there is nothing but text in it.
  package var lines: [StyledText] { canvas.lines }

  // MARK: - Ground

  private mutating func paintGround() {
    for row in 0..<rows {
      for column in 0..<columns {
        switch rendering {
        case .blocks: paintBlock(column, row)
        case .braille: paintBraille(column, row)
        case .ascii: paintASCII(column, row)
        }
      }
    }
  }

  private mutating func paintBlock(_ column: Int, _ row: Int) {
    let upper = dotColor(column, row * 2)
    let lower = dotColor(column, row * 2 + 1)
    if upper == lower {
      canvas.put(" ", column, row, .none, on: upper)
    } else if upper == .none {
      canvas.put("▄", column, row, lower, on: .none)
    } else {
      canvas.put("▀", column, row, upper, on: lower)
    }
  }

  private func dotColor(_ x: Int, _ y: Int) -> MapColor {
    let line = raster.lines[y * raster.columns + x]
    if line >= 0 { return isMarked(line) ? .marked : .line }
    return colors[raster.owner(x: x, y: y)]
  }

  /// Bits of a braille cell, column by column from the upper left.
  private static let brailleBits: [[UInt32]] = [
    [0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80],
  ]

  private mutating func paintBraille(_ column: Int, _ row: Int) {
    var bits: UInt32 = 0
    for x in 0..<2 {
      for y in 0..<4 where isInked(x: column * 2 + x, y: row * 4 + y) {
        bits |= MapDrawing.brailleBits[x][y]
      }
    }
    let owner = placement.owner(of: .init(column: column, row: row))
    if bits == 0, owner == Raster.sea, isWave(column, row) {
      return canvas.put("~", column, row, .sea, on: .none)
    }
    guard bits != 0, let sign = Unicode.Scalar(0x2800 + bits) else { return }
    canvas.put(
      String(Character(sign)), column, row, colors.isHatched(owner) ? .marked : .border, on: .none)
  }

  /// True for the line that is asked for.
  private func isMarked(_ line: Int32) -> Bool {
    view.map.features[Int(line)].id == view.marked
  }

  private func isInked(x: Int, y: Int) -> Bool {
    let line = raster.lines[y * raster.columns + x]
    if line >= 0 { return isMarked(line) || (x + y) % 3 != 0 }
    let owner = raster.owner(x: x, y: y)
    if let other = raster.borderOwner(x: x, y: y) {
      if colors.isSolid(owner, other) { return true }
      return (x + 2 * y) % 5 == 0
    }
    return colors.isHatched(owner) && (x + y) % 4 == 0
  }

  private func isWave(_ column: Int, _ row: Int) -> Bool {
    row % 2 == 0 ? column % 8 == 0 : column % 8 == 4
  }

  private mutating func paintASCII(_ column: Int, _ row: Int) {
    let upper = border(column, row * 2)
    let lower = border(column, row * 2 + 1)
    let owner = placement.owner(of: .init(column: column, row: row))
    if upper == .solid || lower == .solid {
      let sign = upper != .solid ? "." : lower != .solid ? "'" : ":"
      return canvas.put(sign, column, row, .border, on: .none)
    }
    let index = row * 2 * raster.columns + column
    let line = max(raster.lines[index], raster.lines[index + raster.columns])
    if line >= 0 {
      return canvas.put(
        isMarked(line) ? "#" : "=", column, row, isMarked(line) ? .marked : .line, on: .none)
    }
    if colors.isHatched(owner) {
      canvas.put("/", column, row, .marked, on: .none)
    } else if upper == .faint || lower == .faint {
      if (column + row) % 2 == 0 { canvas.put(".", column, row, .border, on: .none) }
    } else if owner == Raster.sea, isWave(column, row) {
      canvas.put("~", column, row, .sea, on: .none)
    }
  }

  private enum Border { case absent, faint, solid }

  private func border(_ x: Int, _ y: Int) -> Border {
    guard let other = raster.borderOwner(x: x, y: y) else { return .absent }
    return colors.isSolid(raster.owner(x: x, y: y), other) ? .solid : .faint
  }

  // MARK: - Marks

  /// The cell of a point; nil where it is not in the picture.
  private func cell(of point: GeoPoint) -> LabelPlacement.Cell? {
    let (x, y) = raster.projection.dot(of: point)
    guard x >= 0, y >= 0, x < Double(raster.columns), y < Double(raster.rows) else { return nil }
    return .init(column: Int(x) / rendering.dots.columns, row: Int(y) / rendering.dots.rows)
  }

  /// Where the name of an area stands best: where the map-maker says, if that is its ground.
  private func middle(of index: Int) -> LabelPlacement.Cell? {
    let feature = view.map.features[index]
    if case .lines(let parts) = feature.shape {
      // The corner that is nearest to half its way.
      let seen = parts.joined().compactMap(cell)
      return seen.isEmpty ? nil : seen[seen.count / 2]
    }
    if let cell = feature.label.flatMap(cell), placement.owner(of: cell) == Int32(index) {
      return cell
    }
    return placement.heart(of: Int32(index))
      ?? feature.bounds.flatMap { cell(of: $0.clipped(to: raster.projection.box).middle) }
  }

  private mutating func paintMarks() {
    let places = colors.indices
    for id in view.named {
      guard let index = places[id], let point = view.map.features[index].point,
        view.map.features[index].kind != MapFeature.seaKind, let cell = cell(of: point)
      else { continue }
      placement.take(cell, width: 1)
      let sign = view.map.features[index].isCapital ? "*" : "o"
      canvas.put(sign, cell.column, cell.row, .text, on: ground(cell))
    }
    if let index = view.marked.flatMap({ places[$0] }) { paintMark("?", at: index) }
    for (number, id) in view.letters.enumerated() {
      if let index = places[id] { paintMark(AskedForm.letter(number), at: index) }
    }
  }

  /// A mark with a blank on either side; it always finds a place, if need be beside its own.
  private mutating func paintMark(_ sign: String, at index: Int) {
    let text = " \(sign) "
    let middle: LabelPlacement.Cell?
    if let point = view.map.features[index].point {
      middle = cell(of: point)
    } else {
      middle = self.middle(of: index)
    }
    guard let middle else { return }
    let owner =
      view.map.features[index].isArea ? Int32(index) : placement.owner(of: middle)
    guard
      let cell = placement.placeInside(owner, width: text.count, near: middle, mustShow: true)
        ?? placement.placeInside(owner, width: 1, near: middle, mustShow: true)
    else { return }
    let isMarked = view.map.features[index].id == view.marked
    write(text, at: cell, on: rendering == .blocks && isMarked ? .marked : nil)
  }

  // MARK: - Names

  private mutating func paintNames() {
    let places = colors.indices
    let named = view.named.prefix(MapDrawing.mostNames).compactMap { places[$0] }
    let points = named.filter {
      view.map.features[$0].isPoint && view.map.features[$0].kind != MapFeature.seaKind
    }
    for index in points {
      guard let cell = view.map.features[index].point.flatMap(cell) else { continue }
      for name in shorterNames(of: index) {
        guard let place = placement.placeBeside(cell, width: width(of: name)) else {
          continue
        }
        write(name, at: place)
        break
      }
    }
    for index in named where !points.contains(index) { paintName(ofArea: index) }
  }

  private mutating func paintName(ofArea index: Int) {
    let feature = view.map.features[index]
    let owner: Int32
    let middle: LabelPlacement.Cell
    if let point = feature.point {
      guard let cell = cell(of: point) else { return }
      (owner, middle) = (placement.owner(of: cell), cell)
    } else if case .lines = feature.shape {
      guard let cell = self.middle(of: index) else { return }
      (owner, middle) = (placement.owner(of: cell), cell)
    } else {
      guard placement.heart(of: Int32(index)) != nil, let cell = self.middle(of: index) else {
        return
      }
      (owner, middle) = (Int32(index), cell)
    }
    for name in shorterNames(of: index) {
      let width = width(of: name)
      guard
        let place = placement.placeInside(owner, width: width, near: middle, mustShow: false)
      else { continue }
      return write(name, at: place)
    }
  }

  private func width(of name: String) -> Int { DisplayWidth.of(name, ambiguous: ambiguous) }

  /// The name, and without what stands in brackets behind it.
  private func shorterNames(of index: Int) -> [String] {
    let name = VisibleText.of(view.map.features[index].name)
    guard let bracket = name.firstIndex(of: "("), bracket > name.startIndex else { return [name] }
    return [name, String(name[..<bracket]).trimmingBlanks()]
  }

  private func ground(_ cell: LabelPlacement.Cell) -> MapColor {
    rendering == .blocks ? colors[placement.owner(of: cell)] : .none
  }

  private mutating func write(
    _ text: String, at place: LabelPlacement.Cell, on color: MapColor? = nil
  ) {
    var column = place.column
    for character in text {
      let width = DisplayWidth.of(character, ambiguous: ambiguous)
      guard column + width <= columns else { return }
      let cell = LabelPlacement.Cell(column: column, row: place.row)
      canvas.put(String(character), column, place.row, .text, on: color ?? ground(cell))
      if width == 2 { canvas.put("", column + 1, place.row, .text, on: color ?? ground(cell)) }
      column += max(1, width)
    }
  }
}
