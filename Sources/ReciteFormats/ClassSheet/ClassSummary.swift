import ReciteCore

/// One learner's result.
package struct LearnerScore: Equatable, Sendable {
  package var name: String
  package var credit: Double
  package var asked: Int
  /// Credit by item asked, 0...1.
  package var score: Double
}

/// What marking a class comes to, counted as it goes.
package struct ClassSummary: Equatable, Sendable {
  /// The counts of one item.
  package struct ItemCount: Equatable, Sendable {
    package var id: ItemID
    package var answers = 0
    package var blank = 0
    package var right = 0
    /// Close or partial.
    package var nearly = 0
    package var wrong = 0
    /// Still to be looked at by hand.
    package var look = 0
    package var settled = 0
    package var credit = 0.0

    /// Mean credit, 0...1; nil without answers.
    package var facility: Double? { answers > 0 ? credit / Double(answers) : nil }
  }

  /// The items of the sheet, in the order of the pack.
  package private(set) var items: [ItemCount]
  package private(set) var learners = 0
  /// Learners by score in tenths, from 0...10 % to 90...100 %.
  package private(set) var tenths = [Int](repeating: 0, count: 10)
  /// Summed scores of the learners, each 0...1.
  private var scores = 0.0
  private var current: (name: String, credit: Double, answers: Int)?

  package static func == (first: ClassSummary, second: ClassSummary) -> Bool {
    first.items == second.items && first.learners == second.learners
      && first.tenths == second.tenths && first.scores == second.scores
  }

  init(items: [ItemID]) { self.items = items.map { ItemCount(id: $0) } }

  package var answers: Int { items.reduce(0) { $0 + $1.answers } }
  package var look: Int { items.reduce(0) { $0 + $1.look } }
  package var settled: Int { items.reduce(0) { $0 + $1.settled } }
  /// Mean score, 0...1; nil without learners.
  package var meanScore: Double? { learners > 0 ? scores / Double(learners) : nil }

  mutating func count(_ answer: MarkedAnswer, at place: Int) {
    items[place].answers += 1
    items[place].credit += answer.credit
    if answer.isBlank { items[place].blank += 1 }
    switch answer.outcome {
    case .correct, .form, .spelling: items[place].right += 1
    case .close, .partial: items[place].nearly += 1
    case .wrong: items[place].wrong += 1
    }
    if answer.look == "settled" {
      items[place].settled += 1
    } else if !answer.look.isEmpty {
      items[place].look += 1
    }
    current = (
      answer.learner, (current?.credit ?? 0) + answer.credit, (current?.answers ?? 0) + 1
    )
  }

  /// Ends a learner's answers and gives the score, 0...1; nil where there were none.
  ///
  /// In the long form a learner's rows belong together as far as they follow one another.
  mutating func endLearner() -> LearnerScore? {
    guard let ended = current, ended.answers > 0 else { return nil }
    current = nil
    let score = ended.credit / Double(ended.answers)
    learners += 1
    scores += score
    tenths[min(9, max(0, Int(score * 10)))] += 1
    return LearnerScore(
      name: ended.name, credit: ended.credit, asked: ended.answers, score: score)
  }

  /// The summary as one JSON object, without its line end.
  package var json: String {
    var writer = JSONWriter()
    writer.object {
      $0.member("learners", learners)
      $0.member("answers", answers)
      $0.key("mean_score")
      if let meanScore { $0.double(meanScore, places: 3) } else { $0.null() }
      $0.member("look", look)
      $0.member("settled", settled)
      $0.key("tenths")
      $0.array { for count in tenths { $0.integer(count) } }
      $0.key("items")
      $0.array { list in
        for item in items where item.answers > 0 {
          list.object {
            $0.member("item", item.id.rawValue)
            $0.member("answers", item.answers)
            $0.member("facility", item.facility ?? 0, places: 3)
            $0.member("right", item.right)
            $0.member("nearly", item.nearly)
            $0.member("wrong", item.wrong)
            $0.member("blank", item.blank)
            $0.member("look", item.look)
            $0.member("settled", item.settled)
          }
        }
      }
    }
    return writer.text
  }
}
