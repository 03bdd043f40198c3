/// Looks for a rubric's phrases in a free answer: as written, inflected, misspelt, or in other words.
struct PhraseFinder {
  let reader: RubricReader
  /// Of a phrase all but the smallest words must be there: "more coal" is not met by coal.
  var isExact = false

  /// The words that meet a point, in the order of the answer; nil where none do.
  func words(meeting point: WantedPoint) -> String? {
    let isWithdrawn = point.not.contains {
      PhraseFinder(reader: reader, isExact: true).places(meeting: $0) != nil
    }
    if isWithdrawn { return nil }
    for requirement in point.any {
      if let places = places(meeting: requirement), let first = places.min(),
        let last = places.max()
      {
        return reader.original(first, last)
      }
    }
    return nil
  }

  /// Where all groups of a requirement are met, in one sentence.
  private func places(meeting requirement: WantedRequirement) -> [Int]? {
    let sentences = Set(reader.words.map(\.sentence)).sorted()
    for sentence in sentences {
      let range = self.range(of: sentence)
      var places: [Int] = []
      var isMet = !requirement.groups.isEmpty
      for group in requirement.groups {
        guard let found = first(of: group, in: range) else {
          isMet = false
          break
        }
        places += found
      }
      if isMet { return places }
    }
    return nil
  }

  private func range(of sentence: Int) -> Range<Int> {
    let start = reader.words.firstIndex { $0.sentence == sentence } ?? 0
    let end = reader.words.lastIndex { $0.sentence == sentence }.map { $0 + 1 } ?? start
    return start..<end
  }

  private func first(of wordings: [[WantedWord]], in range: Range<Int>) -> [Int]? {
    for wording in wordings {
      if let places = find(wording, in: range) { return places }
    }
    return nil
  }

  // MARK: Finding

  private func find(_ wording: [WantedWord], in range: Range<Int>) -> [Int]? {
    guard !wording.isEmpty else { return nil }
    let denies = wording.contains { Vocabulary.negations.contains($0.text) }
    if let places = inOrder(wording, range), denies || affirmed(places) { return places }
    if let places = denied(wording, range) { return places }
    return together(wording, range, denies: denies)
  }

  private func affirmed(_ places: [Int]) -> Bool {
    guard let last = places.last else { return false }
    return !places.contains {
      reader.words[$0].isDenied || reader.words[$0].isDenial && places.count == 1
    }
      && !reader.isUndone(after: last)
  }

  /// The words of a phrase as they stand, with at most two small words between any two.
  private func inOrder(_ wording: [WantedWord], _ range: Range<Int>) -> [Int]? {
    let denies = wording.contains { Vocabulary.negations.contains($0.text) }
    for start in range where agrees(reader.words[start], wording[0]) {
      var places = [start]
      for want in wording.dropFirst() {
        guard let last = places.last else { break }
        var place = last + 1
        var skipped = 0
        while place < range.upperBound, skipped < 3, !agrees(reader.words[place], want) {
          guard Vocabulary.connectives.contains(reader.words[place].text) || skipped == 0 else {
            break
          }
          place += 1
          skipped += 1
        }
        guard place < range.upperBound, agrees(reader.words[place], want) else { break }
        places.append(place)
      }
      if places.count == wording.count, denies || affirmed(places) { return places }
    }
    return nil
  }

  private static let denyingPrefixes = ["in", "un", "im", "ir", "il", "non", "dis"]

  /// "Not efficient" where "inefficient" is wanted.
  private func denied(_ wording: [WantedWord], _ range: Range<Int>) -> [Int]? {
    guard wording.count == 1, let want = wording.first, want.text.utf8.count > 6 else { return nil }
    for prefix in Self.denyingPrefixes where want.text.hasPrefix(prefix) {
      let base = want.text.dropFirst(prefix.count)
      for place in range
      where reader.words[place].isDenied
        && reader.words[place].text.hasPrefix(base.prefix(max(5, base.count - 3)))
      {
        return [place]
      }
    }
    return nil
  }

