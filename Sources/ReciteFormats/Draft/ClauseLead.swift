/// What stands before the subject of a sentence.
extension ClauseParser {
  /// What stands before the subject, and where the subject begins.
  func lead() -> (Range<Int>?, Int, Bool)? {
    guard let first = words.first, first.kind != .mark || first.text == "“" else { return nil }
    // `Early in 1940 Britain studied …`
    let isEarly =
      ["early", "late"].contains(first.lower) && words.count > 3 && words[1].lower == "in"
    let opens =
      DraftGrammar.prepositions.contains(first.lower) || isBareLead() || isEarly
      || ["when", "while", "although", "though", "once", "where"].contains(first.lower)
    guard opens else { return (nil, 0, false) }
    // `In 1902 the United States …`
    if let time = mentions.first(where: {
      $0.isTime
        && ($0.range.lowerBound == 1
          || $0.range.lowerBound == 2 && (isEarly || words[1].lower == "the"))
    }),
      time.range.upperBound < words.count, !words[time.range.upperBound].isMark(","),
      words[time.range.upperBound].kind == .word,
      !DraftGrammar.prepositions.contains(words[time.range.upperBound].lower),
      words[time.range.upperBound].lower != "and"
    {
      return (0..<time.range.upperBound, time.range.upperBound, false)
    }
    if ["for", "over", "during", "throughout"].contains(first.lower),
      let unit = words.prefix(6).firstIndex(where: {
        ["years", "decades", "centuries", "months", "weeks"].contains($0.lower)
      }), unit + 2 < words.count,
      words[unit + 1].isCapital || words[unit + 1].lower == "the"
    {
      return (0..<unit + 1, unit + 1, false)
    }
    guard let comma = words.prefix(22).firstIndex(where: { $0.isMark(",") }) else { return nil }
    var end = comma
    // `Born in 1920, in Nancy, France, Jacob joined …`: the comma behind which a clause begins.
    if isBareLead(),
      let last = words.indices.prefix(22).first(where: { place in
        words[place].isMark(",") && place + 1 < words.count
          && subjectAndVerb(from: place + 1).map { $0.apposition == nil } ?? false
      })
    {
      return (0..<last, last + 1, false)
    }
    // A date has a comma of its own.
    if let mention = mentions.first(where: { $0.range.contains(comma) }) {
      guard
        let next = words[mention.range.upperBound...].prefix(16).firstIndex(where: {
          $0.isMark(",")
        })
      else { return nil }
      end = next
    }
    // `Unlike Trump, who seeks …, Xi aims …`
    if end + 1 < words.count, ["who", "which", "whose"].contains(words[end + 1].lower),
      let next = words.indices[(end + 2)...].prefix(30).first(where: { place in
        words[place].isMark(",") && place + 1 < words.count
          && subjectAndVerb(from: place + 1) != nil
      })
    {
      return (0..<next, next + 1, false)
    }
    let isClause =
      (0..<end).contains { isFinite(at: $0) }
      || ["when", "while", "although", "though", "once", "where"].contains(first.lower)
      || first.lower == "because" && words.count > 1 && words[1].lower != "of"
      || first.lower == "as" && words.count > 1
        && !["of", "part", "a", "an", "one"].contains(words[1].lower)
        && (0..<end).contains { words[$0].lower.hasSuffix("ed") }
      || ["after", "before", "since", "as"].contains(first.lower)
        && (0..<end).contains {
          verbs.reading(of: words[$0].lower, as: .past) != nil
            || verbs.reading(of: words[$0].lower, as: .gerund) != nil
        }
    // `In 1905, however, violence …`
    let hasLink =
      end + 2 < words.count && DraftClause.droppable.contains(words[end + 1].lower)
      && words[end + 2].isMark(",")
    return (0..<end, end + (hasLink ? 3 : 1), isClause)
  }

  /// `Founded in 1902, the company …`, `Using the tide, the ships …`, `Instead of falling, prices …`.
  private func isBareLead() -> Bool {
    guard let first = words.first, words.count > 4, !first.isName,
      let comma = words.prefix(16).firstIndex(where: { $0.isMark(",") }), comma > 1,
      comma + 2 < words.count
    else { return false }
    if [
      "instead", "together", "along", "apart", "compared", "contrary", "prior", "based",
      "depending", "thanks", "according",
    ].contains(first.lower) {
      return ["of", "to", "with", "from", "on"].contains(words[1].lower)
    }
    let forms = verbs.readings(of: first.lower).map(\.form)
    guard forms.contains(.gerund) || forms.contains(.participle), !forms.contains(.base) else {
      return false
    }
    // `Mining, fishing and farming are …` is a list.
    return !(0..<comma).contains { isFinite(at: $0) }
      && words[1].kind == .word && !isFinite(at: comma + 1)
      && words[comma + 1].lower != "and"
  }

  func isFinite(at index: Int) -> Bool {
    let lower = words[index].lower
    return DraftGrammar.auxiliaries.contains(lower) || verbs.isOnlyPast(lower)
  }
}
