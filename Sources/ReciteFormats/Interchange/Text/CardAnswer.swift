import ReciteCore

/// The back of a card as an answer to type: a word, a number, or a list.
struct CardAnswer {
  /// The front, without the options that it ends with.
  var stem: [Block]
  var kind: ItemKind
  /// What stands under the answer on the card.
  var explanation: [RichText]
  var length: Int

  /// Longer than what anybody types.
  var isLong: Bool { length > 80 }

  init?(_ markup: MarkupText, to stem: [Block]) {
    self.stem = stem
    guard let first = markup.blocks.first(where: { !$0.plain.isEmpty }) else { return nil }
    if case .list(let items, let start) = first, items.count > 1 {
      let parts = items.map { Accepted($0.plain) }
      kind = start == nil ? .list(parts, need: nil) : .ordering(parts)
      explanation = markup.blocks.dropFirst().flatMap(\.texts)
      length = parts.map(\.key.count).max() ?? 0
      return
    }
    var texts = markup.blocks.flatMap(\.texts).filter { !$0.isEmpty }
    guard !texts.isEmpty else { return nil }
    let answer = PackAssembly.oneLine(texts.removeFirst().plain)
    let parts = answer.split(separator: "|").map { PackAssembly.oneLine(String($0)) }
      .filter { !$0.isEmpty }
    guard let key = parts.first else { return nil }
    let accepted = Accepted(key, aliases: Array(parts.dropFirst()))
    if var number = NumberKey.reading(key) {
      number.written.aliases = accepted.aliases
      kind = .number(number)
    } else {
      kind = .text(accepted)
    }
    explanation = texts
    length = key.count
    if let options = CardAnswer.options(stem, answer) {
      self.stem = Array(stem.dropLast())
      kind = options
      length = 0
    }
  }

  /// A choice or selection, where the front ends with a list and the back names some of it.
  private static func options(_ stem: [Block], _ answer: String) -> ItemKind? {
    guard stem.count > 1, case .list(let items, _)? = stem.last, items.count > 1 else { return nil }
    let options = items.map { Option($0.withoutLetter) }
    let texts = options.map(\.text.plain)
    var keys: [Int] = []
    for part in answer.split(separator: ";") {
      let word = RichText(PackAssembly.oneLine(String(part))).withoutLetter.plain
      guard let key = texts.firstIndex(of: word) else { return nil }
      keys.append(key)
    }
    keys = Set(keys).sorted()
    guard let first = keys.first else { return nil }
    return keys.count == 1
      ? .choice(options: options, key: first) : .selection(options: options, keys: keys)
  }
}

extension RichText {
  /// The text without the `a) ` at its beginning.
  fileprivate var withoutLetter: RichText {
    guard case .text(let text, let style)? = runs.first else { return self }
    let bytes = Array(text.utf8.prefix(3))
    guard bytes.count == 3, Ascii.isLower(bytes[0]), bytes[1] == Ascii.closeParenthesis,
      bytes[2] == Ascii.space
    else { return self }
    let rest = String(text.dropFirst(3))
    let others = Array(runs.dropFirst())
    return RichText(runs: rest.isEmpty ? others : [.text(rest, style)] + others)
  }
}
