import ReciteCore
import Testing

@Suite struct TestStatisticsTests {
  /// Five learners, four items: one that all have right, and one with half marks.
  static let small: MarkTable = {
    var table = MarkTable(maxima: [1, 1, 1, 1])
    table.append([1, 1, 1, 0.5])
    table.append([1, 1, 0, 1])
    table.append([1, 0, 0, 0.5])
    table.append([1, 0, 0, 0])
    table.append([1, 1, 0, 0])
    return table
  }()

  @Test("a small class worked out by hand")
  func byHand() {
    // Totals 3.5, 3, 1.5, 1, 2: mean 2.2, squared distances 1.69 + 0.64 + 0.49 + 1.44 + 0.04 = 4.3.
    let seen = TestStatistics(TestStatisticsTests.small)
    #expect(near(seen.mean, 2.2))
    #expect(near(seen.median, 2))
    #expect(near(seen.standardDeviation, (4.3 / 4).squareRoot()))
    // Item variances 0, 0.3, 0.2, 0.175; alpha = 4/3 × (1 - 0.675 / 1.075).
    #expect(near(seen.alpha, 4.0 / 3 * (1 - 0.675 / 1.075)))
    // Item 2 with the rest 2.5, 2, 1.5, 1, 1: covariance 0.175, variances 0.3 and 0.425.
    #expect(near(seen.items[1].discrimination, 0.175 / (0.3 * 0.425).squareRoot()))
    // Both sorted: 0 0 1 1 1 with 1 1 1.5 2 2.5 have covariance 0.3.
    #expect(near(seen.items[1].discriminativeEfficiency, 0.175 / 0.3))
    #expect(seen.kr20 == nil, "half marks are no business of KR-20")
  }

  @Test("an item that all have right says nothing about anybody")
  func noSpread() {
    let item = TestStatistics(TestStatisticsTests.small).items[0]
    #expect(item.facility == 1)
    #expect(item.standardDeviation == 0)
    #expect(item.discrimination == nil)
    #expect(item.discriminativeEfficiency == nil)
    #expect(item.pointBiserial == nil)
  }

  @Test("nobody, one learner and one item give what can be said and nil for the rest")
  func guards() {
    let nobody = TestStatistics(MarkTable(maxima: [1, 1]))
    #expect(nobody.mean == nil && nobody.items[0].facility == nil && nobody.alpha == nil)
    var table = MarkTable(maxima: [1])
    table.append([1])
    let one = TestStatistics(table)
    #expect(one.mean == 1 && one.standardDeviation == nil && one.items[0].facility == 1)
    table.append([0])
    let two = TestStatistics(table)
    #expect(near(two.standardDeviation, 0.5.squareRoot()))
    #expect(two.alpha == nil && two.skewness == nil && two.items[0].discrimination == nil)
    #expect(two.items[0].upperLower == 1)
    #expect(TestStatistics(MarkTable(maxima: [])).items.isEmpty)
  }

  @Test("thirds that differ in their last bit are one mark")
  func roundedMarks() {
    var table = MarkTable(maxima: [1, 1])
    table.append([1.0 / 3 + 1.0 / 3, 1])
    table.append([1 - 1.0 / 3, 0])
    table.append([2.0 / 3, 1])
    #expect(TestStatistics(table).items[0].discrimination == nil)
  }

  @Test("where learners were asked different items, each is compared by shares, and alpha is left")
  func incomplete() {
    var table = MarkTable(maxima: [1, 1, 1])
    table.append([1, 1, nil])
    table.append([0, nil, 0])
    table.append([1, nil, 1])
    table.append([nil, 0, 1])
    let seen = TestStatistics(table)
    #expect(!seen.isComplete && seen.alpha == nil && seen.items[0].effectiveWeight == nil)
    #expect(seen.items.map(\.learners) == [3, 2, 3])
    #expect(near(seen.items[0].facility, 2.0 / 3))
    #expect(near(seen.mean, (1 + 0 + 1 + 0.5) / 4))
    // Item 1 with the shares of the rest: 1 1, 0 0, 1 1.
    #expect(near(seen.items[0].discrimination, 1))
  }

  @Test("responses are counted among all, the best and the weakest, ties by row")
  func responses() {
    var table = MarkTable(maxima: [1])
    for mark in [1, 1, 0, 0, 0.0] { table.append([mark]) }
    let groups = ScoreGroups(table)
    #expect(groups.upper == [0] && groups.lower == [4])
    let counts = table.counts(of: [0, 0, 1, nil, 2], kinds: 4, on: 0, groups: groups)
    #expect(counts.map(\.count) == [2, 1, 1, 0])
    #expect(counts.map(\.upper) == [1, 0, 0, 0] && counts.map(\.lower) == [0, 0, 1, 0])
    #expect(near(counts[0].correlation, 1) && near(counts[0].share, 0.4))
    #expect(counts[3].correlation == nil)
  }
}

private func near(_ seen: Double?, _ expected: Double) -> Bool {
  seen.map { abs($0 - expected) < 1e-9 } ?? false
}
