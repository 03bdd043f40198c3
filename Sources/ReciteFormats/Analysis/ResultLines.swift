import ReciteCore

/// The answers of quizzes as `recite quiz --format jsonl` writes them, for an analysis.
///
/// Letters in a response are those on the screen; they are told by the seed of the summary that ends
/// a run, so that a run is held until then.
package struct ResultLines {
  private struct Held {
    var item: Int
    var credit: Double
    var response: String
    var seed: UInt64?
  }

  /// How many runs were read to their ends.
  package private(set) var runs = 0
  private let pack: PackID
  private let items: [Item]
  private let places: [ItemID: Int]
  private var grader: Grader
  private let map: GeoMap?
  private var held: [Held] = []

  /// A reader of the answers to the items of a pack.
  package init(of pack: PackID, items: [Item], map: GeoMap?, grader: Grader) {
    self.pack = pack
    self.map = map
    self.items = items
    self.grader = grader
    places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// Reads one line; gives the answers of a run when it ends here.
  ///
  /// Lines about other packs, and events that are not known, are read over.
  /// - Throws: `JSONError` where the line is not what a quiz writes.
  package mutating func read(_ line: [UInt8]) throws -> [ClassResults.Answer]? {
    let value = try JSONValue(parsing: line)
    switch value["event"]?.string {
    case "answer":
      guard value["pack"]?.string == pack.rawValue, let id = value["item"]?.string else {
        return nil
      }
      guard let place = places[ItemID(id)] else {
        throw JSONError(.invalid("the pack '\(pack)' has no item '\(id)'"), line: 1, column: 1)
      }
      guard let credit = value["credit"]?.double, (0...1).contains(credit) else {
        throw JSONError(.invalid("'credit' is not from 0 to 1"), line: 1, column: 1)
      }
      held.append(
        Held(item: place, credit: credit, response: value["response"]?.string ?? ""))
      return nil
    case "summary":
      return end(seed: value["seed"]?.integer.flatMap { UInt64(exactly: $0) })
    default: return nil
    }
  }

  /// Ends a run, also one whose summary is missing; nil where it had no answers.
  package mutating func end(seed: UInt64? = nil) -> [ClassResults.Answer]? {
    guard !held.isEmpty else { return nil }
    runs += 1
    defer { held = [] }
    return held.map { answer in
      ClassResults.Answer(
        item: answer.item, credit: answer.credit, response: response(answer, seed: seed))
    }
  }

  /// The response as it is counted; nil where its letters cannot be told.
  private mutating func response(_ answer: Held, seed: UInt64?) -> String? {
    let item = items[answer.item]
    switch item.kind {
    case .choice:
      guard let seed else { return nil }
      // In a quiz each item is asked once, in the form of a first asking.
      let form = AskedForm.drawn(for: item, on: map, reviewCount: 0, seed: seed)
      guard
        case .verdict(let verdict) = grader.itemGrader(for: item, of: pack).grade(
          answer.response, as: form)
      else { return answer.response }
      let said = verdict.outcome.isRight ? verdict.matched : verdict.confusion?.answer
      return item.picked(answer.response, credit: answer.credit, matched: said ?? "")
    case .trueFalse: return item.picked(answer.response, credit: answer.credit, matched: "")
    case .selection, .ordering, .matching, .chain:
      // Letters that are shuffled for each learner cannot be counted together.
      return answer.credit >= 1 ? item.keyLine(on: map) : nil
    case .text, .number, .list, .cloze, .map, .open: return answer.response
    }
  }
}

extension Progress {
  /// The first answers to the items of a pack; a progress file does not keep what was said.
  package func firstAnswers(of pack: PackID, items: [Item]) -> [ClassResults.Answer] {
    items.enumerated().compactMap { place, item in
      let key = ItemKey(pack: pack, item: item.id)
      guard let record = self.items[key], let first = record.reviews.first else { return nil }
      return ClassResults.Answer(item: place, credit: first.credit, response: nil)
    }
  }
}
