/// The small closed classes of English words that the grader treats apart.
enum Vocabulary {
  static let articles: Set<String> = ["the", "a", "an"]

  /// Words that carry no content of their own in an answer of a few words.
  static let functionWords: Set<String> = [
    "the", "a", "an", "of", "in", "on", "at", "for", "and", "by", "with", "its", "their", "his",
    "her", "is", "was", "are", "were", "be", "been", "as", "that", "which", "this", "these",
    "those", "it", "they", "there", "also", "very", "into", "to", "from", "some", "any", "all",
    "de", "du", "la", "le", "les", "des", "el", "los", "las", "der", "die", "das", "von", "van",
    "called", "named", "known", "so",
  ]

  /// Words that a sentence is held together by; keywords strung together have none.
  static let connectives: Set<String> = functionWords.union([
    "because", "when", "after", "before", "but", "or", "has", "had", "have", "than", "more", "no",
    "not", "while", "both", "he", "she", "we", "you", "who", "what", "where", "if", "then", "can",
    "could", "would", "will", "did", "do", "does", "went", "got", "made", "makes", "make", "us",
    "them", "him", "out", "up", "down", "over", "due", "led", "through", "until", "about", "most",
    "many", "much", "too", "only", "since", "such", "between", "without", "up", "off", "away",
    "just", "across", "across", "like", "how", "why", "my", "our", "your", "every", "each",
    "gets", "get", "let", "lets", "goes", "go", "keep", "keeps", "so", "under", "within",
  ])

  static let negations: Set<String> = [
    "not", "no", "never", "nor", "neither", "cannot", "cant", "isnt", "arent", "wasnt", "werent",
    "dont", "doesnt", "didnt", "hasnt", "havent", "hadnt", "wont", "wouldnt", "couldnt",
    "shouldnt", "without", "nothing", "nobody", "none", "nowhere", "aint", "non",
  ]

  /// In free text also what nearly denies.
  static let softNegations: Set<String> = [
    "hardly", "barely", "scarcely", "rarely", "seldom", "unlike", "lacked", "lacks", "lacking",
    "lack", "instead", "false", "untrue", "wrong", "myth", "nonexistent", "few", "fewer",
  ]

  /// "About seven": said of a number, and no part of it.
  static let approximations: Set<String> = [
    "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "circa", "ca",
    "some", "c", "estimated", "precisely", "exactly", "just", "total", "totaling", "roundabout",
  ]

  /// Nouns that name the class of a thing and may stand with its name or not.
  static let genericNouns: Set<String> = [
    "river", "province", "city", "town", "country", "state", "lake", "sea", "ocean", "mountain",
    "mount", "mountains", "range", "island", "islands", "peninsula", "desert", "valley", "strait",
    "gulf", "bay", "region", "port", "harbour", "harbor", "capital", "republic", "kingdom",
    "empire", "dynasty", "county", "district", "municipality", "prefecture", "village",
    "railway", "line", "canal", "basin", "plain", "plateau", "coast", "volcano", "glacier",
    "battle", "war", "treaty", "revolution", "policy", "reform", "movement", "party", "company",
    "corporation", "group", "theory", "law", "principle", "effect", "process", "element", "gas",
    "rock", "rocks",
    "metal", "atom", "molecule", "compound", "substance", "acid", "chemical", "cell", "cells",
    "gland", "organ", "bone", "disease", "syndrome", "virus", "hormone", "enzyme", "protein",
    "vitamin", "language", "people", "peoples", "nation", "planet", "star", "constellation",
    "branch", "stage", "phase", "layer", "king", "queen", "emperor", "empress", "president",
    "chairman", "general", "sir", "lord",
    "lady", "dr", "doctor", "mr", "mrs", "ms", "professor", "prof", "pope", "saint", "st",
    "prince", "princess", "tsar", "minister", "premier", "chancellor", "captain", "colonel",
    "composer", "author", "poet", "painter", "philosopher", "scientist", "physicist", "chemist",
    "number", "figure", "year", "century", "age", "era", "period", "method", "system", "rule",
    "equation", "formula", "unit", "currency", "word", "term", "verb", "noun", "letter",
    "tree", "plant", "animal", "bird", "fish", "species", "family", "class", "event", "crisis",
    "disaster", "accident", "agreement", "act", "bill", "plan", "programme", "program",
    "organization", "organisation", "church", "cathedral", "tower", "bridge", "palace",
    "university", "museum", "airport", "station", "field", "forest", "ridge", "gap", "model",
    "concept", "idea", "phenomenon", "style", "period", "school", "book", "novel", "play", "poem",
    "symphony", "opera", "painting", "film", "movie",
  ]

