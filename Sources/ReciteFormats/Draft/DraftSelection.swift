import ReciteCore

/// Chooses among proposals: the best first, of many kinds, from all over the document.
struct DraftSelection {
  /// What it costs a proposal that others like it were chosen before.
  private static let sameForm = 3
  private static let sameParagraph = 7
  private static let sameSentence = 11
  private static let sameKey = 9
  /// Dates that are free; more of them cost, so that a draft asks for more than when.
  private static let freeDates = 5
  private static let moreDates = 3
  /// Below this a proposal is not worth a teacher's time; where there are few, a little less is.
  private static let least = 46
  private static let leastOfFew = 38
  private static let few = 22
  /// What is taken where even those are too few: a sentence's one phrase, whatever its form.
  private static let leastOfFillers = 29
  /// What is taken of second and third questions on a sentence, up to one less.
  private static let leastOfSeconds = 10

  /// The best by worth and variety; where those are few, what fills up; where even that is too
  /// little, second questions on a sentence, which the pack keeps apart.
  private enum Pass {
    case choosing, filling, doubling

    var next: Pass? {
      switch self {
      case .choosing: .filling
      case .filling: .doubling
      case .doubling: nil
      }
    }

    /// How many proposals there are at most behind it.
    var most: Int {
      switch self {
      case .choosing: .max
      case .filling: DraftSelection.few
      case .doubling: DraftSelection.few - 1
      }
    }
  }

  /// A proposal, and what it is compared by.
  private struct Candidate {
    var proposal: DraftProposal
    /// The roots of the stem's words of content.
    var said: Set<String>
    var key: Set<String>

    init(_ proposal: DraftProposal) {
      self.proposal = proposal
      said = Set(DraftWording.content(proposal.stemText).map(DraftWording.root))
      key = Set(DraftWording.content(proposal.key))
    }
  }

  /// How many were chosen of each kind.
  private struct Tally {
    var forms: [DraftProposal.Form: Int] = [:]
    var paragraphs: [Int: Int] = [:]
    var sentences: [Int: Int] = [:]
    var keys: [String: Int] = [:]
    var dates = 0
  }

  /// How many sentences each paragraph has.
  private var lengths: [Int: Int] = [:]
  private let analysis: DraftAnalysis
  private var tally = Tally()
  private(set) var chosen: [DraftProposal] = []
  private(set) var left: [(proposal: DraftProposal, reason: DraftReason)] = []

  /// Chooses; `isSound` says whether a proposal makes an item that the checker passes.
  /// - Complexity: O(proposals × (log(proposals) + limit)) for each that is chosen.
  init(
    _ proposals: [DraftProposal], in analysis: DraftAnalysis, limit: Int,
    isSound: (DraftProposal) -> Bool
  ) {
    self.analysis = analysis
    for sentence in analysis.sentences {
      lengths[sentence.paragraphs.lowerBound, default: 0] += 1
    }
    var open = withoutTwins(proposals).map(Candidate.init)
    var taken: [Candidate] = []
    // What tells the answer of one chosen before, and is told by it.
    var mirrored: [Candidate] = []
    var pass = Pass.choosing
    while chosen.count < min(limit, pass.most) {
      guard let place = next(of: &open, pass, taken, &mirrored, isSound) else {
        guard let following = pass.next else { break }
        pass = following
        if pass == .doubling {
          open += mirrored
          mirrored = []
        }
        continue
      }
      let candidate = open.remove(at: place)
      count(candidate.proposal)
      taken.append(candidate)
      chosen.append(candidate.proposal)
    }
    let isFull = chosen.count >= min(limit, Self.few)
    left += open.map { ($0.proposal, isFull ? .overLimit : .weak) }
    left += mirrored.map { ($0.proposal, .repeated) }
  }

