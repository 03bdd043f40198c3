import ReciteCore
import Testing

/// FSRS-6 and its weights; the figures were computed apart from this code, by a script that follows
/// the published formulas.
@Suite struct FSRSTests {
  struct Row: Sendable {
    let elapsed: Double
    let rating: Rating
    let recall: Double
    let stability: Double
    let difficulty: Double
    /// Until recall falls to 0.8.
    let interval: Double

    init(
      _ elapsed: Double, _ rating: Rating, recall: Double, _ stability: Double,
      _ difficulty: Double, interval: Double
    ) {
      (self.elapsed, self.rating, self.recall) = (elapsed, rating, recall)
      (self.stability, self.difficulty, self.interval) = (stability, difficulty, interval)
    }
  }

  @Test(
    "memories follow the published formulas",
    arguments: [
      (
        FSRSParameters.standard.weights,
        [
          Row(0, .good, recall: 1, 2.3065, 2.118103970459015, interval: 7.64826124694176),
          Row(
            2, .good, recall: 0.9094932559773545, 10.964332335820703, 2.1112142357853942,
            interval: 36.35728510845345),
          Row(
            10, .again, recall: 0.9061991460939602, 1.522138154964894, 7.392238132342694,
            interval: 5.047348910951411),
          Row(
            1, .hard, recall: 0.926201637915104, 2.7336366027713215, 8.254074519842886,
            interval: 9.064629044958778),
          Row(
            3, .good, recall: 0.89348592270733, 6.386350581212128, 8.24104881461988,
            interval: 21.176881708072273),
          Row(
            7, .easy, recall: 0.893573895323025, 20.3156457658758, 7.638517664887921,
            interval: 67.36586439095787),
        ]
      ),
      (
        [
          0.45, 1.1, 3.2, 15.0, 6.8, 0.7, 2.4, 0.02, 1.6, 0.12, 1.05, 1.9, 0.09, 0.31, 1.9, 0.45,
          2.2, 0.6, 0.2, 0.1, 0.25,
        ],
        [
          Row(0, .easy, recall: 1, 15, 1, interval: 41.24919921307065),
          Row(
            0, .again, recall: 1, 3.88547476502157, 5.676676601748647, interval: 10.684848174648907),
          Row(
            0, .again, recall: 1, 1.15202430816965, 7.815476700948362, interval: 3.1680053457326522),
          Row(
            5, .hard, recall: 0.7433597928918791, 3.638342622416645, 8.222732524163536,
            interval: 10.005247975831338),
          Row(
            400, .good, recall: 0.3613910719466601, 44.58514884060414, 8.050954475428913,
            interval: 122.6067790980324),
          Row(
            0, .easy, recall: 1, 62.65608077839382, 7.373261423914403, interval: 172.3008771958809),
        ]
      ),
    ])
  func formulas(weights: [Double], rows: [Row]) throws {
    let model = FSRS(parameters: try FSRSParameters(weights))
    var memory: Memory?
    for (index, row) in rows.enumerated() {
      if let before = memory {
        let recall = model.retrievability(of: before, after: row.elapsed)
        #expect(isNear(recall, row.recall), "recall in row \(index)")
      }
      let after =
        memory.map { model.trace(after: row.rating, elapsed: row.elapsed, of: $0) }
        ?? model.trace(afterFirst: row.rating)
      #expect(isNear(after.stability, row.stability), "stability in row \(index)")
      #expect(isNear(after.difficulty, row.difficulty), "difficulty in row \(index)")
      let interval = model.interval(of: after, retention: 0.8)
      #expect(isNear(interval, row.interval), "interval in row \(index)")
      memory = after
    }
  }

  @Test("recall is 0.9 when as many days have passed as the stability has")
  func stabilityIsTheNinetyPercentInterval() {
    let model = FSRS(parameters: .standard)
    for stability in [0.001, 0.5, 7, 365, 36_500] {
      let memory = Memory(stability: stability, difficulty: 5)
      #expect(isNear(model.retrievability(of: memory, after: stability), 0.9))
      #expect(isNear(model.interval(of: memory, retention: 0.9), stability))
      #expect(model.retrievability(of: memory, after: -3) == 1)
    }
  }

  @Test("stability never passes the cap, and without one it does")
  func cap() {
    let memory = Memory(stability: 36_000, difficulty: 1)
    let capped = FSRS(parameters: .standard)
    let free = FSRS(parameters: .standard, stabilityCap: .infinity)
    #expect(capped.trace(after: .easy, elapsed: 36_000, of: memory).stability == 36_500)
    #expect(free.trace(after: .easy, elapsed: 36_000, of: memory).stability > 36_500)
  }

  // MARK: Weights

  @Test("one error names every weight that is out of bounds")
  func badWeights() {
    var weights = FSRSParameters.standard.weights
    weights[3] = 150
    weights[20] = -0.1
    let expected =
      "weights out of bounds: w3 is 150.0, expected 0.001 to 100.0; "
      + "w20 is -0.1, expected 0.1 to 0.8"
    #expect(message { _ = try FSRSParameters(weights) } == expected)
    weights[0] = .nan
    #expect(
      message { _ = try FSRSParameters.clipping(weights, relearningSteps: 0) }
        == "weights out of bounds: w0 is nan, expected 0.001 to 100.0")
    #expect(
      message { _ = try FSRSParameters([1, 2]) }
        == "2 weights were given, expected 21 (or 19 or 17 of an older FSRS)")
  }

  @Test("weights of FSRS-5 and FSRS-4.5 are migrated")
  func migration() throws {
    let five = Array(FSRSParameters.standard.weights.prefix(19))
    #expect(try FSRSParameters(five).weights == five + [0, 0.5])
    let four = [
      0.4, 0.9, 2.3, 10.9, 4.9, 0.9, 0.8, 0.01, 1.4, 0.1, 0.9, 2.1, 0.08, 0.3, 1.4, 0.2, 2.6,
    ]
    let migrated = try FSRSParameters(four).weights
    // 4.9 + 2 · 0.9; ln(3 · 0.9 + 1) / 3; 0.8 + 0.5.
    #expect(isNear(migrated[4], 6.7))
    #expect(isNear(migrated[5], 0.436_110_939_883_393))
    #expect(isNear(migrated[6], 1.3))
    #expect(migrated.suffix(4) == [0, 0, 0, 0.5])
  }

  @Test("imported weights are moved into their bounds, lower ones where there are many steps")
  func clipping() throws {
    var weights = FSRSParameters.standard.weights
    weights[3] = 150
    weights[20] = -0.1
    weights[17] = 1.9
    let plain = try FSRSParameters.clipping(weights, relearningSteps: 1)
    #expect(plain[3] == 100)
    #expect(plain[20] == 0.1)
    #expect(plain[17] == 1.9)
    let stepped = try FSRSParameters.clipping(weights, relearningSteps: 2)
    // √(−(ln 1.4835 + ln(2^0.2629 − 1) + 0.3 · 1.6483) / 2)
    #expect(isNear(stepped[17], 0.600_459_349_193_831))
    #expect(stepped[18] == 0.0912)
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch { return "\(error)" }
  }
}

/// True where two numbers differ by no more than a billionth of the expected one.
func isNear(_ seen: Double, _ expected: Double) -> Bool {
  abs(seen - expected) <= 1e-9 * abs(expected)
}
