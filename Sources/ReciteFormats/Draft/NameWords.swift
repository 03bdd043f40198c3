/// Words by which names are told apart.
enum NameWords {
  static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "le", "van", "von", "der",
    "den", "ter", "ten", "al", "el", "bin", "ibn", "y", "zu", "av",
  ]
  static let beforeOf: Set<String> = [
    "strait", "straits", "gulf", "bay", "treaty", "battle", "siege", "bank", "university",
    "republic", "kingdom", "isthmus", "cape", "isle", "house", "declaration", "duke", "duchess",
    "prince", "princess", "king", "queen", "emperor", "bishop", "archbishop", "count", "earl",
    "council", "department", "ministry", "bureau", "institute", "articles", "bill", "convention",
    "peace", "congress", "sea", "port", "city", "state", "states", "union", "league", "order",
    "church", "museum", "college", "school", "principality", "commonwealth", "empire", "horn",
    "rock", "federation", "academy", "library", "temple", "tower", "court", "chamber", "fall",
    "partition", "province", "district", "mount", "pact", "edict", "act", "lake", "river", "valley",
  ]
  static let joined: Set<String> = [
    "initiative", "act", "company", "agreement", "treaty", "organization", "organisation",
    "department", "ministry", "fund", "nevis", "barbuda", "tobago", "herzegovina", "war",
  ]
  static let leading: Set<String> = [
    "south", "north", "east", "west", "southern", "northern", "eastern", "western", "central",
    "new", "great", "grand", "upper", "lower", "king", "queen", "prince", "president", "lake",
    "mount", "cape", "port", "san", "santa", "saint", "los", "las", "el", "la", "world", "civil",
    "red", "black", "white", "big", "little", "general", "captain", "lord", "lady", "sir", "pope",
    "emperor", "bank", "national", "federal", "royal", "imperial", "united", "supreme", "premier",
    "prime", "bishop", "duke", "count", "professor", "middle", "holy", "gross", "rust", "silk",
    "industrial", "cold", "first", "second", "treaty", "battle",
  ]
  static let titles: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "king", "queen", "emperor",
    "empress", "prince", "princess", "pope", "sir", "lord", "lady", "general", "gen.", "colonel",
    "col.", "captain", "capt.", "admiral", "professor", "prof.", "chancellor", "minister",
    "premier",
    "governor", "senator", "sen.", "bishop", "archbishop", "tsar", "sultan", "chairman", "duke",
    "explorer", "engineer", "philosopher", "historian", "economist", "chemist", "physicist",
    "scientist", "architect", "inventor", "commander", "secretary", "mayor", "saint", "st.",
    "leader", "politician", "author", "writer", "poet", "painter", "composer", "director",
    "justice", "attorney", "solicitor", "representative", "rep.", "congressman", "congresswoman",
    "ambassador", "sheriff", "detective", "inspector", "judge", "archduke", "rabbi", "imam",
    "astronaut", "astronauts", "marshal", "lieutenant", "major", "sergeant", "baron", "count",
  ]
  static let events: Set<String> = [
    "war", "wars", "revolution", "treaty", "battle", "crisis", "depression", "conference",
    "rebellion", "uprising", "siege", "armistice", "olympics", "games", "reformation",
    "renaissance", "crusade", "crusades", "movement", "declaration", "convention", "accord",
    "accords", "pact", "purge", "famine", "plague", "election", "referendum", "summit",
  ]
  static let organizations: Set<String> = [
    "company", "corporation", "bank", "university", "institute", "party", "army", "navy",
    "organization", "organisation", "commission", "committee", "council", "ministry", "agency",
    "association", "federation", "league", "congress", "parliament", "government", "service",
    "society", "group", "inc", "inc.", "ltd", "ltd.", "co.", "corp", "corp.", "department",
    "bureau", "authority", "court", "church", "college", "museum", "fund", "foundation", "nations",
    "senate", "administration", "airlines", "railway", "railways", "railroad", "times", "post",
    "assembly", "board", "office", "chamber", "legion", "police", "state", "legislature", "firm",
    "cabinet", "regime",
  ]
  /// Nouns that end the names of laws, plans, buildings and the like.
  static let thingEnds: Set<String> = [
    "amendment", "compromise", "act", "project", "program", "programme", "plan", "initiative",
    "agreement", "doctrine", "proclamation", "constitution", "bill", "tower", "temple", "palace",
    "cathedral", "wall", "road", "telescope", "expedition", "prize", "award", "festival",
    "exchange",
    "scheme", "code", "charter", "protocol", "principle", "theorem", "process", "effect", "cycle",
  ]
  static let placeEnds: Set<String> = [
    "river", "rivers", "lake", "lakes", "sea", "ocean", "island", "islands", "mountain",
    "mountains", "canal", "valley", "province", "city", "peninsula", "bay", "gulf", "strait",
    "desert", "basin", "delta", "plateau", "plain", "plains", "county", "district", "region",
    "coast", "range", "pass", "dam", "port", "harbor", "harbour", "bridge", "street", "square",
    "park", "forest", "falls", "glacier", "volcano", "channel", "isthmus", "area", "oblast",
    "territory", "republic", "kingdom", "empire", "union", "states", "alps", "andes", "belt",
    "village", "town", "school", "hill", "highlands", "steppe", "archipelago", "cape", "hills",
    "railway",
  ]
  static let placeStarts: Set<String> = [
    "lake", "mount", "mt.", "cape", "gulf", "strait", "bay", "isle", "isthmus", "port", "fort",
    "san", "santa", "republic", "kingdom", "south", "north", "east", "west", "northern",
    "southern", "eastern", "western", "central", "upper", "lower", "river", "sea", "principality",
    "saudi", "new", "los", "las", "rio",
  ]
  static let countries: Set<String> = [
    "united states", "united kingdom", "soviet union", "north korea", "south korea", "u.s.",
    "u.k.", "usa", "uk", "ussr", "great britain", "britain", "england", "scotland", "wales",
    "south africa", "saudi arabia", "new zealand", "sri lanka", "costa rica", "east germany",
    "west germany", "czechoslovakia", "yugoslavia", "prussia", "persia", "holland", "burma",
  ]
  static let adjectives: Set<String> = [
    "french", "dutch", "greek", "british", "english", "spanish", "soviet", "chinese", "japanese",
    "arab", "arabs", "muslim", "muslims", "islamic", "christian", "christians", "catholic",
    "protestant", "jewish", "jews", "buddhist", "hindu", "latin", "swiss", "czech", "thai",
    "turkish", "berber", "berbers", "basque", "slavic", "nazi", "turks", "greeks", "spaniards",
    "communist", "european", "asian", "indian", "western", "eastern", "northern", "southern",
    "mediterranean", "atlantic", "arctic", "gothic", "celtic", "allied", "allies", "iraqi",
    "israeli", "afghan", "pakistani", "saudi", "kuwaiti", "argentine", "filipino", "kurdish",
    "welsh", "tamil", "punjabi", "bengali", "somali", "yemeni", "omani", "qatari", "lebanese",
  ]
  /// Those of them that are as often no part of a name.
  static let sides: Set<String> = [
    "western", "eastern", "northern", "southern", "communist", "latin", "allied", "gothic",
  ]
  /// Nouns by which a description means a person.
  static let people: Set<String> = [
    "king", "queen", "emperor", "president", "minister", "leader", "founder", "author", "writer",
    "poet", "painter", "composer", "scientist", "physicist", "chemist", "philosopher", "historian",
    "economist", "engineer", "inventor", "explorer", "architect", "general", "commander", "man",
    "woman", "person", "politician", "ruler", "pope", "bishop", "chancellor", "premier", "governor",
    "senator", "secretary", "director", "astronaut", "sultan", "prince", "princess", "duke", "son",
    "daughter", "wife", "husband", "brother", "sister", "father", "mother", "successor", "officer",
    "captain", "admiral", "navigator", "merchant", "teacher", "professor", "artist", "actor",
    "actress", "singer", "player", "chairman", "spokesman", "lawyer", "judge", "activist",
    "revolutionary", "dictator", "prime", "pilot", "european", "american", "human", "candidate",
  ]
}
