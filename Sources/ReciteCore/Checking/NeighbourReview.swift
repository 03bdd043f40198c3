/// Stems that give away the key of another item.
extension PackReviewer {
  /// Finds the stems that hold another item's key together with what that item says of it.
  ///
  /// Each stem is searched for all keys at once: at each word only the keys that begin with it, the
  /// longest first, are looked up.
  mutating func reviewNeighbours() {
    var keys: [[WordTable.Word]: [Int]] = [:]
    for (index, item) in items.enumerated() {
      guard let answer = soleAnswer(of: item) else { continue }
      for text in [answer.key] + answer.aliases where !PackReviewer.isCode(text) {
        let words = table.words(of: text)
        guard PackReviewer.isTelling(words, text), words.count <= PackReviewer.longestKey else {
          continue
        }
        keys[words, default: []].append(index)
      }
    }
    guard !keys.isEmpty else { return }
    var longest = [Int](repeating: 0, count: table.count)
    for words in keys.keys {
      guard let first = words.first else { continue }
      longest[Int(first.form)] = max(longest[Int(first.form)], words.count)
    }
    var givers: [Int: [Int]] = [:]
    var asked = [Set<Int32>?](repeating: nil, count: items.count)
    for (neighbour, stem) in stems.enumerated() where states(items[neighbour]) {
      var content: Set<Int32>?
      var seen: Set<Int> = [neighbour]
      for place in stem.indices {
        let reach = min(longest[Int(stem[place].form)], stem.count - place)
        guard reach > 0 else { continue }
        for length in 1...reach {
          guard let candidates = keys[Array(stem[place..<place + length])] else { continue }
          let words = content ?? Set(stem.content.map(\.stem))
          content = words
          for index in candidates.prefix(PackReviewer.mostCandidates)
          where seen.insert(index).inserted {
            let wanted = asked[index] ?? askedWords(of: index)
            asked[index] = wanted
            if givesAway(index, wanted, neighbour, words, around: place..<place + length) {
              givers[index, default: []].append(neighbour)
            }
          }
        }
      }
    }
    for (index, others) in givers.sorted(by: { $0.key < $1.key }) {
      guard let first = others.first, let answer = soleAnswer(of: items[index]) else { continue }
      mark(
        .neighbourHoldsKey(key: answer.key, neighbour: items[first].id), index, .heading,
        others: others)
    }
  }

  private static let longestKey = 5
  private static let mostCandidates = 64

  /// The one answer of an item whose stem and key make one statement.
  private func soleAnswer(of item: Item) -> Accepted? {
    switch item.kind {
    case .text(let accepted): accepted
    case .choice(let options, let key):
      options.indices.contains(key) ? Accepted(options[key].text.plain) : nil
    case .cloze(let gaps, _): gaps.count == 1 ? gaps.first : nil
    case .number(let key): key.unit.isEmpty ? nil : key.written
    case .selection, .trueFalse, .list, .ordering, .matching, .map, .chain, .open: nil
    }
  }

  /// True where a stem says something that holds; a false statement gives nothing away.
  private func states(_ item: Item) -> Bool {
    if case .trueFalse(let truth) = item.kind { return truth }
    return true
  }

  /// The stems of the words by which an item asks for its key.
  private mutating func askedWords(of index: Int) -> Set<Int32> {
    let key = soleAnswer(of: items[index])?.key ?? ""
    return Set(stems[index].content.map(\.stem))
      .subtracting(table.words(of: key).map(\.stem))
  }

  /// True where a stem, in which the key stands at `place`, says of it what an item asks.
  private mutating func givesAway(
    _ index: Int, _ asked: Set<Int32>, _ neighbour: Int, _ words: Set<Int32>,
    around place: Range<Int>
  ) -> Bool {
    guard asked.count >= 2 else { return false }
    let shared = asked.count(where: words.contains)
    guard shared >= 2, shared * 5 >= asked.count * 4 else { return false }
    let (item, other) = (items[index], items[neighbour])
    guard !item.apart.contains(other.id), !other.apart.contains(item.id),
      !item.requires.contains(other.id), !other.requires.contains(item.id),
      let answer = soleAnswer(of: item), !isInCode[index], !isInCode[neighbour]
    else { return false }
    // Of few words the neighbour says the same thing only where it says it in one breath.
    if asked.count <= 3 {
      let stem = stems[neighbour]
      let near = stem[max(0, place.lowerBound - 6)..<min(stem.count, place.upperBound + 6)]
      guard asked.subtracting(near.map(\.stem)).isEmpty else { return false }
    }
    // One question in two wordings with one answer is a duplicate, and told as one.
    if let twin = soleAnswer(of: other), table.words(of: twin.key) == table.words(of: answer.key) {
      return false
    }
    // What the question itself says no other one gives away, nor what is seen in a picture.
    for text in answer.all {
      let words = table.words(of: text)
      if !words.isEmpty, stems[index].place(of: words) != nil { return false }
    }
    return addresses(in: index).isEmpty
  }
}
