/// Words of general use that may stand for each other in a free answer.
///
/// Only for open answers, where a point is a meaning; a single answer needs its pack's synonyms.
/// A word stands in its inflections too, but not in what is derived from it: importance is no import.
/// Words that mostly say something else are in no row: "made" is no output, "just" is not fair.
enum Thesaurus {
  /// The bases (see `Stems.base`) of words that may stand for a word, or for what begins like it.
  static func kin(of word: String, isPrefix: Bool) -> Set<String> {
    if let kin = table[Stems.base(word)] { return kin }
    guard isPrefix, word.utf8.count >= 5 else { return [] }
    var kin: Set<String> = []
    for (base, others) in table where base.hasPrefix(word) { kin.formUnion(others) }
    return kin
  }

  /// Phrases that everybody knows to be one thing.
  static let phrases: [[[String]]] = [
    [["carbon", "dioxide"], ["co2"]], [["water"], ["h2o"]],
    [["united", "state"], ["usa"], ["america"]],
    [["united", "kingdom"], ["uk"], ["britain"]], [["soviet", "union"], ["ussr"]],
    [["gross", "domestic", "product"], ["gdp"]], [["united", "nation"], ["un"]],
    [["state", "owned", "enterprise"], ["soe"], ["state", "firm"], ["state", "company"]],
  ]

  /// Verbs that a phrase of several words can do without.
  static let lightVerbs: Set<String> = Set(
    [
      "rely", "use", "have", "make", "cause", "lead", "become", "include", "depend", "occur",
      "happen",
      "exist", "involve",
    ].map(Stems.stem))

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for group in groups {
      let bases = group.split(separator: " ").map { Stems.base(String($0)) }
      for base in bases { table[base, default: []].formUnion(bases) }
    }
    return table
  }()

  private static let groups = [
    "border neighbor neighbour adjacent next frontier adjoin beside",
    "decline fall drop shrink decrease dwindle diminish fell reduce slump",
    "increase rise grow expand climb surge soar",
    "unemployed unemployment jobless layoff redundant", "job work employment",
    "firm company enterprise business corporation", "factory plant mill",
    "money fund capital cash funding", "profit earn earnings", "cheap inexpensive affordable",
    "expensive costly dear", "worker laborer labourer employee workforce", "labor labour workforce",
    "old outdated obsolete antiquated aging dated", "modern new advanced up-to-date",
    "deplete exhaust finish", "big large huge great massive enormous vast",
    "small little tiny", "quick fast rapid swift", "slow gradual", "begin start commence",
    "end stop cease finish", "cause lead trigger produce create",
    "help aid assist assistance support",
    "people population inhabitant resident citizen person", "child baby kid infant offspring",
    "country nation", "ruler king monarch emperor", "army military troop soldier",
    "war conflict fighting", "attack invade assault", "kill murder slay", "food grain crop",
    "farm agriculture farming agricultural cultivate", "farmer peasant",
    "trade commerce", "trade export", "trade import",
    "ship boat vessel", "port harbor harbour", "rule govern control", "law legislation",
    "tax levy duty", "freedom liberty", "poor impoverished",
    "rich wealthy affluent prosperous prosperity",
    "sick ill illness disease", "doctor physician", "city town urban", "rural countryside village",
    "leave emigrate depart move migrate exodus", "move shift relocate transfer",
    "protect defend guard shield safeguard",
    "danger threat risk hazard", "safe secure security safety",
    "important importance significant significance vital crucial key essential",
    "energy power", "heat warmth hot warm", "light sunlight sunshine sun", "cold cool",
    "water moisture",
    "dissolve melt", "absorb soak trap capture", "release emit discharge",
    "store keep hold",
    "carry transport deliver convey", "produce manufacture create generate build",
    "output production",
    "use utilize consume",
    "change alter transform convert", "break split divide", "join combine unite merge bond",
    "spread diffuse disperse", "grow develop", "live survive exist existence", "die perish death",
    "eat consume feed",
    "hunt prey", "see observe notice", "show demonstrate reveal prove",
    "prevent stop hinder block avoid",
    "allow let permit enable", "need require demand", "lack shortage scarcity scarce absence",
    "buy purchase",
    "sell sale", "price cost", "demand want", "investment invest investor",
    "foreign abroad overseas",
    "competition rival compete", "competitor rival", "protest demonstrate unrest riot strike",
    "revolt rebellion uprising revolution rebel",
    "angry unhappy discontent resentment anger resent", "weak fragile feeble", "strong powerful",
    "fail collapse failure", "ruin destroy devastate wreck", "damage harm hurt",
    "improve better enhance",
    "worse worsen deteriorate", "fair equal", "unfair unequal unjust",
    "skill skilled talent expertise",
    "educate school teach", "technology machine equipment machinery",
    "pollute contaminate dirty pollution",
    "forest tree wood woodland", "land soil ground earth", "sea ocean", "mountain hill",
    "rain rainfall precipitation",
    "dry arid drought", "flood overflow", "climate weather", "gas vapor vapour",
    "blood bloodstream",
    "bacteria germ microbe", "immune immunity resistance resistant", "gene genetic dna",
    "offspring descendant young",
    "adapt adjust", "survive survival", "money currency", "bank lender",
    "debt loan borrow owe",
    "close shut", "open reopen", "remove removal abolish eliminate", "cut reduce slash",
    "limit limitation restrict",
    "supply provide deliver", "owned belong own", "government state authority authorities",
    "subsidy bailout support",
    "benefit advantage", "problem difficulty trouble", "reason cause", "idea belief",
    "religion church faith",
    "leader ruler", "vote elect election", "independent independence autonomy sovereign",
    "alliance ally allied",
    "treaty agreement pact", "surrender capitulate yield", "defeat beat lose",
    "win victory triumph",
    "border boundary", "near nearby", "inside within inner",
    "outside outer external",
    "surface area", "speed velocity pace", "weight mass heavy", "pressure force",
    "temperature heat",
    "evaporate vaporize", "reflect bounce", "attract pull", "repel push", "charge charged",
    "store reserve", "drug medicine medication", "waste rubbish", "cell cells", "oxygen air",
    "sugar glucose carbohydrate",
    "fat lipid",
    "young youth youngsters graduates", "pension welfare benefit",
  ]
}
