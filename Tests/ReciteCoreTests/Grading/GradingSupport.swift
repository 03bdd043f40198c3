import CShipped
import Testing

@testable import ReciteCore

/// The lexicon that ships, for tests.
let shippedLexicon: Lexicon = {
  guard let file = shipped_lexicon(), let bytes = file.pointee.bytes else { return .empty }
  return Lexicon(bytes: UnsafeBufferPointer(start: bytes, count: file.pointee.count))
}()

/// An item of a kind, in a pack of its own.
func item(_ kind: ItemKind, id: String = "item", marking: Marking = Marking()) -> Item {
  Item(id: ItemID(id), stem: [.paragraph(RichText("?"))], kind: kind, marking: marking)
}

func pack(_ items: [Item]) -> Pack {
  var pack = Pack(id: PackID("pack"), title: "Pack")
  pack.lessons = [
    Lesson(title: RichText("Lesson"), sections: [Section(title: nil, items: items)])
  ]
  return pack
}

/// The verdict on a response to the first of some items, in the author's order.
func verdict(_ response: String, _ items: Item...) -> Verdict? {
  let grader = Grader(lexicon: shippedLexicon, packs: [pack(items)])
  guard let first = items.first else { return nil }
  let grading = grader.grade(
    response, for: first, of: PackID("pack"), as: .authorOrder(for: first), aliases: [])
  if case .verdict(let verdict) = grading { return verdict }
  return nil
}

func accepted(_ keys: String) -> Accepted {
  let texts = keys.split(separator: "|").map { String($0).trimmedOfSpaces }
  return Accepted(texts.first ?? "", aliases: Array(texts.dropFirst()))
}

/// Expects single answers to be marked as a table has it.
///
/// `+ key | alias <- answer` is right, `- key <- answer` is not; a stroke parts several answers.
func expectMarks(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let grader = Grader(lexicon: shippedLexicon, packs: [])
  for line in table.split(separator: "\n") {
    let halves = line.dropFirst(2).split(separator: " <- ")
    guard halves.count == 2 else {
      Issue.record("'\(line)' is no row of a table", sourceLocation: sourceLocation)
      continue
    }
    let keys = accepted(String(halves[0])).all
    for answer in halves[1].pieces(between: " / ") {
      let verdict = grader.grade(
        answer, for: .answer(accepted: keys, others: [], rejected: []))
      #expect(
        verdict.outcome.isRight == line.hasPrefix("+"),
        "\(line): \(answer) is \(verdict.outcome) by \(verdict.rule)",
        sourceLocation: sourceLocation)
    }
  }
}

extension Substring {
  /// The pieces between occurrences of a separator.
  fileprivate func pieces(between separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
