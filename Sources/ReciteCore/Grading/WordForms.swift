/// The forms of an English word that count as one: British and American, singular and plural.
enum WordForms {
  /// The word in American spelling and in the singular, as far as rules can tell.
  ///
  /// Only made to compare two words that went through it: what it returns need not be a word.
  static func canonical(_ word: String) -> String {
    guard word.utf8.count > 3, isPlain(word) else { return word }
    return american(singular(word))
  }

  /// Only a to z.
  static func isPlain(_ word: String) -> Bool {
    word.utf8.allSatisfy { (0x61...0x7a).contains($0) }
  }

  static func singular(_ word: String) -> String {
    if let one = irregular[word] { return one }
    guard word.utf8.count > 3, word.ends(in: "s"), !word.endsInAny(of: singularEndings) else {
      return word
    }
    if word.ends(in: "ies") {
      return word.utf8.count > 4 ? String(word.dropLast(3)) + "y" : String(word.dropLast())
    }
    return String(word.dropLast(word.endsInAny(of: pluralEndings) ? 2 : 1))
  }

  /// Endings of words that end in s and are no plurals.
  private static let singularEndings: [StaticString] = ["ss", "us", "is", "ics", "ous", "news"]
  /// Endings of plurals that add two letters.
  private static let pluralEndings: [StaticString] = ["sses", "xes", "zzes", "ches", "shes", "oes"]

  private static let irregular = [
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "wolves": "wolf", "knives": "knife",
    "lives": "life", "leaves": "leaf", "halves": "half", "shelves": "shelf", "thieves": "thief",
    "wives": "wife", "loaves": "loaf", "calves": "calf", "bacteria": "bacterium",
    "phenomena": "phenomenon", "criteria": "criterion", "nuclei": "nucleus", "fungi": "fungus",
    "alumni": "alumnus", "stimuli": "stimulus", "cacti": "cactus", "radii": "radius",
    "vertices": "vertex", "indices": "index", "matrices": "matrix", "appendices": "appendix",
    "axes": "axis", "crises": "crisis", "analyses": "analysis", "theses": "thesis",
    "hypotheses": "hypothesis", "oases": "oasis", "mitochondria": "mitochondrion",
    "chromosomes": "chromosome", "buses": "bus", "gases": "gas", "viruses": "virus",
    "larvae": "larva", "vertebrae": "vertebra", "formulae": "formula", "antennae": "antenna",
    "policemen": "policeman", "workmen": "workman", "businessmen": "businessman",
    "ova": "ovum", "strata": "stratum", "spectra": "spectrum", "curricula": "curriculum",
  ]

  static func american(_ word: String) -> String {
    let count = word.utf8.count
    guard count > 3 else { return word }
    if let known = sameWords[word] { return known }
    var word = word
    for (british, replacement, least) in britishEndings
    where count >= least && word.ends(in: british) {
      word = String(word.dropLast(british.utf8CodeUnitCount)) + replacement
      break
    }
    if let stem = doubledStem(of: word) { word = stem }
    if hasDigraph(word) { word = withoutDigraphs(word) }
    if word.utf8.first == UInt8(ascii: "m"), word.hasPrefix("mould") {
      word = "mold" + word.dropFirst(5)
    }
    return word
  }

  /// Whether a letter a or o stands before an e.
  private static func hasDigraph(_ word: String) -> Bool {
    var before: UInt8 = 0
    for letter in word.utf8 {
      if letter == UInt8(ascii: "e"), before == UInt8(ascii: "a") || before == UInt8(ascii: "o") {
        return true
      }
      before = letter
    }
    return false
  }

  private static let britishWords = [
    "grey": "gray", "plough": "plow", "ploughing": "plowing", "ploughed": "plowed",
    "ageing": "aging", "programme": "program", "cheque": "check", "tyre": "tire",
    "jewellery": "jewelry", "aluminium": "aluminum", "sulphur": "sulfur", "sulphate": "sulfate",
    "sulphide": "sulfide", "sulphuric": "sulfuric", "kerb": "curb", "pyjama": "pajama",
    "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism",
    "enrol": "enroll", "enrolment": "enrollment", "fulfil": "fulfill",
    "fulfilment": "fulfillment", "skilful": "skillful", "wilful": "willful",
    "instalment": "installment", "storey": "story", "draught": "draft", "artefact": "artifact",
    "acknowledgement": "acknowledgment", "judgement": "judgment", "manoeuvre": "maneuver",
    "mum": "mom", "maths": "math", "licence": "license", "defence": "defense",
    "offence": "offense", "pretence": "pretense", "practise": "practice", "whisky": "whiskey",
    "tonne": "ton", "learnt": "learned", "burnt": "burned",
    "spelt": "spelled", "towards": "toward", "afterwards": "afterward", "catalyse": "catalyze",
    "moustache": "mustache", "tsar": "czar", "analog": "analogue", "oxidise": "oxidize",
  ]

  /// Words that are one but for their length, or for a half that means the same.
  private static let doublets = [
    "telephone": "phone", "aeroplane": "plane", "airplane": "plane", "railway": "rail",
    "railroad": "rail", "gasoline": "petrol", "bicycle": "bike", "photograph": "photo",
    "laboratory": "lab", "influenza": "flu", "refrigerator": "fridge", "examination": "exam",
    "advertisement": "advert", "hippopotamus": "hippo", "rhinoceros": "rhino",
    "somebody": "someone", "anybody": "anyone", "everybody": "everyone",
  ]