  /// Those that a learner adds to a name without making another of it.
  static let namingNouns: Set<String> = [
    "river", "province", "city", "town", "country", "lake", "ocean", "mountain", "mount",
    "mountains", "island", "islands", "peninsula", "desert", "region", "port", "harbour",
    "harbor", "capital", "kingdom", "dynasty", "county", "district", "municipality",
    "prefecture", "village", "theory", "law", "principle", "effect", "process", "element", "gas",
    "metal", "atom", "hormone", "enzyme", "protein", "disease", "syndrome", "language", "planet",
    "king", "queen", "emperor", "empress", "president", "chairman", "general", "sir", "lord",
    "dr", "doctor", "mr", "mrs", "ms", "professor", "prof", "pope", "saint", "prince", "princess",
    "tsar", "minister", "prime", "premier", "chancellor", "captain", "colonel", "composer",
    "author", "poet", "painter", "philosopher", "scientist", "physicist", "chemist", "number",
    "year", "method", "system", "rule", "currency", "word", "term", "novel", "play", "poem",
    "railway", "volcano", "phenomenon", "concept", "famous", "great", "called", "named", "comrade",
    "leader", "chief", "policy", "movement", "party", "company", "corporation", "acid", "cell",
    "rock", "rocks", "branch", "stage", "phase", "layer", "madame", "madam", "miss", "mister",
    "count", "duke", "baron", "reverend",
    "cells", "species", "family", "tree", "animal", "bird", "organ", "gland", "bone", "era",
    "period",
  ]

  /// Titles that stand before a name, or after it as a surname.
  static let titles: Set<String> = [
    "king", "queen", "emperor", "empress", "president", "chairman", "general", "sir", "lord",
    "lady", "doctor", "pope", "saint", "prince", "princess", "tsar", "minister", "premier",
    "chancellor", "captain", "colonel", "chief", "count", "duke", "baron", "bishop", "abbot",
    "major", "judge", "marshal", "professor", "admiral", "archduke", "archbishop", "cardinal",
    "senator", "governor", "mayor", "commander", "lieutenant", "sergeant", "kaiser", "shah",
    "sultan", "caliph", "justice", "ambassador", "secretary",
  ]

  /// Bodies that are named with what they belong to, or without.
  static let bodies: Set<String> = [
    "council", "court", "assembly", "congress", "senate", "parliament", "commission",
    "secretariat", "charter", "constitution",
  ]

  /// What bodies belong to, word by word.
  static let parents: Set<String> = [
    "un", "united", "nations", "eu", "european", "union", "us", "usa", "states", "uk", "ussr",
    "soviet",
  ]

  /// Nouns of things that are named after somebody, and seldom a surname themselves.
  static let eponymousNouns: Set<String> = [
    "doctrine", "right", "cup", "cross", "memorial", "monument", "column", "theses", "thesis",
    "coup", "rising", "uprising", "rebellion", "revolt", "riot", "mutiny", "experiment", "cradle",
    "comet", "scale", "falls", "test", "constant", "curtain", "pact", "protocol", "accord",
    "convention", "conference", "congress", "council", "commission", "committee",
    "prize", "medal", "award", "telegram", "affair", "scandal", "massacre", "trial", "speech",
    "address", "declaration", "proclamation", "purchase", "compromise", "report", "code", "edict",
    "decree", "amendment", "square", "hotel", "curve", "diagram", "ratio",
    "index", "distribution", "triangle", "circle", "sequence", "series", "paradox", "problem",
    "conjecture", "hypothesis", "theorem", "lemma", "cycle", "reaction", "synthesis", "engine",
    "machine", "lamp", "telescope", "bomb", "zone", "current", "trench", "fault", "fever", "flu",
    "creeper", "bowl", "trophy", "division", "institute", "foundation", "college",
    "expedition", "legacy", "ghetto", "pogrom", "famine", "crash", "bubble", "wing", "raid",
  ]

  /// Nouns for kinds of places and powers; those in one row may stand for each other.
  private static let kinds: [String: Int] = {
    let rows = [
      "river", "lake", "sea ocean", "bay gulf", "strait", "canal", "island islands", "peninsula",
      "desert", "valley", "basin plain", "plateau", "mount mountain mountains range ridge volcano",
      "glacier", "province county district prefecture region",
      "city town village municipality capital port harbour harbor", "dynasty empire", "kingdom",
      "republic", "war", "battle", "treaty agreement", "revolution", "king emperor tsar",
      "queen empress", "prince", "princess", "pope",
    ]
    var kinds: [String: Int] = [:]
    for (number, row) in rows.enumerated() {
      for word in row.split(separator: " ") { kinds[String(word)] = number }
    }
    return kinds
  }()

