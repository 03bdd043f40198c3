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

  /// `~` after a verb that is a noun as well, `+` where the last letter doubles.
  private static let regular = """
    abandon abolish absorb accelerate accept accompany account~ accumulate achieve acquire act~ \
    adapt add address~ adjust administer admit+ adopt advance~ advise advocate affect agree aid~ \
    aim~ allow alter amend amount~ analyse analyze announce annex anticipate appear apply appoint \
    approach~ approve argue arrange arrest~ arrive ask assassinate assemble assert assign assist \
    associate assume attack~ attain attempt~ attend attract attribute~ authorize authorise avoid \
    award~ ban~+ base~ begin_ believe belong benefit~ blame~ block~ boast~ bomb~ boost~ border~ bound~ \
    branch~ call~ campaign~ cancel capture~ carry cause~ cease celebrate challenge~ change~ charge~ \
    circulate claim~ classify clear climb~ close~ coin~ collaborate collapse~ collect colonize colonise \
    combine command~ commence commission~ commit+ compare compete compile complete compose comprise \
    conceive concentrate concern~ conclude conduct~ confine confirm conflict~ connect conquer \
    consider consist consolidate constitute construct consume contain continue contract~ contrast~ \
    contribute control~+ convene convert convince cool cooperate cope correspond cost_ counter cover~ \
    crash~ create cross~ crown~ crush cultivate damage~ dam~+ date~ debut~ decide declare decline~ decrease~ \
    dedicate defeat~ defend define delay~ deliver demand~ demonstrate denounce deny depart depend \
    deploy deport deposit~ derive descend describe design~ designate destroy detect deteriorate \
    determine devastate develop devise devote die differ diminish direct disappear discover \
    discuss dismiss displace display~ dissolve distribute divert divide document~ dominate donate \
    double drain~ draft~ drop~+ dry dwindle earn ease elect elevate eliminate embark embrace emerge emigrate \
    emphasize employ empty enable enact encompass encounter~ encourage end~ endorse enforce engage \
    enhance enjoy enlarge ensure enter erode erupt escape~ establish estimate~ evacuate evaporate evolve examine \
    exceed excel+ exchange~ exclude execute exercise~ exist expand expect expel+ experience~ explain \
    explode exploit explore export~ expose express extend extract face~ facilitate fail favor~ \
    favour~ feature~ fill finance~ finish fire~ fix flank~ flood~ flourish flow~ focus~ follow force~ forge~ \
    form~ formulate foster found frame~ fuel~ function~ fund~ gain~ garner gather generate govern grant~ \
    guarantee~ guard~ guide~ halt~ halve hand~ handle~ happen harm~ harvest~ head~ heat~ help~ highlight~ hire~ hope~ \
    host~ house~ identify ignite illustrate implement import~ impose improve incorporate increase~ \
    incur+ indicate induce inflict influence~ inform inhabit inherit initiate injure inspire install \
    institute~ integrate intensify introduce invade invent invest investigate invite involve \
    irrigate isolate issue~ join judge~ jump~ justify kill label~ lack~ land~ last launch~ legalize levy~ \
    liberate lie_ limit~ link~ list~ live load~ locate look~ lower maintain manage manufacture march~ mark~ \
    marry master~ match~ mature measure~ merge migrate mine~ minimize mobilize model~ modernize modernise \
    monitor~ mount~ move~ multiply name~ narrow need~ neglect negotiate nickname~ nominate note~ notice~ \
    number~ obey object~ oblige observe obtain occupy occur+ offer~ open operate oppose order~ organize \
    organise originate oust overlook own pass~ patent~ peak~ penetrate perform permit+ persuade pioneer~ \
    place~ plan~+ plant~ play~ plunge~ point~ pollute populate position~ possess power~ practice~ practise \
    praise~ precede predict prefer+ prepare present preserve press~ presume pretend prevail prevent \
    proceed process~ proclaim produce~ profit~ progress~ prohibit project~ promise~ promote prompt \
    propose prosper protect protest~ prove provide provoke publish pull~ purchase~ pursue push~ \
    qualify quadruple question~ raid~ raise rank~ ratify reach~ realize realise receive recede recognize recognise recommend \
    record~ recover recruit~ reduce refer+ refine reflect reform~ refuse~ regain regard~ regulate reign~ \
    reject relate release~ relocate rely remain~ remove rename render renew renounce replace report~ represent \
    request~ require rescue~ research~ resemble reserve~ reside resign resist resolve respond rest~ \
    restore restrict result~ resume retain retire retreat~ return~ reveal reverse~ revise revive \
    revolt~ revolutionize revolutionise reward~ risk~ rival~ ruin~ rule~ sail~ sack~ satisfy save scatter~ schedule~ seem seize \
    select sentence~ separate serve settle shape~ share~ shelter~ shift~ ship~+ shock~ shorten sign~ signal~ slow \
    smuggle solve spark~ span~+ specialize specialise speed_ split_ sponsor~ stabilize stage~ star~+ start~ starve \
    state~ stem~+ step~+ stimulate stop~+ store~ strengthen stress~ stretch~ strike_ structure~ struggle~ \
    study~ submit+ succeed suffer suggest suit~ supervise supply~ support~ suppress surge~ surpass \
    surrender~ surround survive suspend sustain switch~ symbolize target~ tax~ tend term~ terminate \
    test~ threaten thrive tolerate top~+ total~ touch~ trace~ trade~ train~ transfer~+ transform \
    translate transport~ trap~+ travel~ treat~ trigger~ triple turn~ unify unite upgrade~ urge~ use~ \
    utilize value~ vary view~ violate visit~ vote~ vow~ wage~ walk~ want warn waste~ weaken welcome \
    widen witness~ work~ worsen yield~ \
    include interpret learn mention~ mix~ preside react relieve revert transmit+ accrue adhere \
    allocate amass ascend attach borrow calculate coincide commemorate conceal condemn confer+ \
    confront consult contact~ contest~ cure~ debate~ decorate deify demarcate demolish depict \
    detain deter+ devalue diagnose dictate disband discharge~ distinguish diversify dub+ echo~ \
    edit educate encircle enrich envision equip+ evict exhaust~ experiment~ finalize formalize \
    fulfil+ fulfill furnish hail~ immigrate imprison inaugurate infect insist inspect instruct \
    insure interact intervene interrupt lift~ lock~ melt modify motivate nationalize neutralize \
    outnumber outlaw~ participate persist pose~ postpone precipitate privatize proliferate \
    prolong propel+ reaffirm rebel~+ recall~ reclaim reconquer reinforce remember repair~ \
    repeal~ repel+ resettle reopen resort~ reunite revoke roll~ rush~ secure segregate shatter \
    simplify situate soften spill~ stay~ subsidize subside supplant swell~ tackle tap~+ tighten \
    topple torture~ tour~ undermine unveil uproot venture~ veto~ weigh wreck~ bond~ confiscate \
    dredge drill~ excavate fertilize ferment harness~ heal hinder impede inundate irritate \
    liberalize mechanize mobilise orbit~ overflow~ pump~ quarry~ reap refuel rehabilitate \
    restructure retool revitalize revitalise shelve silt~ smelt stagnate standardize tame \
    terrace~ tow transplant~ tunnel~ urbanize industrialize industrialise condense warm rotate~ \
    dilute plough plow blend~ bake wash~ thicken fold~ crack~ shrug depopulate outpace outlive \
    underpin+ pledge~ enlist conscript~ retaliate besiege bombard blockade~ ambush~ loot~ \
    massacre~ enslave emancipate disenfranchise baptize preach persecute exile~ banish \
    excommunicate canonize succumb revere worship~ mourn
    """.split(separator: " ").filter { !$0.hasSuffix("_") }.joined(separator: " ")

  /// Base, past and participle.
  private static let irregular = """
    arise arose arisen, bear~ bore borne, beat beat beaten, become became become, begin began begun, \
    bend bent bent, bind bound bound, break~ broke broken, breed~ bred bred, bring brought brought, \
    build built built, burn burned burned, buy~ bought bought, catch~ caught caught, choose chose chosen, \
    come came come, cost~ cost cost, cut~ cut cut, deal~ dealt dealt, dig dug dug, do did done, \
    draw~ drew drawn, drink~ drank drunk, drive~ drove driven, eat ate eaten, fall~ fell fallen, \
    feed~ fed fed, feel~ felt felt, fight~ fought fought, find~ found found, flee fled fled, \
    fly~ flew flown, forbid forbade forbidden, freeze~ froze frozen, get got gotten, give gave given, \
    go went gone, grow grew grown, have had had, hold~ held held, keep kept kept, \
    know knew known, lay laid laid, lead~ led led, leave~ left left, lend lent lent, let let let, \
    lie~ lay lain, lose lost lost, make~ made made, mean~ meant meant, meet met met, \
    overcome overcame overcome, overtake overtook overtaken, overthrow~ overthrew overthrown, \
    pay~ paid paid, put put put, quit quit quit, rebuild rebuilt rebuilt, ride~ rode ridden, \
    rise~ rose risen, run~ ran run, say said said, see saw seen, seek sought sought, sell sold sold, \
    send sent sent, set~ set set, shake~ shook shaken, shed~ shed shed, shine shone shone, \
    shoot~ shot shot, show~ showed shown, shrink shrank shrunk, shut shut shut, sing sang sung, \
    sink~ sank sunk, sit sat sat, speak spoke spoken, speed~ sped sped, spend spent spent, split~ split split, \
    spread~ spread spread, spring~ sprang sprung, stand~ stood stood, steal stole stolen, \
    strike~ struck struck, strive strove striven, swear swore sworn, sweep~ swept swept, \
    swim swam swum, take took taken, teach taught taught, tear~ tore torn, tell told told, \
    think thought thought, throw threw thrown, undergo underwent undergone, \
    understand understood understood, undertake undertook undertaken, wear wore worn, win~ won won, \
    wind~ wound wound, withdraw withdrew withdrawn, write wrote written
    """
}

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
    "after", "before", "since", "until", "about", "above", "below", "beyond", "within", "without",
    "toward", "towards", "upon", "via", "despite", "throughout", "inside", "outside", "behind",
    "beside", "beneath", "off", "per", "like", "unlike", "amid", "amongst", "alongside", "than",
    "as", "except", "including", "regarding", "concerning", "following", "versus", "due", "owing",
    "because", "up", "down", "out",
  ]
  static let relatives: Set<String> = ["which", "who", "whom", "whose", "that", "where", "when"]
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
    "in consequence", "in the end", "over time", "at first", "in total", "in all",
  ]
  /// Those of them that change what is said where they are left off.
  static let meaningfulOpeners: Set<String> = [
    "initially", "originally", "traditionally", "historically", "today", "currently", "at first",
    "to this day", "in general", "in total", "in all", "eventually",
  ]
  /// Those that say that the sentence before is the cause.
  static let resultOpeners: Set<String> = [
    "as a result", "as a consequence", "in consequence", "consequently", "therefore", "thus",
    "hence", "accordingly",
  ]
  static let adverbs: Set<String> = [
    "also", "still", "now", "once", "often", "soon", "then", "already", "always", "usually",
    "later", "first", "further", "formerly", "officially", "again", "thus", "therefore", "only",
    "even", "just", "ever", "sometimes", "long", "largely", "mainly", "mostly", "quickly", "today",
    "currently", "eventually", "finally", "however", "together", "well", "almost", "nearly",
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
