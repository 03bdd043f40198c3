/// Finds where names and marks stand on a map, in cells of the screen, so that they cover least.
package struct LabelPlacement: Equatable, Sendable {
  /// A cell of the screen, counted from the upper left.
  package struct Cell: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  package let columns: Int
  package let rows: Int
  /// Whose most dots of a cell are, row by row.
  package let owners: [Int32]
  /// How far a cell lies inside its owner's area, in columns; a row counts two.
  private let depths: [Int]
  /// True where a border runs through the cell.
  private let borders: [Bool]
  private var taken: [Bool]

  /// The free grid of a raster, a cell having `dotColumns` dots side by side and `dotRows` above
  /// one another.
  package init(_ raster: Raster, dotColumns: Int, dotRows: Int) {
    let columns = max(1, raster.columns / max(1, dotColumns))
    let rows = max(1, raster.rows / max(1, dotRows))
    var owners = [Int32](repeating: Raster.outside, count: columns * rows)
    var borders = [Bool](repeating: false, count: columns * rows)
    var found: [Int32] = []
    for row in 0..<rows {
      for column in 0..<columns {
        found.removeAll(keepingCapacity: true)
        for y in 0..<dotRows {
          for x in 0..<dotColumns {
            found.append(raster.owner(x: column * dotColumns + x, y: row * dotRows + y))
          }
        }
        let cell = row * columns + column
        owners[cell] = LabelPlacement.mostFrequent(found)
        borders[cell] = found.contains { $0 != found[0] }
      }
    }
    (self.columns, self.rows, self.owners, self.borders) = (columns, rows, owners, borders)
    depths = LabelPlacement.depths(owners, columns, rows)
    taken = [Bool](repeating: false, count: columns * rows)
  }

  /// The first of those that come most often; a cell holds eight at most.
  private static func mostFrequent(_ found: [Int32]) -> Int32 {
    var best = (owner: Raster.outside, count: 0)
    for owner in found {
      let count = found.count { $0 == owner }
      if count > best.count { best = (owner, count) }
    }
    return best.owner
  }

  /// Two sweeps carry the distance to another owner's cell, or to the edge, over the grid.
  private static func depths(_ owners: [Int32], _ columns: Int, _ rows: Int) -> [Int] {
    var depths = [Int](repeating: 0, count: owners.count)
    func depth(_ column: Int, _ row: Int, _ owner: Int32, _ step: Int) -> Int {
      guard (0..<columns).contains(column), (0..<rows).contains(row),
        owners[row * columns + column] == owner
      else { return step }
      return depths[row * columns + column] + step
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = row * columns + column
        depths[cell] = min(
          depth(column - 1, row, owners[cell], 1), depth(column, row - 1, owners[cell], 2))
      }
    }
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let cell = row * columns + column
        depths[cell] = min(
          depths[cell], depth(column + 1, row, owners[cell], 1),
          depth(column, row + 1, owners[cell], 2))
      }
    }
    return depths
  }

  // MARK: - Places

  /// The cell that lies deepest inside an area; nil where nothing of it is seen.
  package func heart(of owner: Int32) -> Cell? {
    var best: (index: Int, depth: Int)?
    for index in owners.indices where owners[index] == owner {
      if depths[index] > best?.depth ?? -1 { best = (index, depths[index]) }
    }
    return best.map { Cell(column: $0.index % columns, row: $0.index / columns) }
  }

  package func owner(of cell: Cell) -> Int32 {
    isOnScreen(cell) ? owners[cell.row * columns + cell.column] : Raster.outside
  }

  package func isOnScreen(_ cell: Cell) -> Bool {
    (0..<columns).contains(cell.column) && (0..<rows).contains(cell.row)
  }

  /// True where `width` cells from `cell` on are on the screen and free.
  package func isFree(_ cell: Cell, width: Int) -> Bool {
    guard isOnScreen(cell), width > 0, cell.column + width <= columns else { return false }
    let first = cell.row * columns + cell.column
    return !taken[first..<(first + width)].contains(true)
  }

  /// Keeps `width` cells from `cell` on from being covered; cells beyond the screen do not count.
  package mutating func take(_ cell: Cell, width: Int) {
    guard (0..<rows).contains(cell.row) else { return }
    let low = min(max(cell.column, 0), columns)
    let high = min(max(cell.column + width, low), columns)
    for column in low..<high { taken[cell.row * columns + column] = true }
  }

  /// Takes a text's cells and one on either side, so that two names never run together.
  private mutating func takeWithGap(_ cell: Cell, width: Int) {
    take(Cell(column: cell.column - 1, row: cell.row), width: width + 2)
  }

  // MARK: - Placing

  /// How far from its best place a text may stand.
  private static let reach = Cell(column: 16, row: 5)
  /// The same for a place on open ground, such as a sea, which has no outline to tell where it ends.
  private static let openReach = Cell(column: 6, row: 1)
  /// What covering a foreign cell costs, in columns of distance.
  private static let foreignCost = 6
  private static let borderCost = 3

  /// Takes the best place for a text that belongs to an area, near `middle`.
  ///
  /// Nil where none is free, and, unless it `mustShow`, where more than a third of the text would
  /// stand on foreign ground; a name on open ground stands on none.
  package mutating func placeInside(
    _ owner: Int32, width: Int, near middle: Cell, mustShow: Bool
  ) -> Cell? {
    let reach = owner >= 0 || mustShow ? LabelPlacement.reach : LabelPlacement.openReach
    var best: (cell: Cell, cost: Int)?
    for row in (middle.row - reach.row)...(middle.row + reach.row) {
      let first = middle.column - width / 2
      for column in (first - reach.column)...(first + reach.column) {
        let cell = Cell(column: column, row: row)
        guard isFree(cell, width: width) else { continue }
        let (foreign, crossed) = covered(cell, width, owner)
        if !mustShow, owner < 0 ? foreign > 0 : foreign * 3 > width { continue }
        if !mustShow, owner != Raster.outside, leavesData(cell, width) { continue }
        let distance = abs(column - first) + 2 * abs(row - middle.row)
        let cost =
          distance + foreign * LabelPlacement.foreignCost + crossed * LabelPlacement.borderCost
        if cost < best?.cost ?? Int.max { best = (cell, cost) }
      }
    }
    guard let cell = best?.cell else { return nil }
    takeWithGap(cell, width: width)
    return cell
  }

  /// True where a text would stand on ground of which the map says nothing.
  private func leavesData(_ cell: Cell, _ width: Int) -> Bool {
    let first = cell.row * columns + cell.column
    return owners[first..<(first + width)].contains(Raster.outside)
  }

  private func covered(_ cell: Cell, _ width: Int, _ owner: Int32) -> (foreign: Int, crossed: Int) {
    let first = cell.row * columns + cell.column
    var (foreign, crossed) = (0, 0)
    for index in first..<(first + width) {
      if owners[index] != owner { foreign += 1 }
      if borders[index] { crossed += 1 }
    }
    return (foreign, crossed)
  }

  /// Takes a place for the name of a point, right of its mark, left, above or below, in this order
  /// of liking; nil where all are covered.
  package mutating func placeBeside(_ mark: Cell, width: Int) -> Cell? {
    let places = [
      (mark.column + 2, mark.row, 0), (mark.column - 1 - width, mark.row, 1),
      (mark.column - width / 2, mark.row - 1, 2), (mark.column - width / 2, mark.row + 1, 2),
      (mark.column + 1, mark.row - 1, 3), (mark.column + 1, mark.row + 1, 3),
      (mark.column - width, mark.row - 1, 4), (mark.column - width, mark.row + 1, 4),
    ]
    var best: (cell: Cell, cost: Int)?
    for (column, row, liking) in places {
      let cell = Cell(column: column, row: row)
      guard isFree(cell, width: width),
        owner(of: mark) == Raster.outside || !leavesData(cell, width)
      else { continue }
      let cost = liking + covered(cell, width, owner(of: mark)).crossed * LabelPlacement.borderCost
      if cost < best?.cost ?? Int.max { best = (cell, cost) }
    }
    guard let cell = best?.cell else { return nil }
    takeWithGap(cell, width: width)
    return cell
  }
}
