/// How a large file is divided, so that several cores read it at once.
///
/// Who calls brings the threads: the formats know nothing of them.
package struct FileDivision: Sendable {
  /// Does `work` for each of some stretches, in any order or side by side.
  ///
  /// It returns what came of them in the order of the stretches.
  package typealias Crew =
    @Sendable (_ stretches: [Range<Int>], _ work: @escaping @Sendable (Range<Int>) -> Portion) ->
    [Portion]

  let crew: Crew
  /// Bytes from which on a file is divided; threads cost more than they save on less.
  let leastBytes: Int
  /// Headings that one stretch has.
  let headings: Int

  package init(leastBytes: Int = 1 << 20, headings: Int = 1_024, crew: @escaping Crew) {
    self.crew = crew
    self.leastBytes = leastBytes
    self.headings = max(1, headings)
  }
}
