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
    widen witness~ work~ worsen yield~ pick~ wane~ coalesce secede originate contemplate navigate range~ \
    showcase bankrupt underline demote tackle rise_ \
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