  /// What a noun calls a thing, by a number; nil where it says little.
  static func kind(of noun: String) -> Int? { kinds[noun] }

  /// Nouns for what a thing is that stand right before its common name: the hormone insulin.
  static let apposed: Set<String> = [
    "hormone", "enzyme", "protein", "element", "gas", "metal", "process", "phenomenon", "concept",
    "disease", "word", "term", "number", "year", "currency", "language", "planet", "called",
    "named", "famous",
  ]

  /// Words that a learner leads in with: "I'm pretty sure it was called".
  static let leadingWords: Set<String> = [
    "i", "im", "ive", "id", "think", "believe", "guess", "say", "would", "am", "pretty", "quite",
    "fairly", "very", "sure", "certain", "that", "thats", "it", "its", "is", "was", "were", "are",
    "be", "been", "they", "theyre", "these", "those", "this", "there", "he", "she", "we", "you",
    "the",
    "answer", "answers", "answering", "my", "correct", "right", "should", "must", "has", "have",
    "to", "called", "call", "named", "known", "as", "name", "names", "term", "word", "maybe",
    "perhaps", "probably", "possibly", "likely", "definitely", "certainly", "surely", "obviously",
    "clearly", "actually", "well", "oh", "um", "uh", "erm", "hmm", "ok", "okay", "so", "namely",
    "in", "on", "at", "during", "from", "because", "due", "by", "with", "through", "year", "a",
    "an",
    "happened", "took", "place", "began", "started", "ended", "occurred", "born", "process",
    "of", "course", "remember", "recall", "suppose", "reckon", "know", "me", "let", "see", "for",
    "could", "might",
  ]

  /// What begins an aside that only adds to an answer: "Shenyang, which is the capital".
  static let asideOpeners: Set<String> = [
    "which", "who", "where", "because", "since", "as", "in", "on", "at", "by", "from", "for",
    "near", "during", "with", "that", "when", "after", "i", "it", "the", "a", "an", "its", "under",
    "between", "of", "also", "obviously", "definitely", "capital", "right", "please", "thanks",
    "whose", "was", "is", "were", "located", "born", "founded", "and",
  ]

  /// Those that a concept can do without: relativity is the theory of relativity.
  static let conceptNouns: Set<String> = [
    "theory", "process", "phenomenon", "concept", "rock", "rocks", "disease", "syndrome", "method",
  ]

  /// Particles of names, which no sorting counts: Leonardo da Vinci.
  static let nameParticles: Set<String> = [
    "da", "di", "de", "del", "della", "der", "den", "von", "van", "bin", "ibn", "al", "ter", "du",
    "la", "le", "y", "e", "zu",
  ]

  /// People who go by their first name.
  static let mononyms: Set<String> = [
    "napoleon", "leonardo", "michelangelo", "galileo", "rembrandt", "raphael", "dante",
    "hannibal", "saladin", "montezuma", "cleopatra", "nefertiti", "buddha", "confucius",
  ]

  /// Short forms written with or without a point.
  static let shortForms = [
    "mt": "mount", "st": "saint", "ft": "fort", "dr": "doctor", "prof": "professor",
    "govt": "government", "dept": "department", "univ": "university", "intl": "international",
    "pres": "president", "gen": "general",
  ]

