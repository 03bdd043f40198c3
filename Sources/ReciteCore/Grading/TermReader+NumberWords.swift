/// Reads numbers in words, ordinals and centuries.
extension TermReader {
  mutating func readNumberWords() -> Bool {
    guard token()?.kind == .word else { return false }
    if readFraction() { return true }
    guard let cleaned = numberWordRun(), let reading = NumberWords.read(cleaned.words, at: 0),
      reading.count > 0
    else { return readLooseDecade() }
    var count = cleaned.tokenCounts[reading.count - 1]
    if word(count) == "and", word(count + 1) == "a", word(count + 2) == "half" {
      let scale = NumberWords.scales[word(count + 3)]
      emitNumber((reading.value + 0.5) * (scale ?? 1), taking: count + (scale == nil ? 3 : 4))
      return true
    }
    if let decade = NumberWords.decades[word(count)]
      ?? (isMark("-", count) ? NumberWords.decades[word(count + 1)] : nil),
      reading.value >= 10, reading.value <= 20
    {
      if isMark("-", count) { count += 1 }
      let year = Int(reading.value) * 100 + Int(decade)
      emit(.decade(year, isFull: true), "\(year)s", taking: count + 1)
      return true
    }
    if reading.value >= 10, reading.value <= 20, word(count) == "hundreds" {
      emit(
        .century(Int(reading.value) + 1, isBeforeChrist: false), "\(Int(reading.value) + 1)c",
        taking: count + 1)
      return true
    }
    if reading.isOrdinal {
      position += count - 1
      finishOrdinal(reading.value, start: position - count + 1)
      return true
    }
    var negative = false
    if let before = found.last, ["minus", "negative", "neg"].contains(before.surface) {
      negative = true
      found.removeLast()
    }
    emitNumber(negative ? -reading.value : reading.value, taking: count)
    return true
  }

  /// The words from here on, hyphens between them dropped, and the tokens each takes with all before.
  private func numberWordRun() -> (words: [String], tokenCounts: [Int])? {
    let first = word()
    guard
      NumberWords.ones[first] != nil || NumberWords.tens[first] != nil
        || (first == "a" || first == "an") && NumberWords.scales[word(1)] != nil
    else { return nil }
    var run: [String] = []
    var counts: [Int] = []
    var offset = 0
    while offset < 14, let next = token(offset) {
      if next.kind == .word {
        run.append(next.text)
        counts.append(offset + 1)
      } else if !(next.kind == .mark && (next.text == "-" || next.text == ",")) {
        break
      }
      offset += 1
    }
    return (run, counts)
  }

  /// The fifties, the '50s.
  private mutating func readLooseDecade() -> Bool {
    guard let decade = NumberWords.decades[word()], decade > 10 else { return false }
    emit(.decade(Int(decade), isFull: false), "\(Int(decade))s", taking: 1)
    return true
  }

  /// Half, a quarter, two thirds.
  private mutating func readFraction() -> Bool {
    let first = word()
    var count = 0
    var above = 1.0
    if first == "a" || first == "an" || first == "one" {
      count = 1
    } else if let ones = NumberWords.ones[first], ones > 1 {
      above = ones
      count = 1
    }
    if isMark("-", count) { count += 1 }
    guard let below = NumberWords.fractions[word(count)], below > 0 else { return false }
    let isHalf = ["half", "halves", "quarter", "quarters"].contains(word(count))
    // A third of the land is a share; a third party is none.
    let isShare = first.hasPrefix("a") && (token(count + 1) == nil || word(count + 1) == "of")
    let isPlain = isHalf || isShare
    guard count > 0 && (isPlain || first != "a") || word(count) == "half" else { return false }
    if above == 1, !isPlain, first != "one" { return false }
    if word(count) == "half", count == 0, found.isEmpty == false || token(1)?.kind == .mark {
      return false
    }
    emitNumber(above / below, taking: count + 1)
    return true
  }

  // MARK: Ordinals, centuries

  mutating func readOrdinal() -> Bool {
    guard let value = NumberWords.ordinals[word()] else { return false }
    if word() == "second", let before = found.last, before.isNumeric { return false }
    finishOrdinal(value, start: position)
    return true
  }

  /// At the last token of an ordinal: a century if the word follows.
  mutating func finishOrdinal(_ value: Double, start: Int) {
    let end = position
    position = start
    let count = end - start + 1
    var after = count
    if isMark("-", after) { after += 1 }
    if word(after) == "century" || word(after) == "centuries" || word(after) == "cent"
      || word(after) == "c"
    {
      var taken = after + 1
      var before = false
      if word(taken) == "bc" || word(taken) == "bce" {
        before = true
        taken += 1
      } else if word(taken) == "ad" || word(taken) == "ce" {
        taken += 1
      }
      emit(
        .century(Int(value), isBeforeChrist: before), "\(before ? "-" : "")\(Int(value))c",
        taking: taken)
      return
    }
    emit(.ordinal(value), Self.text(value), taking: count)
  }
}
