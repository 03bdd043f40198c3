/// How many days each rating puts between an answer and the next question.
extension Scheduler {
  /// The whole days, 1...maximumInterval, until recall falls to the desired retention.
  func roundedInterval(of memory: Memory) -> Int {
    let ideal = model.interval(of: memory, retention: desiredRetention)
    return Int(ideal.rounded(.toNearestOrEven).clamped(to: 1...Double(maximumInterval)))
  }

  /// Days for each rating that graduates, 0 for the others.
  ///
  /// In product mode hard < good < easy: Good has the day that is right for it, Hard gives way to
  /// it, and Easy comes later. Were Good pushed behind Hard instead, as elsewhere, every young item
  /// would come late. Two are equal only where no day is left: where Good itself is tomorrow, as
  /// after a miss, so is Hard; at the longest interval Easy is as long as Good. All four are drawn
  /// from one seed, so that looking ahead and answering agree.
  func intervals(
    for memories: RatingTable<Memory>, steps: RatingTable<Step>, item: ItemKey, reviews: Int,
    from today: Day, load: (Day) -> Int
  ) -> RatingTable<Int> {
    guard mode == .product else {
      return RatingTable { steps[$0] == .graduates ? roundedInterval(of: memories[$0]) : 0 }
    }
    let generator = SeededGenerator(seed: UInt64(max(0, reviews)), item.description)
    func interval(_ rating: Rating, from shortest: Int = 1, to longest: Int) -> Int {
      guard steps[rating] == .graduates else { return 0 }
      let ideal = model.interval(of: memories[rating], retention: desiredRetention)
      let range = Fuzz.range(
        around: ideal * intervalScale, minimum: shortest, maximum: longest)
      var generator = generator
      return Fuzz.choice(in: range, generator: &generator) { load(today.advanced(by: $0)) }
    }
    let again = interval(.again, to: maximumInterval)
    let good = interval(.good, to: maximumInterval)
    let hard = interval(.hard, to: good > 0 ? max(1, good - 1) : maximumInterval)
    let easy = interval(.easy, from: good + 1, to: maximumInterval)
    return RatingTable {
      switch $0 {
      case .again: again
      case .hard: hard
      case .good: good
      case .easy: easy
      }
    }
  }
}
