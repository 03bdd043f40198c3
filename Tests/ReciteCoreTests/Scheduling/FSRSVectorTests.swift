import Foundation
import ReciteCore
import Testing

/// FSRS-6 against sequences of the reference implementation.
///
/// The file is the one that `RECITE_FSRS_VECTORS` names, otherwise `../shared/data/fsrs/` beside the
/// checkout; where neither exists the suite is skipped, and `FSRSTests` has a table of its own.
@Suite struct FSRSVectorTests {
  @Test(
    "every review and recall probe of the reference sequences agrees",
    .enabled(if: VectorFile.isThere, "no vectors: \(VectorFile.path)"))
  func sequences() throws {
    let file = try VectorFile.read()
    #expect(!file.sequences.isEmpty)
    for sequence in file.sequences {
      let mismatches = try sequence.mismatches()
      #expect(mismatches.isEmpty, "\(sequence.id): \(mismatches.prefix(3).joined(separator: "; "))")
    }
  }
}

private struct VectorFile: Decodable {
  let sequences: [VectorSequence]

  static let path: String =
    ProcessInfo.processInfo.environment["RECITE_FSRS_VECTORS"]
    ?? sharedFile("data/fsrs/vectors-public.json")

  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  static func read() throws -> VectorFile {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return try decoder.decode(VectorFile.self, from: bytes)
  }
}

/// The path of a file in the folder `shared` beside the checkout.
func sharedFile(_ path: String) -> String {
  // #filePath is Tests/ReciteCoreTests/Scheduling/ within the checkout.
  var folder = URL(fileURLWithPath: #filePath)
  for _ in 0..<5 { folder.deleteLastPathComponent() }
  return folder.appendingPathComponent("shared").appendingPathComponent(path).path
}

private struct VectorSequence: Decodable {
  struct Card: Decodable {
    let state: String
    let step: Int?
    let stability: Double?
    let difficulty: Double?
    let due: String
    let lastReview: String?
  }

  struct Step: Decodable {
    let rating: Int
    let reviewedAt: String
    let retrievabilityBefore: Double
    let state: String
    let step: Int?
    let stability: Double
    let difficulty: Double
    let due: String
  }

  struct Probe: Decodable {
    let afterReview: Int
    let at: String
    let retrievability: Double
  }

  let id: String
  let parameters: [Double]
  let desiredRetention: Double
  let learningSteps: [Int]
  let relearningSteps: [Int]
  let maximumInterval: Int
  let initialCard: Card?
  let reviews: [Step]
  let retrievability: [Probe]

  func mismatches() throws -> [String] {
    let scheduler = Scheduler(
      mode: .conformance, parameters: try FSRSParameters(parameters),
      desiredRetention: desiredRetention, learningSteps: learningSteps,
      relearningSteps: relearningSteps, maximumInterval: maximumInterval)
    var found: [String] = []
    var states: [CardState] = []
    var state = try initialCard.map(cardState) ?? .new
    for (index, review) in reviews.enumerated() {
      let at = try #require(Timestamp(iso8601: review.reviewedAt))
      let before = scheduler.retrievability(of: state, at: at) ?? 0
      let rating = try #require(Rating(rawValue: review.rating))
      let futures = scheduler.futures(of: state, item: item, at: at) { _ in 0 }
      state = futures[rating].state
      states.append(state)
      let expected = try cardState(
        Card(
          state: review.state, step: review.step, stability: review.stability,
          difficulty: review.difficulty, due: review.due, lastReview: review.reviewedAt))
      if !near(before, review.retrievabilityBefore) { found.append("recall before \(index)") }
      if !agrees(state, with: expected) { found.append("review \(index): \(state)") }
    }
    for probe in retrievability {
      let at = try #require(Timestamp(iso8601: probe.at))
      let seen = scheduler.retrievability(of: states[probe.afterReview], at: at) ?? 0
      if !near(seen, probe.retrievability) { found.append("recall at \(probe.at): \(seen)") }
    }
    return found
  }

  private var item: ItemKey { ItemKey(pack: PackID("vectors"), item: ItemID(id)) }

  private func cardState(_ card: Card) throws -> CardState {
    guard let stability = card.stability, let difficulty = card.difficulty,
      let lastReview = card.lastReview
    else { return .new }
    let reviewed = ReviewedCard(
      memory: Memory(stability: stability, difficulty: difficulty),
      due: .instant(try #require(Timestamp(iso8601: card.due)).instant),
      lastReview: try #require(Timestamp(iso8601: lastReview)), reviews: 1, lapses: 0)
    switch card.state {
    case "learning": return .learning(step: try #require(card.step), reviewed)
    case "relearning": return .relearning(step: try #require(card.step), reviewed)
    case "review": return .review(reviewed)
    default: throw UnknownState(name: card.state)
    }
  }

  private struct UnknownState: Error { let name: String }

  /// State, step and due are to be the same; stability and difficulty near.
  private func agrees(_ seen: CardState, with expected: CardState) -> Bool {
    guard let first = seen.reviewed, let second = expected.reviewed,
      place(of: seen) == place(of: expected)
    else { return false }
    return first.due == second.due && near(first.memory.stability, second.memory.stability)
      && near(first.memory.difficulty, second.memory.difficulty)
  }

  private func place(of state: CardState) -> [Int] {
    switch state {
    case .new: [0]
    case .learning(let step, _): [1, step]
    case .review: [2]
    case .relearning(let step, _): [3, step]
    }
  }

  private func near(_ seen: Double, _ expected: Double) -> Bool {
    abs(seen - expected) <= 1e-9 * max(abs(expected), 1e-300)
  }
}
