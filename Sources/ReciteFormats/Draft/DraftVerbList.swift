/// The verbs that the drafter knows, as they are written down.
extension DraftVerbs {
  /// Verbs that go with a preposition; of others the past may be a participle: `the men stationed on`.
  static let moving: Set<String> = [
    "shift", "move", "turn", "flock", "travel", "return", "migrate", "extend", "expand", "evolve",
    "depend", "rely", "belong", "develop", "focus", "specialize", "relate", "react", "respond",
    "agree", "appeal", "apply", "adapt", "switch", "flow", "sail", "march", "retreat", "escape",
    "emigrate", "immigrate", "settle", "arrive", "originate", "descend", "benefit", "suffer",
    "recover", "depart", "differ", "compete", "struggle", "campaign", "vote", "lobby", "protest",
    "participate", "invest", "engage", "cooperate", "collaborate", "merge", "correspond", "aim",
    "flee", "object", "adhere", "refer", "point", "reply", "convert", "range", "date", "search",
    "concentrate", "insist", "succeed", "preside", "experiment", "graduate", "retire", "work",
  ]

  /// Verbs that say of their object what it was made, called or thought.
  static let completing: Set<String> = [
    "declare", "put", "name", "make", "call", "consider", "render", "keep", "leave", "find",
    "appoint", "elect", "proclaim", "label", "designate", "deem", "nominate",
  ]
  /// Verbs of which only somebody can be the subject.
  static let human: Set<String> = [
    "criticize", "criticise", "insist", "argue", "say", "believe", "demand", "reject", "refuse",
    "appoint", "borrow", "write", "decide", "agree", "oppose", "accuse", "announce", "ask",
    "complain", "declare", "deny", "explain", "invite", "persuade", "promise", "propose", "request",
    "urge", "blame", "vote", "warn", "resign", "marry", "meet", "vow", "pledge", "condemn",
    "praise",
    "admit", "apologize", "testify", "negotiate", "petition", "sue", "hire", "elect", "commission",
  ]

