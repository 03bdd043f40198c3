/// Something about an item that its author should look at, read off a class's results.
package enum ItemFinding: Equatable, Sendable {
  /// The better learners get it wrong more often than the weaker.
  case worksAgainst
  /// It hardly tells the better learners from the weaker.
  case tellsLittle
  case veryHard
  case veryEasy
  /// What is right, in whatever words, was given less often by the best than by the weakest.
  case keyLosesTheBest
  /// A wrong response that goes with a high score.
  case drawsTheBest(response: Int)
  /// A wrong option that hardly anybody picks.
  case unusedOption(Int)
  /// A wrong response that many gave.
  case commonMistake(response: Int)
}

/// Where findings begin.
package enum FindingLimits {
  /// Item-rest correlation below which an item is to be improved.
  ///
  /// - Source: Ebel and Frisbie, "Essentials of Educational Measurement", 1991, chapter 13.
  package static let weakDiscrimination = 0.2
  package static let veryHard = 0.3
  package static let veryEasy = 0.95
  /// A distractor below this share does no work.
  ///
  /// - Source: Haladyna and Downing, "How many options is enough for a multiple-choice test item?",
  ///   1993.
  package static let unusedOption = 0.05
  /// A mistake that a fifth of the class makes is worth a word in the lesson.
  package static let commonMistake = 0.2
  /// A correlation that one learner can bring about says nothing.
  package static let fewestForDraw = 3
  /// Of a typed response, of which there are many, a share and a correlation that chance seldom gives.
  package static let typedDrawShare = 0.05
  package static let typedDrawCorrelation = 0.2
}

extension ItemFinding {
  /// What is to be said of an item, the gravest first; nothing below ten learners.
  ///
  /// `responses` are the counts of the responses given, `right` the places of those that earned full
  /// credit, `partial` of those that earned some or were blank, `options` how many of the first are
  /// options of the item (0 where it has none).
  package static func all(
    of item: ItemStatistics, responses: [ResponseCount], right: Set<Int>,
    partial: Set<Int> = [], options: Int
  ) -> [ItemFinding] {
    guard item.learners >= TestStatistics.fewestLearners else { return [] }
    var findings: [ItemFinding] = []
    if let discrimination = item.discrimination {
      if discrimination < 0 {
        findings.append(.worksAgainst)
      } else if discrimination < FindingLimits.weakDiscrimination {
        findings.append(.tellsLittle)
      }
    }
    if let facility = item.facility {
      if facility < FindingLimits.veryHard { findings.append(.veryHard) }
      if facility > FindingLimits.veryEasy { findings.append(.veryEasy) }
    }
    let ofRight = right.sorted().filter(responses.indices.contains).map { responses[$0] }
    if ofRight.map(\.upper).reduce(0, +) < ofRight.map(\.lower).reduce(0, +) {
      findings.append(.keyLosesTheBest)
    }
    for (place, response) in responses.enumerated() where !right.contains(place) {
      if !partial.contains(place), response.drawsTheBest(isOption: place < options) {
        findings.append(.drawsTheBest(response: place))
      }
      if response.share >= FindingLimits.commonMistake {
        findings.append(.commonMistake(response: place))
      }
      if place < options, response.share < FindingLimits.unusedOption {
        findings.append(.unusedOption(place))
      }
    }
    return findings
  }
}

extension ResponseCount {
  /// Whether more of the better learners gave this wrong response than chance explains.
  fileprivate func drawsTheBest(isOption: Bool) -> Bool {
    guard let correlation, correlation > 0, count >= FindingLimits.fewestForDraw else {
      return false
    }
    return isOption
      || share >= FindingLimits.typedDrawShare && correlation >= FindingLimits.typedDrawCorrelation
  }
}