  private static let sameWords = britishWords.merging(doublets) { british, _ in british }

  private static let britishEndings: [(StaticString, String, Int)] = [
    ("isation", "ization", 8), ("isational", "izational", 10), ("ising", "izing", 7),
    ("ised", "ized", 6), ("iser", "izer", 6), ("ise", "ize", 6), ("ysed", "yzed", 6),
    ("ysing", "yzing", 7), ("yse", "yze", 5), ("oured", "ored", 6), ("ouring", "oring", 7),
    ("ourable", "orable", 8), ("ourful", "orful", 7), ("ourite", "orite", 7),
    ("ourhood", "orhood", 9), ("ourer", "orer", 6), ("our", "or", 5), ("bre", "ber", 5),
    ("tre", "ter", 5), ("ogue", "og", 6), ("exion", "ection", 7),
  ]

  /// Travelled, modelling, counsellor: the stem that American spelling does not double.
  private static func doubledStem(of word: String) -> String? {
    for (doubled, ending) in doubledEndings where word.ends(in: doubled) {
      let stem = word.dropLast(ending.utf8.count + 1)
      guard stem.utf8.count >= 5 else { return nil }
      return String(stem) + ending
    }
    return nil
  }

  private static let doubledEndings: [(StaticString, String)] = [
    ("lled", "ed"), ("lling", "ing"), ("ller", "er"), ("llor", "or"),
  ]

  /// Haemoglobin, oestrogen, archaeology: one letter in American spelling.
  private static func withoutDigraphs(_ word: String) -> String {
    guard word.utf8.count > 5 else { return word }
    var out: [UInt8] = []
    let letters = Array(word.utf8)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      let last = index + 2 >= letters.count
      if next == UInt8(ascii: "e"), !last,
        letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o")
      {
        continue
      }
      out.append(letter)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The stem that inflected and derived forms of a word share, for open answers.
  static func stem(_ word: String) -> String {
    guard word.utf8.count > 4, isPlain(word) else { return canonical(word) }
    var stem = american(singular(word))
    for ending in stemEndings where stem.ends(in: ending) {
      let size = ending.utf8CodeUnitCount
      let rest = stem.utf8.count - size
      guard rest >= 4 || (rest == 3 && size <= 3 && !stem.ends(in: "ate")) else { continue }
      stem =
        stem.dropLast(size) + (ending.utf8CodeUnitCount == 3 && stem.ends(in: "ied") ? "y" : "")
      break
    }
    return evened(stem)
  }

  /// What the inflected forms of a word share, its adverb and a few nouns of action among them.
  static func base(_ word: String) -> String {
    guard word.utf8.count > 4, isPlain(word) else { return evened(canonical(word)) }
    var base = american(singular(word))
    for (ending, replacement, least) in baseEndings where base.ends(in: ending) {
      guard base.utf8.count - ending.utf8CodeUnitCount >= least else { continue }
      base = base.dropLast(ending.utf8CodeUnitCount) + replacement
      break
    }
    return evened(base)
  }

  /// The endings that are no part of a base, what stands there without them, and the fewest letters
  /// that they leave: less would make a plant of a plantation.
  private static let baseEndings: [(StaticString, String, Int)] = [
    ("ation", "", 6), ("ion", "", 6), ("ment", "", 7), ("ing", "", 3), ("ied", "y", 3),
    ("ed", "", 3), ("ier", "y", 3), ("iest", "y", 3), ("ily", "y", 3), ("ly", "", 4),
    ("ness", "", 4),
  ]

  /// A stem without the letter that its ending doubled, or that its ending replaced.
  private static func evened(_ stem: String) -> String {
    var stem = stem
    if let last = stem.last, stem.dropLast().last == last, !"aeiouls".contains(last) {
      stem.removeLast()
    }
    if stem.hasSuffix("e"), stem.utf8.count > 3 { stem.removeLast() }
    if stem.hasSuffix("y"), stem.utf8.count > 3 { stem = stem.dropLast() + "i" }
    return stem
  }

  private static let stemEndings: [StaticString] = [
    "izations", "ization", "ational", "fulness", "iveness", "ousness", "ations", "ation",
    "ement", "ments", "ment", "ingly", "edly", "ities", "ally", "ness", "ably", "ibly", "able",
    "ible", "ating", "ated", "ator", "ate", "ance", "ence", "ancy", "ency", "ions", "ion", "ized",
    "izing", "ize", "ing", "ity",
    "ive", "ied", "ies", "ed", "er", "or", "ly", "al", "es",
  ]
}

extension String {
  /// Whether a word ends in these ASCII letters, byte for byte.
  ///
  /// What `hasSuffix` says too, which looks for the bounds of characters first.
  func ends(in ending: StaticString) -> Bool {
    let size = ending.utf8CodeUnitCount
    guard utf8.count >= size else { return false }
    var word = self
    return word.withUTF8 { bytes in
      for place in 0..<size where bytes[bytes.count - size + place] != ending.utf8Start[place] {
        return false
      }
      return true
    }
  }

  func endsInAny(of endings: [StaticString]) -> Bool { endings.contains(where: ends) }
}
