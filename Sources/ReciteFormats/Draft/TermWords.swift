/// The words by which noun phrases are told from what only looks like one.
extension DraftTerms {
  /// Words that name no thing by themselves.
  static let loose: Set<String> = [
    "first", "second", "third", "last", "next", "same", "certain", "early", "late", "high", "low",
    "long", "short", "small", "big", "good", "bad", "old", "young", "following", "main", "major",
    "important", "due", "year", "years", "day", "days", "time", "times", "per", "non", "century",
    "such", "own", "total", "average", "recent", "current", "previous", "likely", "known", "called",
    "percent", "cent", "thing", "things", "example", "examples", "point", "fact", "case", "end",
    "least", "lot", "set", "way", "children", "people", "individuals", "persons", "researchers",
    "scientists", "experts", "officials", "studies", "results", "everything", "something",
    "someone", "anyone", "everyone", "nothing", "today", "month", "months", "week", "weeks", "kind",
    "kinds", "variety", "range", "series", "number", "numbers", "amount", "members", "others",
    "why", "how", "what", "worldwide", "nationwide", "abroad", "overseas", "home", "altogether",
    "rather", "elsewhere", "instead", "alike", "indeed", "anyway", "twice",
    "thereby", "apart", "ashore", "aboard", "alone", "ahead", "away", "forward", "inland",
    "offshore", "upstream", "downstream", "overland", "otherwise", "response", "method", "methods",
    "close", "together", "one", "ones", "upside", "somebody", "anybody", "nobody", "else",
    "nowhere", "somewhere",
    "nearer", "closer",
    "further", "cooler", "warmer", "colder", "hotter", "cheaper", "faster",
    "slower", "larger", "bigger", "smaller", "higher", "lower", "deeper", "wider", "longer",
    "shorter", "stronger", "weaker", "milder", "greater", "richer", "poorer", "older", "younger",
    "easier", "harder", "better", "worse", "fewer", "drier", "wetter", "earlier", "later", "past",
    "half", "quarter", "dozen", "fifth",
    "tenth", "principle",
    "groups", "group", "position", "change", "changes", "level", "levels", "type", "types",
    "properties", "estimates", "back", "again",
    "too", "either",
    "neither", "whether", "former", "latter", "cases", "person",
    "someone's",
    "place", "part", "parts", "facts", "reason", "reasons", "question", "matter", "idea",
    "situation", "circumstances", "difference", "possible", "available", "several", "various",
  ]

  /// Common adjectives, which end no noun phrase.
  static let adjectives: Set<String> = [
    "adrift", "alike", "aloft", "afloat", "ablaze", "far", "deep", "answer", "answers", "decade",
    "decades", "centuries", "hours", "minutes", "difficult", "easy",
    "diverse", "popular",
    "similar", "familiar", "regular", "modern",
    "western",
    "eastern", "northern", "southern", "urban", "necessary", "primary", "secondary", "ordinary",
    "white", "black", "red", "green", "blue", "yellow", "dark", "dry", "wet", "empty", "free",
    "safe", "rich", "poor", "hot", "cold", "warm", "cool", "wide", "hard", "soft", "weak",
    "dense", "alive", "dead", "ill", "sick", "equal", "ready", "sure", "false", "open", "closed",
    "modest", "cheap", "worth", "rare", "slow", "fast", "quick", "big", "little", "young", "best",
    "worst", "better", "worse", "complete", "fair", "calm", "proud", "vast", "tiny", "thin",
    "thick",
    "heavy", "sharp", "flat", "steep", "narrow", "loose", "tight", "raw", "pure", "solid",
    "aware", "afraid", "unclear", "unknown", "uncertain", "extinct", "intact", "abundant", "scarce",
  ]

  /// Where somebody or something goes: no part of who or what.
  static let whither: Set<String> = [
    "underground", "ashore", "inland", "overseas", "upstream", "downstream",
  ]

  /// Nouns that end as verb forms do.
  static let deeds: Set<String> = [
    "building", "mining", "fishing", "farming", "engineering", "manufacturing", "shipping",
    "banking", "funding", "housing", "training", "warming", "meaning", "beginning", "wedding",
    "hearing", "ruling", "spring", "string", "offspring", "setting", "trading", "lending",
    "voting", "planning", "painting", "writing", "learning", "teaching", "processing",
    "marketing", "advertising", "clothing", "lightning", "morning", "evening", "sibling",
  ]

  /// Nouns that end as adjectives do.
  static let headEnds: Set<String> = [
    "music", "republic", "public", "traffic", "topic", "fabric", "metric", "panic", "critic",
    "clinic", "arctic", "plastic", "magic",
    "capital", "animal", "hospital", "metal", "mineral", "material", "canal", "journal", "signal",
    "trial", "appeal", "approval", "arrival",
    "survival", "removal", "proposal", "rival", "goal", "coal", "crystal", "chemical", "individual",
    "official", "professional", "manual", "festival", "cathedral", "withdrawal", "denial",
    "refusal", "renewal", "disposal", "potential", "interval", "mammal", "coral", "petal", "medal",
    "pedal", "reversal", "dismissal", "rebuttal", "acquittal",
    "government", "parliament", "element", "environment", "document", "argument", "development",
    "department", "continent", "event", "agent", "accident", "incident", "president", "student",
    "patient", "parent", "content", "component", "moment", "current", "client", "treatment",
    "movement", "settlement", "agreement", "instrument", "experiment", "investment", "employment",
    "statement", "judgment", "judgement", "amendment", "talent", "extent", "percent", "cement",
    "sediment", "segment", "fragment", "pigment", "monument", "sentiment", "equipment",
    "achievement", "punishment", "establishment", "management", "requirement", "improvement",
    "payment", "basement", "apartment", "regiment", "nutrient", "gradient", "ingredient",
    "opponent", "descent", "consent", "intent", "patent", "resident", "precedent", "coefficient",
    "solvent", "detergent",
    "plant", "elephant", "restaurant", "giant", "merchant", "servant", "descendant", "inhabitant",
    "immigrant", "migrant", "tenant", "defendant", "participant", "consultant", "assistant",
    "infant", "grant", "warrant", "covenant", "pollutant", "contaminant", "complainant", "claimant",
    "appellant", "accountant", "variant", "constant", "determinant",
    "library", "boundary", "territory", "secretary", "salary", "dictionary", "military",
    "tributary", "century", "summary", "diary", "glossary", "missionary", "beneficiary",
    "judiciary", "subsidiary", "commentary", "documentary", "estuary", "january", "february",
    "sanctuary", "visionary", "adversary", "anniversary", "monetary",
    "fish", "crayfish", "shellfish", "jellyfish", "dish", "rubbish", "finish",
    "motive", "incentive", "objective", "initiative", "alternative", "narrative", "executive",
    "representative", "perspective", "relative", "native", "detective", "captive", "archive",
    "olive", "adjective", "preservative", "directive", "collective", "cooperative", "additive",
    "derivative",
    "table", "cable", "vegetable", "variable", "constable", "stable", "bible", "crucible",
  ]
}
