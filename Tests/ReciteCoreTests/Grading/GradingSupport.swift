import CShipped

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
