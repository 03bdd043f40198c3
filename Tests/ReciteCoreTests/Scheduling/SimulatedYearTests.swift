import ReciteCore
import Testing

/// A year of study by learners whose memory is not the one that the scheduler assumes.
@Suite struct SimulatedYearTests {
  @Test(
    "a learner retains within a point of what is desired, and the report says at what cost",
    arguments: [1, 5, 8, 12] as [UInt64])
  func year(seed: UInt64) throws {
    let learner = try SimulatedLearner(seed: seed)
    var product = ProductSchedule()
    var unstretched = ProductSchedule(isCalibrated: false)
    var leitner = LeitnerSchedule()
    var sm2 = SM2Schedule()
    let year = learner.year(with: &product, seed: seed)
    print(
      """
      learner \(seed), intervals stretched by \(product.scheduler.intervalScale)
        Recite      \(year.line)
        unstretched \(learner.year(with: &unstretched, seed: seed).line)
        Leitner box \(learner.year(with: &leitner, seed: seed).line)
        SM-2        \(learner.year(with: &sm2, seed: seed).line)
      """)
    #expect(abs(year.retention - 0.9) < 0.01)
  }
}