  /// Words that change what a name stands for, wherever they stand beside it.
  static let qualifiers: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "inner", "outer", "upper", "lower", "new", "old", "great", "greater", "little", "lesser",
    "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
    "southeastern", "southwestern", "first", "second", "third", "early", "late", "mid", "middle",
    "pre", "post", "anti", "non", "semi", "neo", "ex", "former", "modern", "ancient", "partial",
    "partially", "half", "double", "single", "equatorial", "papua", "high", "low", "long", "short",
  ]

  /// What lies towards a quarter of the sky, by either of two words: the west side, the western side.
  static let compass: [String: String] = {
    let quarters = [
      "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    ]
    var compass: [String: String] = [:]
    for quarter in quarters {
      compass[quarter] = quarter + "ern"
      compass[quarter + "ern"] = quarter
    }
    return compass
  }()

  private static let oppositePairs: [(String, String)] = [
    ("north", "south"), ("east", "west"), ("northern", "southern"), ("eastern", "western"),
    ("northeast", "southwest"), ("northwest", "southeast"), ("northeast", "northwest"),
    ("southeast", "southwest"), ("upper", "lower"), ("inner", "outer"), ("before", "after"),
    ("more", "less"), ("more", "fewer"), ("import", "export"), ("importing", "exporting"),
    ("imported", "exported"), ("increase", "decrease"), ("increased", "decreased"),
    ("increasing", "decreasing"), ("rise", "fall"), ("rising", "falling"), ("rose", "fell"),
    ("growth", "decline"), ("first", "last"), ("largest", "smallest"), ("biggest", "smallest"),
    ("highest", "lowest"), ("high", "low"), ("higher", "lower"), ("maximum", "minimum"),
    ("max", "min"), ("above", "below"), ("over", "under"), ("male", "female"), ("left", "right"),
    ("inside", "outside"), ("internal", "external"), ("yes", "no"), ("true", "false"),
    ("public", "private"), ("open", "closed"), ("hot", "cold"), ("warm", "cold"),
    ("positive", "negative"), ("supply", "demand"), ("buyer", "seller"), ("rural", "urban"),
    ("surplus", "deficit"), ("profit", "loss"), ("gain", "loss"), ("strong", "weak"),
    ("acid", "base"), ("acidic", "basic"), ("acidic", "alkaline"), ("summer", "winter"),
    ("spring", "autumn"), ("day", "night"), ("input", "output"), ("inflow", "outflow"),
    ("immigration", "emigration"), ("convex", "concave"), ("dominant", "recessive"),
    ("ascending", "descending"), ("expansion", "contraction"), ("inflation", "deflation"),
    ("oxidation", "reduction"), ("anode", "cathode"), ("proton", "electron"), ("early", "late"),
    ("old", "new"), ("old", "young"), ("rich", "poor"), ("fast", "slow"), ("wet", "dry"),
    ("landlocked", "coastal"), ("won", "lost"), ("win", "lose"), ("victory", "defeat"),
    ("clockwise", "anticlockwise"), ("artery", "vein"), ("stalactite", "stalagmite"),
    ("efficient", "inefficient"), ("legal", "illegal"), ("fixed", "variable"), ("major", "minor"),
    ("buy", "sell"), ("lend", "borrow"), ("creditor", "debtor"), ("employer", "employee"),
    ("husband", "wife"), ("king", "queen"), ("man", "woman"), ("boy", "girl"), ("mother", "father"),
  ]

  static let opposites: [String: Set<String>] = oppositePairs.reduce(into: [:]) { table, pair in
    table[pair.0, default: []].insert(pair.1)
    table[pair.1, default: []].insert(pair.0)
  }

  /// Prefixes that make another word of a word.
  static let turningPrefixes = [
    "non", "un", "in", "im", "il", "ir", "dis", "anti", "de", "mis", "counter", "sub", "ex", "pre",
    "post", "co", "re", "pro", "bi", "tri", "super", "under", "over", "semi", "a",
  ]

  /// Prefixes that stand for each other's opposite or neighbour.
  static let exchangedPrefixes: [(String, String)] = [
    ("inter", "intra"), ("hyper", "hypo"), ("micro", "macro"), ("exo", "endo"), ("pre", "post"),
    ("im", "ex"), ("in", "out"), ("under", "over"), ("anti", "pro"), ("mono", "poly"),
    ("homo", "hetero"), ("ab", "ad"), ("af", "ef"), ("north", "south"), ("east", "west"),
    ("im", "em"), ("ecto", "endo"), ("iso", "aniso"), ("thermo", "hydro"), ("uni", "multi"),
    ("bi", "tri"), ("mono", "di"), ("di", "tri"), ("meio", "mito"), ("in", "ex"), ("de", "in"),
    ("pro", "con"), ("ante", "anti"), ("per", "pro"), ("sub", "super"), ("infra", "ultra"),
  ]

  /// What the last character of a Chinese place name may be and need not.
  static let hanGenericEndings: Set<Unicode.Scalar> = [
    "省", "市", "县", "区", "州", "国", "河", "江", "湖", "海", "山", "岛", "族", "语", "人",
  ]

  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var table = ["sept": 9]
    for (index, name) in names.enumerated() {
      table[name] = index + 1
      table[String(name.prefix(3))] = index + 1
    }
    return table
  }()

  static let romanNumerals = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18,
    "xix": 19, "xx": 20, "xxi": 21,
  ]
}
