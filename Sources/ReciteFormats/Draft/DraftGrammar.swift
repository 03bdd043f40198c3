/// The words that hold sentences together, in the classes that the drafter asks for.
enum DraftGrammar {
  static let beForms: Set<String> = ["is", "are", "was", "were"]
  static let haveForms: Set<String> = ["has", "have", "had"]
  static let modals: Set<String> = [
    "will", "would", "can", "could", "may", "might", "shall", "should", "must",
  ]
  static let doForms: Set<String> = ["do", "does", "did"]
  static let auxiliaries = beForms.union(haveForms).union(modals).union(doForms)

  static let articles: Set<String> = ["the", "a", "an"]
  static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "our", "your", "my", "this", "that", "these",
    "those", "some", "any", "each", "every", "no", "all", "both", "many", "most", "several", "few",
    "such", "another", "other", "much", "more", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "various", "numerous",
  ]
  static let demonstratives: Set<String> = ["this", "these", "those", "such", "that"]
  static let personal: Set<String> = [
    "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs",
    "himself", "herself", "itself", "themselves",
  ]
  static let firstAndSecond: Set<String> = [
    "i", "we", "you", "me", "us", "my", "our", "your", "mine", "ours", "yours", "myself",
    "ourselves", "yourself", "i'm", "we're", "you're", "i've", "we've", "let's", "we'll", "you'll",
  ]
  static let prepositions: Set<String> = [
    "in", "on", "at", "by", "for", "from", "to", "with", "of", "into", "onto", "over", "under",
    "through", "between", "among", "along", "across", "around", "near", "against", "during",
    "after", "before", "since", "until", "about", "till", "atop", "astride", "athwart", "above",
    "below", "beyond", "within",
    "without",
    "toward", "towards", "upon", "via", "despite", "throughout", "inside", "outside", "behind",
    "beside", "beneath", "off", "per", "like", "unlike", "amid", "amongst", "alongside", "than",
    "as", "except", "including", "regarding", "concerning", "following", "versus", "due", "owing",
    "because", "up", "down", "out",
  ]
  static let relatives: Set<String> = [
    "which", "who", "whom", "whose", "that", "where", "when", "whereby",
  ]
  static let conjunctions: Set<String> = [
    "and", "or", "but", "nor", "yet", "so", "while", "whereas", "although", "though", "if",
    "unless", "because", "whether",
  ]
  static let negations: Set<String> = [
    "not", "no", "never", "none", "neither", "nor", "cannot", "hardly", "scarcely", "barely",
    "nothing", "nobody", "without", "rarely", "seldom", "few", "little",
  ]
  static let hedges: Set<String> = [
    "may", "might", "perhaps", "possibly", "probably", "reportedly", "allegedly", "supposedly",
    "likely", "unlikely", "seem", "seems", "seemed", "appears", "appeared", "suggests", "suggested",
    "presumably", "apparently", "arguably", "could", "would", "should", "maybe", "theories",
    "believed",
    "thought", "assumed", "rumored", "rumoured", "alleged", "claimed", "claims", "disputed",
    "controversial", "hypothesis", "speculated", "argue", "argues", "argued", "unclear", "unknown",
    "uncertain", "purported", "if", "unless", "whether", "expected", "predicted", "projected",
    "hopes",
    "hoped", "potential", "tends", "tend", "legend", "tradition",
  ]
  static let speech: Set<String> = [
    "said", "says", "say", "told", "tells", "stated", "warned", "added", "asked", "announced",
    "insisted", "replied", "complained", "commented", "explained", "explains", "noted", "quoted",
    "testified", "admitted", "joked", "reported", "contends", "believes", "believe", "think",
    "thinks", "according", "writes", "remarked", "confirmed",
  ]
  /// Words that lead a sentence in and can be left off.
  static let openers: Set<String> = [
    "however", "moreover", "furthermore", "additionally", "meanwhile", "nevertheless",
    "nonetheless", "similarly", "likewise", "also", "finally", "indeed", "thus", "therefore",
    "consequently", "accordingly", "hence", "firstly", "secondly", "thirdly", "lastly", "fourthly",
    "overall", "ultimately", "notably", "interestingly", "importantly", "specifically", "besides",
    "second", "third", "first", "instead", "still", "coincidentally", "initially", "eventually",
    "subsequently", "traditionally", "historically", "today", "currently", "originally",
    "surprisingly", "unfortunately", "fortunately", "clearly", "in addition", "in fact",
    "of course",
    "in conclusion", "for example", "for instance", "in particular", "as such", "in turn",
    "on the other hand", "in contrast", "by contrast", "in other words", "in general", "in short",
    "in summary", "to this day", "at the same time", "as well", "as a result", "as a consequence",
    "actually", "generally", "generally speaking", "typically", "essentially", "basically",
    "in reality", "in practice", "in essence", "not surprisingly", "naturally",
    "more importantly", "more specifically", "ironically", "remarkably", "conversely",
    "alternatively", "for this reason", "because of this", "in the meantime", "recently",
    "more recently", "as expected", "above all", "in general terms", "simply put", "in brief",
    "in many ways", "in response", "to that end", "in the process", "curiously", "paradoxically",
    "in consequence", "in the end", "over time", "at first", "in total", "in all",
  ]
  /// Those of them that change what is said where they are left off.
  static let meaningfulOpeners: Set<String> = [
    "initially", "originally", "traditionally", "historically", "today", "currently", "at first",
    "to this day", "in general", "in total", "in all", "eventually", "generally", "typically",
    "generally speaking", "recently", "more recently", "in theory",
  ]
  /// Those that say that the sentence before is the cause.
  static let resultOpeners: Set<String> = [
    "as a result", "as a consequence", "in consequence", "consequently",
  ]
  static let adverbs: Set<String> = [
    "also", "still", "now", "once", "often", "soon", "then", "already", "always", "usually",
    "later", "first", "further", "formerly", "officially", "again", "thus", "therefore", "only",
    "even", "just", "ever", "sometimes", "long", "largely", "mainly", "mostly", "quickly", "today",
    "currently", "eventually", "finally", "however", "together", "well", "almost", "nearly",
    "meanwhile", "here", "there", "too", "instead", "otherwise", "indeed", "nevertheless",
    "worldwide", "nationwide", "abroad", "elsewhere", "onward", "onwards", "northward",
    "northwards", "southward", "southwards", "eastward", "eastwards", "westward", "westwards",
    "upward", "upwards", "downward", "downwards", "inward", "outward", "backward", "backwards",
    "forward", "inland", "ashore", "offshore", "overland", "upstream", "downstream", "overseas",
  ]

  static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word)
      || word.hasSuffix("ly") && word.utf8.count > 4
        && ![
          "family", "supply", "assembly", "italy", "july", "monopoly", "reply", "ally", "rally",
          "anomaly",
        ].contains(word)
  }

  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static let numberWords: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let scales: Set<String> = ["hundred", "thousand", "million", "billion", "trillion"]

  /// Words that are no content of an answer.
  static let functionWords: Set<String> =
    determiners.union(prepositions).union(relatives).union(conjunctions).union(auxiliaries)
    .union(personal).union(adverbs).union(negations).union([
      "be", "been", "being", "there", "not", "own", "part", "parts", "way", "ways", "thing",
      "things", "number", "numbers", "amount", "kind", "kinds", "type", "types", "use", "used",
      "make", "makes", "made", "great", "large", "new", "very", "much", "including", "become",
      "became", "same", "able", "different",
    ])
}
