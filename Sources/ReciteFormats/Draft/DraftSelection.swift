import ReciteCore

/// Chooses among proposals: the best first, of many kinds, from all over the document.
struct DraftSelection {
  /// What it costs a proposal that others like it were chosen before.
  private static let sameForm = 3
  private static let sameParagraph = 7
  private static let sameSentence = 11
  /// Below this a proposal is not worth a teacher's time; where there are few, a little less is.
  private static let least = 46
  private static let leastOfFew = 38
  private static let few = 22

  /// How many sentences each paragraph has.
  private var lengths: [Int: Int] = [:]
  private(set) var chosen: [DraftProposal] = []
  private(set) var left: [(proposal: DraftProposal, reason: DraftReason)] = []

  /// Chooses; `isSound` says whether a proposal makes an item that the checker passes.
  /// - Complexity: O(proposals × limit).
  init(
    _ proposals: [DraftProposal], in analysis: DraftAnalysis, limit: Int,
    isSound: (DraftProposal) -> Bool
  ) {
    for sentence in analysis.sentences {
      lengths[sentence.paragraphs.lowerBound, default: 0] += 1
    }
    var open = withoutTwins(proposals, analysis)
    var forms: [DraftProposal.Form: Int] = [:]
    var paragraphs: [Int: Int] = [:]
    var sentences: [Int: Int] = [:]
    while chosen.count < limit {
      var best: (index: Int, worth: Int)?
      for index in open.indices {
        let worth = self.worth(open[index], analysis, forms, paragraphs, sentences)
        guard worth >= (chosen.count < Self.few ? Self.leastOfFew : Self.least) else { continue }
        if best.map({ worth > $0.worth }) ?? true { best = (index, worth) }
      }
      guard let best else { break }
      let proposal = open.remove(at: best.index)
      let isTwin = chosen.contains {
        Self.areAlike($0, proposal)
          || chosen.count >= Self.few && Self.giveEachOtherAway($0, proposal)
      }
      if isTwin {
        left.append((proposal, .repeated))
        continue
      }
      guard isSound(proposal) else {
        left.append((proposal, .refused))
        continue
      }
      forms[proposal.form, default: 0] += 1
      for sentence in Set(proposal.evidence) {
        sentences[sentence, default: 0] += 1
        paragraphs[analysis.sentences[sentence].paragraphs.lowerBound, default: 0] += 1
      }
      chosen.append(proposal)
    }
    let isFull = chosen.count >= limit
    left += open.map { ($0, isFull ? .overLimit : .weak) }
  }

  private func worth(
    _ proposal: DraftProposal, _ analysis: DraftAnalysis, _ forms: [DraftProposal.Form: Int],
    _ paragraphs: [Int: Int], _ sentences: [Int: Int]
  ) -> Int {
    guard proposal.evidence.count < 3, let first = proposal.evidence.first else {
      return proposal.score - Self.sameForm * (forms[proposal.form] ?? 0)
    }
    let paragraph = analysis.sentences[first].paragraphs.lowerBound
    // A long paragraph may give one item for two of its sentences.
    let free = max(1, (lengths[paragraph] ?? 0) / 2)
    return proposal.score - min(12, Self.sameForm * (forms[proposal.form] ?? 0) / 2)
      - min(14, Self.sameParagraph * max(0, (paragraphs[paragraph] ?? 0) - free) / 2)
      - Self.sameSentence * (sentences[first] ?? 0) * (sentences[first] ?? 0)
  }

  /// Of proposals with one key from one sentence the best is kept.
  private mutating func withoutTwins(
    _ proposals: [DraftProposal], _ analysis: DraftAnalysis
  ) -> [DraftProposal] {
    var kept: [DraftProposal] = []
    var places: [String: Int] = [:]
    for proposal in proposals {
      let mark = "\(proposal.evidence.first ?? 0)\u{0}\(proposal.key)"
      guard let place = places[mark] else {
        places[mark] = kept.count
        kept.append(proposal)
        continue
      }
      if kept[place].score < proposal.score {
        left.append((kept[place], .repeated))
        kept[place] = proposal
      } else {
        left.append((proposal, .repeated))
      }
    }
    return kept
  }

  /// True where each has the other's key in its stem: `What led to B?` and `What did A lead to?`.
  private static func giveEachOtherAway(_ first: DraftProposal, _ second: DraftProposal) -> Bool {
    first.evidence.first == second.evidence.first
      && DraftWording.givesAway(first.key, in: second.stemText)
      && DraftWording.givesAway(second.key, in: first.stemText)
  }

  /// True where two proposals ask one thing: the same key with much the same words.
  private static func areAlike(_ first: DraftProposal, _ second: DraftProposal) -> Bool {
    let one = Set(DraftWording.content(first.stemText).map(DraftWording.root))
    let two = Set(DraftWording.content(second.stemText).map(DraftWording.root))
    let shared = one.intersection(two).count
    let least = min(one.count, two.count)
    guard least > 0 else { return first.key == second.key }
    if first.key == second.key { return shared * 2 >= least }
    let isSame = first.evidence.first == second.evidence.first
    // One sentence asked after two things may share its words, but not when one gives the other away.
    if isSame {
      return DraftWording.content(first.key).contains {
        !$0.isEmpty && DraftWording.content(second.key).contains($0)
      }
    }
    return shared * 10 >= least * 9 && first.form == second.form
  }
}
