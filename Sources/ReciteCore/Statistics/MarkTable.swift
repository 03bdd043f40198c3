/// The marks of a class: a row a learner, a column an item, nil where an item was not asked.
///
/// It takes eight bytes a mark: 10,000 learners on 50 items are 4 MB.
package struct MarkTable: Equatable, Sendable {
  /// The most that each item can give, in the order of the columns.
  package let maxima: [Double]
  package private(set) var learners = 0
  /// Row by row; NaN where an item was not asked.
  private var marks: [Double] = []
  /// The sum of each learner's marks, or what was given in its place.
  package private(set) var totals: [Double] = []
  /// The most that the items each learner was asked could give.
  private var possible: [Double] = []
  /// Whether every learner was asked every item; only then are totals comparable.
  package private(set) var isComplete = true

  package init(maxima: [Double]) { self.maxima = maxima }

  package var items: Int { maxima.count }

  /// Adds a learner.
  ///
  /// Missing columns at the end count as not asked, surplus ones are left out. `total` replaces the
  /// sum of the marks where the test's own grade is not their sum.
  package mutating func append(_ row: [Double?], total: Double? = nil) {
    var sum = 0.0
    var most = 0.0
    for column in 0..<items {
      let mark = column < row.count ? row[column] : nil
      if let mark, mark.isFinite {
        sum += mark
        most += maxima[column]
        marks.append(mark)
      } else {
        isComplete = false
        marks.append(.nan)
      }
    }
    totals.append(total ?? sum)
    possible.append(most)
    learners += 1
  }

  /// The learner's mark on an item; nil where it was not asked, and outside the table.
  package func mark(of learner: Int, on item: Int) -> Double? {
    guard item >= 0, item < items, learner >= 0, learner < learners else { return nil }
    let mark = marks[learner * items + item]
    return mark.isNaN ? nil : mark
  }

  /// The learner's marks on all other items: their sum, or where not everybody was asked
  /// everything, the share of what those asked could give; nil where there are none.
  func rest(of learner: Int, without item: Int) -> Double? {
    guard let own = mark(of: learner, on: item) else { return nil }
    if isComplete { return totals[learner] - own }
    let others = possible[learner] - maxima[item]
    return others > 0 ? (totals[learner] - own) / others : nil
  }

  /// The learner's share of what the items asked could give; 0 where they give nothing.
  package func score(of learner: Int) -> Double {
    guard learner >= 0, learner < learners, possible[learner] > 0 else { return 0 }
    return totals[learner] / possible[learner]
  }
}