  /// All content words of a phrase in one clause, in any order.
  private func together(_ wording: [WantedWord], _ range: Range<Int>, denies: Bool) -> [Int]? {
    let loose = isExact ? Vocabulary.functionWords : Vocabulary.connectives
    let content = wording.filter {
      !loose.contains($0.text) && !Vocabulary.negations.contains($0.text)
    }
    guard content.count > 1 || content.count == 1 && wording.count > 1 else { return nil }
    let light = content.count > 2 ? content.count { Thesaurus.lightVerbs.contains($0.stem) } : 0
    let enough =
      content.count <= 3 ? content.count : content.count == 4 ? 3 : (content.count * 7 + 9) / 10
    for clause in Set(range.map { reader.words[$0].clause }).sorted() {
      let members = range.filter { reader.words[$0].clause == clause }
      var places: [Int] = []
      for want in content {
        if let place = members.first(where: {
          !places.contains($0) && agrees(reader.words[$0], want)
        }) {
          places.append(place)
        }
      }
      guard places.count >= enough - min(light, 1),
        isOnePhrase(places, content.count, joined: wording.contains { $0.text == "and" })
      else {
        continue
      }
      let isDenied = places.contains { reader.words[$0].isDenied }
      guard isDenied == denies, denies || affirmed(places.sorted()) else { continue }
      return places
    }
    return nil
  }

  /// Whether places lie near enough to belong together, and are not two things joined by "and".
  private func isOnePhrase(_ places: [Int], _ count: Int, joined: Bool) -> Bool {
    guard let first = places.min(), let last = places.max() else { return false }
    guard last - first < count + (count == 2 ? 9 : 3) else { return false }
    let isReordered = zip(places, places.dropFirst()).contains { $0 > $1 }
    return !isReordered
      || !reader.words[first...last].contains { $0.text == "and" || $0.text == "or" }
  }

  // MARK: Words

  private func agrees(_ word: RubricReader.Word, _ want: WantedWord) -> Bool {
    if word.text == want.text { return true }
    if want.isPrefix {
      if word.text.hasPrefix(want.text) { return true }
      if word.american.hasPrefix(want.american) { return true }
    } else if word.text.utf8.count > 3, agreeByStem(word, want) {
      return true
    } else if isDemonym(word.text, of: want.text) || isDemonym(want.text, of: word.text) {
      return true
    }
    if isCompound(word.text, of: want.text) { return true }
    if want.kin.contains(word.base) { return true }
    return isSlip(word, of: want)
  }

  /// Whether two words have one stem; of a stem of three letters more must agree: currency is no
  /// cure.
  private func agreeByStem(_ word: RubricReader.Word, _ want: WantedWord) -> Bool {
    guard word.stem == want.stem else { return false }
    return word.stem.utf8.count > 3 || word.text.hasPrefix(want.text)
      || want.text.hasPrefix(word.text) || word.base == Stems.base(want.text)
  }

  /// Oilfield for oil, coalmines for coal: a word put together with another.
  private func isCompound(_ word: String, of part: String) -> Bool {
    guard part.utf8.count >= 3, word.utf8.count >= part.utf8.count + 4, word.hasPrefix(part) else {
      return false
    }
    return [
      "field", "fields", "mine", "mines", "land", "lands", "works", "yard", "yards", "worker",
      "workers",
    ]
    .contains(String(word.dropFirst(part.count)))
  }

  /// Russia and Russian, Japan and Japanese.
  private func isDemonym(_ word: String, of place: String) -> Bool {
    guard place.utf8.count >= 4, word.utf8.count > place.utf8.count,
      reader.knowledge.lexicon.has(place, in: .countries)
    else { return false }
    let rest = word.dropFirst(word.commonPrefixCount(with: place))
    return word.commonPrefixCount(with: place) >= place.utf8.count - 1
      && ["n", "an", "ian", "ese", "ish", "i"].contains(String(rest))
  }

  private func isSlip(_ typed: RubricReader.Word, of want: WantedWord) -> Bool {
    guard want.text.utf8.count >= 5, typed.mayBeSlip else { return false }
    var letters = Array(typed.text.unicodeScalars)
    let wanted = want.letters
    let limit = min(1.5, Spelling.acceptedDistance(length: wanted.count))
    if want.isPrefix {
      guard letters.count >= wanted.count - 1 else { return false }
      for length in [wanted.count - 1, wanted.count, wanted.count + 1]
      where length <= letters.count && length > 3 {
        if Spelling.distance(Array(letters.prefix(length)), wanted, limit: limit) != nil {
          return true
        }
      }
      return false
    }
    if letters.last == "s", wanted.last != "s" { letters.removeLast() }
    return Spelling.distance(letters, wanted, limit: limit) != nil
  }
}

extension String {
  /// How many characters two words begin with alike.
  func commonPrefixCount(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
