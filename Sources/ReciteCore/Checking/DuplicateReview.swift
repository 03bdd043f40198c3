/// Items that ask one thing twice, and requirements that contradict the order of the lessons.
extension PackReviewer {
  mutating func reviewDuplicates() {
    var byStem: [String: [Int]] = [:]
    var byKey: [[Int32]: [Int]] = [:]
    for (index, item) in items.enumerated() {
      byStem[stemText(of: item), default: []].append(index)
      if let key = keyWords(of: item), !key.isEmpty { byKey[key, default: []].append(index) }
    }
    var told: Set<Int> = []
    for (_, group) in byStem.sorted(by: { $0.value[0] < $1.value[0] }) where group.count > 1 {
      reviewSameStem(group, &told)
    }
    for (_, group) in byKey.sorted(by: { $0.value[0] < $1.value[0] }) where group.count > 1 {
      reviewSameKey(group, &told)
    }
  }

  private func stemText(of item: Item) -> String {
    var text = item.stem.map(\.plain).joined(separator: "\n").comparable.lowercased()
    while let last = text.last, ".?!: ".contains(last) { text.removeLast() }
    return text
  }

  private mutating func reviewSameStem(_ group: [Int], _ told: inout Set<Int>) {
    var first: [String: Int] = [:]
    for index in group {
      // What is on the screen besides the stem makes another question of it.
      let shown = shownParts(of: items[index])
      guard let other = first[shown] else {
        first[shown] = index
        continue
      }
      told.insert(index)
      let isSame =
        items[index].kind == items[other].kind
        || keyWords(of: items[index]) == keyWords(of: items[other])
        || acceptTheSame(items[index], items[other])
      mark(
        isSame ? .duplicate(of: items[other].id) : .twoKeys(of: items[other].id), index, .heading,
        others: [other])
    }
  }

  /// True where two typed answers are right for both, whichever of them is shown as the key.
  private func acceptTheSame(_ one: Item, _ other: Item) -> Bool {
    guard case .text(let first) = one.kind, case .text(let second) = other.kind else {
      return false
    }
    let texts = [first, second].map { Set($0.all.map { $0.lowercased() }) }
    return texts[0].contains(second.key.lowercased()) && texts[1].contains(first.key.lowercased())
  }

  /// What a learner sees of an item besides its stem.
  private func shownParts(of item: Item) -> String {
    switch item.kind {
    case .choice(let options, _), .selection(let options, _):
      "o" + options.map { $0.text.plain.lowercased() }.sorted().joined(separator: "\n")
    case .matching(let matching):
      "m"
        + (matching.pairs.map { $0.left.plain } + matching.pairs.map { $0.right.plain }).sorted()
        .joined(separator: "\n")
    case .ordering(let steps): "s" + steps.map(\.key).sorted().joined(separator: "\n")
    case .map(.name(let id)), .map(.pick(let id)), .map(.borders(let id)): "p\(id)"
    case .map(.each(let kind)): "e\(kind)"
    case .chain(let links): "c" + links.map(\.key).joined(separator: "\n")
    case .text, .number, .list, .cloze, .trueFalse, .open: item.kind.name
    }
  }

  /// The words of an item's key in a form that does not depend on the order of its parts.
  private mutating func keyWords(of item: Item) -> [Int32]? {
    let texts: [String]
    switch item.kind {
    case .text(let accepted): texts = [accepted.key]
    case .choice(let options, let key):
      texts = options.indices.contains(key) ? [options[key].text.plain] : []
    case .number(let key): texts = [key.written.key]
    case .list(let parts, _): texts = parts.map(\.key)
    case .cloze(let gaps, _): texts = gaps.map(\.key)
    case .selection, .trueFalse, .ordering, .matching, .map, .chain, .open: return nil
    }
    return texts.map { table.words(of: $0).map(\.form) }
      .sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 + [-1] }
  }

  private mutating func reviewSameKey(_ group: [Int], _ told: inout Set<Int>) {
    let contents = group.map { index in Set(stems[index].content.map(\.stem)) }
    for (place, index) in group.enumerated() where !told.contains(index) {
      for earlier in max(0, place - PackReviewer.comparedTwins)..<place
      where !told.contains(group[earlier]) {
        let other = group[earlier]
        let (one, two) = (contents[place], contents[earlier])
        guard min(one.count, two.count) >= 3 else { continue }
        let shared = one.intersection(two).count
        let all = one.count + two.count - shared
        guard shared * 5 >= all * 4, numbers(in: index) == numbers(in: other),
          addresses(in: index) == addresses(in: other),
          items[index].kind.name == items[other].kind.name || shared == all,
          !isInCode[index], !isInCode[other], !sayOthers(one, two)
        else { continue }
        mark(.nearDuplicate(of: items[other].id), index, .heading, others: [other])
        told.insert(index)
        break
      }
    }
  }

  /// True where each of two questions has a word that the other lacks: one asks of a circuit in
  /// series, one of a parallel one.
  private func sayOthers(_ one: Set<Int32>, _ other: Set<Int32>) -> Bool {
    func letters(_ words: Set<Int32>) -> [[Unicode.Scalar]] {
      words.map { Array(table.spellings[Int($0)].unicodeScalars) }
    }
    func lacks(_ word: [Unicode.Scalar], _ words: [[Unicode.Scalar]]) -> Bool {
      let limit = Spelling.acceptedDistance(length: word.count)
      return !words.contains { Spelling.distance($0, word, limit: limit) != nil }
    }
    let (own, others) = (letters(one.subtracting(other)), letters(other.subtracting(one)))
    return own.contains { lacks($0, others) } && others.contains { lacks($0, own) }
  }

  private static let comparedTwins = 64

  /// The web pages that a question shows, as of pictures.
  func addresses(in index: Int) -> [Substring] {
    items[index].stem.flatMap { $0.plain.split(separator: " ").filter { $0.contains("://") } }
  }

  private func numbers(in index: Int) -> [Int32] {
    stems[index].filter(\.isNumber).map(\.form).sorted()
  }

  // MARK: Order

  private static let mostLessons = 1_000

  mutating func reviewOrder() {
    var lessons: [String: Int] = [:]
    for (number, lesson) in pack.lessons.enumerated() where lessons[lesson.title.plain] == nil {
      lessons[lesson.title.plain] = number
    }
    // The lessons that each comes after, whichever way.
    var before = pack.lessons.map { lesson in Set(lesson.requires.compactMap { lessons[$0] }) }
    // Beyond, the closure of all requirements would cost more than it could tell.
    guard before.count <= PackReviewer.mostLessons, before.contains(where: { !$0.isEmpty }) else {
      return
    }
    for _ in before.indices {
      var changed = false
      for number in before.indices {
        let more = before[number].reduce(into: before[number]) { $0.formUnion(before[$1]) }
        changed = changed || more.count != before[number].count
        before[number] = more
      }
      if !changed { break }
    }
    for (number, lesson) in pack.lessons.enumerated() where before[number].contains(number) {
      guard let item = places.firstIndex(where: { $0.lesson == number }) else { continue }
      mark(.lessonCircle(lesson: lesson.title.plain), item)
    }
    var numbers: [ItemID: Int] = [:]
    for (index, item) in items.enumerated() where numbers[item.id] == nil {
      numbers[item.id] = index
    }
    for (index, item) in items.enumerated() {
      for id in item.requires {
        guard let required = numbers[id] else { continue }
        let (own, other) = (places[index].lesson, places[required].lesson)
        if own != other, before[other].contains(own), !before[own].contains(other) {
          mark(.unreachable(requirement: id), index, .heading, others: [required])
        }
      }
    }
  }
}