  /// Where the best stands that is sound and repeats none of those taken; others are set aside.
  private mutating func next(
    of open: inout [Candidate], _ pass: Pass, _ taken: [Candidate], _ mirrored: inout [Candidate],
    _ isSound: (DraftProposal) -> Bool
  ) -> Int? {
    let least: Int
    switch pass {
    case .choosing: least = chosen.count < Self.few ? Self.leastOfFew : Self.least
    case .filling: least = Self.leastOfFillers
    case .doubling: least = Self.leastOfSeconds
    }
    let worths = open.map { worth(of: $0.proposal, pass) }
    let ranked = open.indices.filter { worths[$0] >= least }
      .sorted { (-worths[$0], $0) < (-worths[$1], $1) }
    var aside: Set<Int> = []
    var best: Int?
    for place in ranked {
      let candidate = open[place]
      if taken.contains(where: { Self.areAlike($0, candidate) }) {
        left.append((candidate.proposal, .repeated))
      } else if pass != .doubling,
        taken.contains(where: { Self.giveEachOtherAway($0.proposal, candidate.proposal) })
      {
        mirrored.append(candidate)
      } else if !isSound(candidate.proposal) {
        left.append((candidate.proposal, .refused))
      } else {
        best = place
        break
      }
      aside.insert(place)
    }
    guard !aside.isEmpty else { return best }
    best = best.map { best in best - aside.count { $0 < best } }
    open = open.enumerated().filter { !aside.contains($0.offset) }.map(\.element)
    return best
  }

  private mutating func count(_ proposal: DraftProposal) {
    tally.forms[proposal.form, default: 0] += 1
    tally.keys[proposal.key, default: 0] += 1
    if proposal.topic == .date { tally.dates += 1 }
    for sentence in Set(proposal.evidence) {
      tally.sentences[sentence, default: 0] += 1
      tally.paragraphs[analysis.sentences[sentence].paragraphs.lowerBound, default: 0] += 1
    }
  }

  /// What a proposal is worth beside those chosen already.
  ///
  /// Of what fills up a short draft the form is no matter, and the place less of one.
  private func worth(of proposal: DraftProposal, _ pass: Pass) -> Int {
    let forms = tally.forms[proposal.form] ?? 0
    guard proposal.evidence.count < 3, let last = proposal.evidence.last else {
      return proposal.score - Self.sameForm * forms
    }
    let paragraph = analysis.sentences[last].paragraphs.lowerBound
    // A long paragraph may give one item for two of its sentences.
    let free = max(1, (lengths[paragraph] ?? 0) / 2)
    let crowd = max(0, (tally.paragraphs[paragraph] ?? 0) - free)
    let isChoosing = pass == .choosing
    let sentences = tally.sentences[last] ?? 0
    let dates = proposal.topic == .date ? max(0, tally.dates + 1 - Self.freeDates) : 0
    return proposal.score - min(18, Self.moreDates * dates)
      - (isChoosing ? min(12, Self.sameForm * forms / 2) : 0)
      - (isChoosing ? min(14, Self.sameParagraph * crowd / 2) : min(6, 2 * crowd))
      - (pass == .doubling ? Self.sameSentence / 2 : Self.sameSentence) * sentences * sentences
      - Self.sameKey * (tally.keys[proposal.key] ?? 0)
  }

  /// Of proposals with one key from one sentence the best is kept; of the same words the first.
  private mutating func withoutTwins(_ proposals: [DraftProposal]) -> [DraftProposal] {
    var kept: [DraftProposal] = []
    var places: [String: Int] = [:]
    var stems: Set<String> = []
    for proposal in proposals {
      guard stems.insert(proposal.stemText).inserted else {
        left.append((proposal, .repeated))
        continue
      }
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
  private static func areAlike(_ first: Candidate, _ second: Candidate) -> Bool {
    let (one, two) = (first.proposal, second.proposal)
    let shared = first.said.intersection(second.said).count
    let least = min(first.said.count, second.said.count)
    guard least > 0 else { return one.key == two.key }
    if one.key == two.key { return shared * 2 >= least }
    // One sentence asked after two things may share its words, but not when one gives the other away.
    if one.evidence == two.evidence { return !first.key.isDisjoint(with: second.key) }
    return shared * 10 >= least * 9 && one.form == two.form
  }
}
