/// Nouns of people, of whom a question asks who and not what.
extension DraftRules {
  /// True for nouns of people, who are no `what`.
  static func isPeople(_ noun: String) -> Bool {
    if ["ists", "icians", "arians", "orians", "ilians", "men"].contains(where: noun.hasSuffix),
      noun != "specimen"
    {
      return true
    }
    if isAgent(noun) { return true }
    return [
      "people", "state", "government", "immigrants", "residents", "inhabitants", "troops", "crew",
      "peasants", "merchants", "students", "children", "officials", "authorities", "families",
      "women", "citizens", "experts", "analysts", "critics", "representatives", "delegates",
      "slaves", "passengers",
      "patients", "parents", "refugees", "employees", "astronauts", "clergy", "nobles", "generals",
      "presidents", "kings", "scholars", "teams", "allies", "rebels", "nations", "countries",
      "governments", "companies", "police", "public", "team", "northerners", "individuals",
      "members", "leaders", "soldiers", "officers", "farmers", "doctors", "lawyers", "ministers",
      "prisoners", "customers", "consumers", "emperors", "senators", "governors", "ancestors",
      "monks", "priests", "nurses", "judges", "journalists", "lawmakers", "prosecutors",
      "missionaries", "voters", "bankers", "foreigners", "villagers", "landlords", "tenants",
      "partners", "neighbours", "neighbors", "rivals", "enemies", "opponents", "owners", "rulers",
      "bishops", "knights", "barons", "colonists", "settlers", "taxpayers",
    ].contains(noun) || NameWords.people.contains(noun)
      || NameWords.organizations.contains(noun)
  }

  /// `workers` of `work`, `settlers` of `settle`; not `salamanders`, `computers`.
  private static func isAgent(_ noun: String) -> Bool {
    let many = noun.hasSuffix("s") ? noun : noun + "s"
    guard many.hasSuffix("ers") || many.hasSuffix("ors"), !isThing(noun) else { return false }
    let stem = String(many.dropLast(3))
    var bases = [stem, stem + "e"]
    if stem.hasSuffix("i") { bases.append(stem.dropLast() + "y") }
    // `programmer`
    if let last = stem.last, stem.dropLast().last == last { bases.append(String(stem.dropLast())) }
    return bases.contains { DraftVerbs.shared.reading(of: $0, as: .base) != nil }
  }

  /// True for a thing whose name ends as a doer's does.
  static func isThing(_ noun: String) -> Bool {
    things.contains(noun.hasSuffix("s") ? noun : noun + "s")
  }

  private static let things: Set<String> = [
    "computers", "containers", "formers", "winters", "summers", "dinners", "masters", "fevers",
    "offers", "corners", "centers", "waters", "matters", "answers", "tempers", "shelters",
    "boosters", "counters", "papers", "powers", "numbers", "orders",
    "covers", "letters", "borders", "quarters", "headquarters", "layers", "markers",
    "processors", "conductors", "reactors", "sensors", "detectors", "monitors", "factors",
    "tractors", "motors", "rotors", "receptors", "vectors", "sectors", "heaters", "boilers",
    "carriers", "barriers", "filters", "freighters", "steamers", "trailers", "trackers",
    "transformers", "transmitters", "receivers", "amplifiers", "elevators", "generators",
    "indicators", "calculators", "regulators", "rollers", "rulers", "shutters", "stickers",
    "chapters", "clusters", "disasters", "towers", "flowers", "rivers", "others",
    "ladders", "timbers", "chambers", "members'", "coolers", "printers", "scanners", "servers",
    "browsers", "drivers", "holders", "folders", "fertilizers", "fertilisers", "launchers",
    "tankers", "cruisers", "destroyers", "bombers", "fighters", "liners", "cutters", "predators",
  ]
}
