/// The verbs of expository prose, with their forms: what the drafter can turn into a question.
///
/// A closed list on purpose: a sentence whose verb is not here becomes no question, and a wrong
/// guess at a verb would make a wrong question.
struct DraftVerbs: Sendable {
  enum Form: Equatable, Sendable { case base, present, past, participle, gerund }

  struct Reading: Equatable, Sendable {
    var lemma: String
    var form: Form
  }

  private var forms: [String: [Reading]] = [:]
  private var pasts: [String: String] = [:]
  private var gerunds: [String: String] = [:]
  private var nouns: Set<String> = []

  static let shared = DraftVerbs()

  private init() {
    for word in DraftVerbs.regular.split(separator: " ") { addRegular(String(word)) }
    for row in DraftVerbs.irregular.split(separator: ",") {
      let words = row.split(separator: " ").map(String.init)
      guard words.count >= 3 else { continue }
      let isNoun = words[0].hasSuffix("~")
      let base = isNoun ? String(words[0].dropLast()) : words[0]
      if isNoun { nouns.insert(base) }
      add(base, past: words[1], participle: words[2])
    }
  }

  /// Every reading of a lower-case word as a verb.
  func readings(of word: String) -> [Reading] { forms[word] ?? [] }

  func reading(of word: String, as form: Form) -> String? {
    readings(of: word).first { $0.form == form }?.lemma
  }

  /// The past tense of a base form: `write` becomes `wrote`.
  func past(of lemma: String) -> String? { pasts[lemma] }

  /// The form with -ing of a base form.
  func gerund(of lemma: String) -> String? { gerunds[lemma] }

  /// True where the form with -s (or the base) is as often a noun: `plans`, `works`.
  func isNounToo(_ lemma: String) -> Bool { nouns.contains(lemma) }

  /// True where past and participle differ, so that the past is a finite verb for certain: `began`.
  func isOnlyPast(_ word: String) -> Bool {
    let readings = readings(of: word)
    return readings.contains { $0.form == .past } && !readings.contains { $0.form == .participle }
  }

  private mutating func addRegular(_ written: String) {
    var base = written
    if base.hasSuffix("~") {
      base.removeLast()
      nouns.insert(base)
    }
    let doubles = base.hasSuffix("+")
    if doubles { base.removeLast() }
    if base.hasSuffix("~") {
      base.removeLast()
      nouns.insert(base)
    }
    let past: String
    if base.hasSuffix("e") {
      past = base + "d"
    } else if base.hasSuffix("y"), !DraftVerbs.isVowel(base.dropLast().last) {
      past = base.dropLast() + "ied"
    } else if doubles, let last = base.last {
      past = base + String(last) + "ed"
    } else {
      past = base + "ed"
    }
    add(base, past: past, participle: past, doubles: doubles)
  }

  private mutating func add(
    _ base: String, past: String, participle: String, doubles: Bool = false
  ) {
    pasts[base] = past
    forms[base, default: []].append(Reading(lemma: base, form: .base))
    forms[DraftVerbs.present(of: base), default: []].append(Reading(lemma: base, form: .present))
    forms[past, default: []].append(Reading(lemma: base, form: .past))
    forms[participle, default: []].append(Reading(lemma: base, form: .participle))
    var gerund = base + "ing"
    if base.hasSuffix("ie") {
      gerund = base.dropLast(2) + "ying"
    } else if base.hasSuffix("e"), !base.hasSuffix("ee") {
      gerund = base.dropLast() + "ing"
    } else if doubles || DraftVerbs.doubling.contains(base), let last = base.last {
      gerund = base + String(last) + "ing"
    }
    gerunds[base] = gerund
    forms[gerund, default: []].append(Reading(lemma: base, form: .gerund))
  }

  /// The form of the third person: `carry` becomes `carries`.
  static func present(of base: String) -> String {
    if base == "have" { return "has" }
    if base == "do" || base == "go" { return base + "es" }
    if base.hasSuffix("y"), !isVowel(base.dropLast().last) { return base.dropLast() + "ies" }
    for end in ["s", "x", "z", "ch", "sh"] where base.hasSuffix(end) { return base + "es" }
    return base + "s"
  }

  private static func isVowel(_ character: Character?) -> Bool {
    character.map { "aeiou".contains($0) } ?? false
  }

  private static let doubling: Set<String> = [
    "begin", "run", "win", "set", "cut", "put", "get", "let", "shut", "spin", "hit", "forget",
    "split", "sit",
  ]
}
