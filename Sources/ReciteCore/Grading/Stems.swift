/// Stems of words in free text, irregular verbs and their nouns included.
enum Stems {
  static func stem(_ word: String) -> String {
    if let regular = irregular[word] ?? irregular[WordForms.singular(word)] {
      return WordForms.stem(regular)
    }
    return WordForms.stem(word)
  }

  /// What the inflections of a word share, and what the table of irregular ones counts as it; a noun
  /// that a long verb makes is among them: deplete, depletion.
  static func base(_ word: String) -> String {
    WordForms.base(
      irregular[word] ?? irregular[WordForms.singular(word)] ?? compared[word] ?? word)
  }

  /// The adjectives that comparatives and superlatives come from.
  private static let compared: [String: String] = {
    let adjectives = [
      "big", "large", "great", "vast", "small", "little", "tiny", "quick", "fast", "swift", "slow",
      "old", "new", "poor", "rich", "weak", "strong", "cheap", "safe", "hot", "warm", "cold",
      "cool", "dry", "near", "close", "fair", "sick", "young",
    ]
    var table: [String: String] = [:]
    for adjective in adjectives {
      let last = adjective.last.map(String.init) ?? ""
      for stem in [
        adjective, adjective + last, String(adjective.dropLast()) + (last == "y" ? "i" : ""),
      ] {
        for ending in ["er", "est"] { table[stem + ending] = adjective }
      }
    }
    return table
  }()

  /// The forms of a word that the table of irregular ones knows, the word itself among them.
  static func family(of word: String) -> [String] {
    let base = irregular[word] ?? irregular[WordForms.singular(word)] ?? word
    return rows.first { $0.hasPrefix(base + " ") }?.split(separator: " ").map(String.init) ?? [word]
  }

  private static let irregular: [String: String] = {
    var table: [String: String] = [:]
    for row in rows {
      let words = row.split(separator: " ").map(String.init)
      guard let base = words.first else { continue }
      for word in words.dropFirst() { table[word] = base }
    }
    return table
  }()

  /// The base form, then the forms and nouns that count as it.
  private static let rows = [
    "lose lost loses losing loss losses", "leave left leaves leaving", "fall fell fallen falls",
    "grow grew grown growth", "build built builds building", "buy bought", "sell sold sale sales",
    "pay paid payment payments", "rise rose risen", "run ran", "begin began begun",
    "break broke broken", "drive drove driven", "take took taken", "give gave given",
    "become became", "come came", "make made", "find found", "hold held", "keep kept",
    "lead led", "mean meant", "meet met", "send sent", "spend spent", "teach taught",
    "think thought", "win won", "write wrote written", "speak spoke spoken", "steal stole stolen",
    "choose chose chosen choice", "freeze froze frozen", "know knew known knowledge",
    "draw drew drawn", "die died dies dying death deaths dead", "live lived life lives alive",
    "fight fought fights", "catch caught", "bring brought", "feed fed", "flee fled",
    "shrink shrank shrunk shrinkage", "sink sank sunk", "sing sang sung", "swim swam swum",
    "throw threw thrown", "wear wore worn", "weave wove woven", "bear bore born", "breed bred",
    "eat ate eaten", "drink drank drunk", "see saw seen", "sit sat", "stand stood",
    "strong strength strengthen strengthened", "long length", "wide width", "deep depth",
    "high height", "hot heat heated heats", "warm warmth", "poor poverty",
    "rich wealth wealthy riches",
    "young youth youths", "old aging age aged ages", "free freedom", "able ability",
    "weak weakness weaken weakened",
    "invade invaded invasion invades", "expand expansion expanded",
    "produce production produced produces",
    "reduce reduction reduced reduces", "decide decision decided", "explode explosion exploded",
    "compete competition competitive competitor competitors competed",
    "defend defence defense defended defends defensive",
    "divide division divided", "destroy destruction destroyed destroys",
    "absorb absorption absorbed absorbs",
    "evaporate evaporation evaporated evaporates", "inherit inheritance inherited",
    "migrate migration migrated migrants migrant",
    "invest investment invested investors investments",
    "industry industrial industries industrialized", "agriculture agricultural",
    "economy economic economical economies",
    "politics political politically", "nature natural naturally", "nation national",
    "culture cultural",
    "region regional", "center central centre", "coast coastal coasts coastline",
    "finance financial",
    "resource resources", "pollute pollution polluted", "educate education educated",
    "govern government governed governments",
    "democracy democratic", "religion religious", "military militarily",
    "environment environmental",
    "cheap cheaper cheaply cheapest", "low lower lowered lowers lowest", "large larger largest",
    "big bigger biggest",
    "fast faster fastest", "short shorter shortage shortages", "expensive expense expenses",
    "tax taxes taxed taxation", "revolt revolts revolted", "protest protests protested protesters",
  ]
}