  /// `~` after a verb that is a noun as well, `+` where the last letter doubles.
  static let regular = """
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
    excommunicate canonize succumb revere worship~ mourn \
    blanket~ harbor~ harbour~ average~ disperse flock accuse acknowledge activate adjourn afford aggravate align alleviate \
    alternate amplify annul apologize appeal~ append applaud apprehend arouse articulate \
    ascertain aspire astonish await awaken backfire backtrack balance~ bar~+ bargain~ bathe \
    beckon befall bestow betray bias~ bill~ blacken bleach blur+ boil bolster boom~ bounce \
    boycott~ brand~ breach~ brew broaden buckle~ bury bypass~ calm camouflage~ cap~+ captivate \
    caution~ centralize certify chair~ channel~ chart~ chase~ cherish circumnavigate cite \
    civilize clarify clash~ cloak~ clog+ cluster~ coat~ coerce collide comfort~ commend \
    communicate compensate complement~ complicate comply compress compromise~ compute concede \
    conform congregate conserve conspire constrain construe contaminate contend converge \
    converse coordinate correct corroborate corrupt counteract crave crawl credit~ criticize \
    criticise crystallize culminate curb~ curtail cycle~ dare dart decay~ decipher declassify \
    decode decompose deduct deem deepen degrade delegate~ delete deliberate demobilize demonize \
    deplete depress deprive despise detach devour differentiate diffuse digest digitize \
    disagree disapprove discard disclose discontinue discourage discredit disintegrate \
    dismantle disperse disregard disrupt dissipate distort distract disturb divorce~ dock~ \
    dodge domesticate download~ drift~ dump~ duplicate earmark edge~ elaborate elapse \
    elicit elude emanate emit+ emphasise encapsulate encode encroach endanger endow endure \
    energize engineer~ engrave engulf enlighten enroll entail entangle entertain entice entitle \
    entrench entrust enumerate envelop epitomize eradicate erase erect escalate escort~ \
    espouse evade evaluate evoke exacerbate exaggerate excite exclaim excrete exempt exert \
    exhale exhibit~ expend expire extinguish extol+ extradite exude fabricate fade falsify \
    familiarize fascinate fashion~ fasten fatten fear~ fend feud~ file~ film~ flatten flavor~ \
    flip+ float~ fluctuate fortify frighten fuse~ galvanize gamble~ gauge~ germinate glance~ \
    glorify glow~ grab+ graduate graze greet grip~+ guess~ gut~+ hamper harass harden haul~ \
    haunt hibernate hinge~ hoist honor~ honour~ hover humiliate hunt~ hybridize hypothesize \
    idealize ignore illuminate imagine imitate immerse impair impeach impel+ implicate imply \
    impress imprint~ inflate infiltrate infringe infuse ingest inhale inhibit inject innovate \
    inquire inscribe instill institutionalize insulate intend intercept interfere internalize \
    intersect interview~ intimidate invalidate invoke itemize jeopardize juggle kick~ kidnap+ \
    knock~ lament~ lease~ lecture~ legislate legitimize lessen levitate license~ lighten liken \
    linger liquidate lobby~ lodge~ loosen lure~ magnify magnetize manifest manipulate map~+ \
    marginalize market~ marvel~ mask~ masquerade~ materialize maximize mediate memorize menace~ \
    merit~ metabolize militarize mingle misinterpret misuse~ mitigate mold~ \
    mould~ mutate nest~ neutralise normalize notify nourish nurture obscure obstruct offend \
    omit+ ooze optimize orchestrate outfit~ outline~ outweigh overcharge overhaul~ overlap~+ \
    overpower overturn overwhelm owe oxidize pack~ paint~ pardon~ partition~ patrol~+ pause~ \
    pave penalize perceive permeate perpetuate perplex pervade petition~ photograph~ \
    pile~ pilot~ pinpoint pivot~ plague~ plead plot~+ plug~+ poison~ polarize polish~ poll~ \
    pollinate portray pour prescribe presuppose probe~ procure prod~+ profess prosecute \
    provision~ publicize pulse~ pulverize punish purge~ purify quell quote~ race~ radiate \
    rally~ ram~+ rationalize ravage readjust reappear reassure rebuke~ recite reckon reclassify \
    recoil reconcile reconstruct recount recur+ recycle redefine redesign redirect rediscover \
    redistribute reelect refill refresh refute register~ regenerate rehearse reimburse \
    reiterate rejoin rejuvenate relax relegate relinquish remarry remedy~ remind reorganize \
    repent replenish replicate repress reproduce repulse rescind resent reshape resonate \
    respect~ retrieve reuse revamp reverberate review~ revolve ridicule~ rip+ rob+ rock~ route~ \
    rub+ saturate savor scale~ scan~+ scare~ scorch score~ scour scrap~+ scrape scratch~ \
    scream~ screen~ scrutinize sculpt search~ season~ secrete sediment~ seduce segment~ sense~ \
    sequence~ shade~ shave shield~ shout~ shove shuffle sidestep+ sift silence~ simulate \
    sketch~ skim+ skip+ slash~ slaughter~ slip+ smash smoke~ snatch soak soar sort~ sow specify \
    speculate sprawl~ spray~ sprout~ spur~+ squander squeeze stabilise stack~ stain~ stall~ \
    standardise station~ steady steer stipulate stitch~ stock~ straddle strand~ stray \
    streamline strip~+ stroll~ stumble stun+ subdue subject~ subscribe substitute~ subtract \
    summarize summon superimpose supersede supplement~ surface~ surmise survey~ suspect~ \
    swallow~ swap~+ swarm~ sway swirl~ symbolise sympathize synthesize synthesise tabulate \
    tally~ tamper taste~ taunt taxi telegraph~ televise tempt testify thank thaw~ thrill~ \
    throng~ thwart tie~ tilt~ time~ tire title~ toast~ toil~ torment~ toss track~ trail~ \
    trample transcend transcribe transit traverse treasure~ tremble trick~ trickle~ trim+ \
    trouble~ tug+ tumble tutor~ tweet~ twist~ typify unearth unfold unleash unload unlock \
    unravel unsettle update~ usher usurp utter vacate vaccinate validate vanish vaporize vent~ \
    ventilate verify vest~ vibrate victimize vie vilify visualize voice~ void~ volunteer~ vouch \
    wander ward~ warrant~ water~ weather~ weld whip~+ whisper~ wield wipe wire~ wither wonder \
    worry~ wrap+ wreak zone~ accustom adjudicate arbitrate try hatch matter~ wait~ assess book~ assure boost brief~ click coach~ compel+ enjoin indemnify acquit+ repudiate \
    remand sue allege infer+ posit extrapolate ionize diffract refract oscillate propagate \
    catalyze catalyse encrypt index~ iterate interface~ boot~ cache~ depreciate appreciate \
    invoice~ refinance outsource downsize budget~ audit~ hedge~ default~ redeem remit+ amortize
    """.split(separator: " ").filter { !$0.hasSuffix("_") }.joined(separator: " ")

  /// Base, past and participle.
  static let irregular = """
    arise arose arisen, beat beat beaten, become became become, begin began begun, \
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
    bear bore born, wind~ wound wound, withdraw withdrew withdrawn, write wrote written, \
    bleed bled bled, broadcast~ broadcast broadcast, cling clung clung, forecast~ forecast forecast, \
    foresee foresaw foreseen, grind ground ground, hang hung hung, offset offset offset, \
    override overrode overridden, oversee oversaw overseen, repay repaid repaid, slide~ slid slid, \
    thrust~ thrust thrust, uphold upheld upheld, upset upset upset, weave wove woven, \
    withhold withheld withheld, withstand withstood withstood, mistake~ mistook mistaken, \
    read~ read read, hear heard heard, hide hid hidden, hurt~ hurt hurt, blow~ blew blown, bite~ bit bitten, \
    forget forgot forgotten, forgive forgave forgiven, light~ lit lit, spin spun spun, \
    stick stuck stuck, sting stung stung, swing~ swung swung, wake woke woken, outgrow outgrew outgrown, \
    foretell foretold foretold, rewrite rewrote rewritten, retell retold retold, remake remade remade
    """
}
