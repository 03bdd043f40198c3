import ReciteCore
import Testing

@testable import ReciteFormats

/// Faults that fresh readers found in drafts, each with the sentence of its kind.
@Suite struct DraftFaultTests {
  private func stems(_ text: String, title: String = "Notes on things") throws -> [String] {
    DraftFixture.proposals(try DraftFixture.draft(title + "\n\n" + text + "\n"))
  }

  @Test("a century may be typed with its noun or without")
  func century() throws {
    let draft = try DraftFixture.draft(
      "Notes on things\n\nBy the early nineteenth century settlers had reached the upper Chagres.\n"
    )
    #expect(draft.text.contains("{{nineteenth | nineteenth century}} century"), "\(draft.text)")
  }

  @Test(
    "a key is whole, and the only one that fits",
    arguments: [
      // What is called so is one thing, and its name another.
      (
        "Arab sailors called the passage Bab el-Mandeb in the charts of the coast.",
        "passage bab el-mandeb"
      ),
      // Behind `did` stands the subject, and its verb.
      (
        "Only after Williams moved the line did the act pass in August 1885.", "act pass"
      ),
      // What somebody makes a thing do is no part of its name.
      (
        "The pumping of groundwater made the land sink by a metre in ten years.", "=> land sink"
      ),
      // Clauses may be strung by commas alone.
      (
        "Walker died in November 1889, floods wrecked finished cuttings, and the money was gone.",
        "die floods"
      ),
      // A second statement, whose subject stands before more than its verb.
      (
        "Pablo Morillo commissioned a survey of the harbour in the late 1820s, and the engineer John Lloyd, who took part in it, reported well on the plan of a mole.",
        "and the engineer John Lloyd?"
      ),
      // Passengers are somebody.
      (
        "Cruise passengers saved the old railway from closure in 1950.",
        "What saved the old railway"
      ),
      // A well is a thing.
      ("A well was drilled at Lake Onega in the 1840s, long before the others.", "was a drilled"),
      // What links two sentences is no subject.
      (
        "In 1905, however, violence between two clans led to the burning of the old quarter.",
        "did however"
      ),
      // `Early in` says when.
      (
        "Early in 1940 the city council of Turku bought the old water works.",
        "did early"
      ),
      // What is commanded from here happens there.
      (
        "From a room inside the mountain, Eisenhower directed the landings in North Africa.",
        "Where did Eisenhower"
      ),
      // Whither somebody is driven is no part of who.
      (
        "The Second World War drove the garrison underground, and the tunnels grew every year.",
        "=> garrison underground"
      ),
      // Two kinds of charges.
      (
        "The threat of the canal had forced down railway and dock charges before a ship used it.",
        "What had forced down railway?"
      ),
      // One whistle sounds.
      (
        "Somewhere in the south a whistle sounds, for volunteers run steam trains on a short line.",
        "=> whistle sounds"
      ),
      // `have` may wait long for its verb.
      (
        "Manchester and Birmingham have for decades done less than the size of both would suggest.",
        "What do Manchester and Birmingham have"
      ),
      // Whom somebody tells says nothing.
      (
        "\"The harbour of Odessa needs deeper water every year,\" he told Fox News on Sunday.",
        "fox news"
      ),
      // On the way to a place is not there.
      (
        "Armenia lay on the direct path to Turkey in those years.", "Where did Armenia lie"
      ),
      // A shadow is no place.
      (
        "Medieval Trieste lived in the shadow of Venice for a long time.", "Where did medieval"
      ),
      // Which of two is called so?
      (
        "Peasants and local landlords, known as zamindars, resisted the collectors of the tax.",
        "By what other name"
      ),
      // Two verbs, of which one would not be turned.
      (
        "The explosion at Senghenydd in 1913 killed 439 miners and remains the worst of its kind.",
        "How many miners did the explosion"
      ),
      // What went on is the verb.
      (
        "Pits continued to close after the industry was nationalised in 1947.",
        "In which year was pits"
      ),
      // A purpose that is denied in part.
      (
        "The money of Berlin is meant less to compensate miners than to stop a second collapse.",
        "For what purpose"
      ),
      // What was in a pair with it is cut off.
      (
        "Large families, among them the Donnersmarcks, the Ballestrems and the Pless, became rich in 1890.",
        "Which description"
      ),
      // Two objects: which one is asked for?
      (
        "A law of 1999 gave the canal authority a much larger watershed in the west.",
        "What did a law of 1999 give"
      ),
      // What the verb does to its object by `into` is no object.
      (
        "The Convention of Geneva divides the sea into belts along the low-water line.",
        "What does the Convention of Geneva divide?"
      ),
      // A second verb is no object of the preposition.
      (
        "A foreign submarine shall navigate on the surface and show its flag.",
        "What shall a foreign submarine navigate on?"
      ),
      // The number is that of the whole list.
      (
        "The Commission of Lima consists of 21 geologists, geophysicists and hydrographers.",
        "What does the Commission of Lima consist of?"
      ),
      // A phrase that leads in is no purpose.
      (
        "To cite one example, the World Bank ranked Singapore first in 2007.",
        "For what purpose did the World Bank rank"
      ),
      // An infinitive that belongs to a noun is no purpose.
      (
        "The World Bank named Singapore the easiest place to do business in Asia.",
        "For what purpose"
      ),
      // What is worked out is no purpose.
      (
        "Edward Davis had spent forty years in Minnesota working out how to crush the rock.",
        "For what purpose"
      ),
      // What `still` goes with is the verb.
      (
        "Today six mines still produce most of the iron ore mined in the United States.",
        "did six mines still"
      ),
      // A judgement is no definition.
      ("Montreux was a compromise that pleased almost nobody at court.", "What was Montreux?"),
      // `It` may be the route.
      (
        "Kazatomprom has revived the Trans-Caspian route. It carried 64 percent of the drums in 2023.",
        "Kazatomprom carr"
      ),
      // Many things happened when an empire fell.
      (
        "When the Soviet Union collapsed, the banks rushed to lend money to Baku.",
        "What happened when the Soviet Union collapsed?"
      ),
      // A verb behind `and` is none of what `to` goes with.
      (
        "Rare symptoms occur in the general population and appear not to vary with age.",
        "For what purpose"
      ),
      // A clause that stands for a noun is nobody.
      (
        "Whoever keeps the gate keeps a hand on the bread of Odessa.", "?"
      ),
      // The Eaglet or the Nonsuch?
      (
        "The Eaglet turned back off Ireland, but the Nonsuch went on to James Bay. It returned in 1669 with furs.",
        "the Eaglet return"
      ),
      // What follows the colon is the answer.
      (
        "The growth of the Middle Corridor is driven by a simple reality: shippers need options.",
        "What is the growth of the Middle Corridor driven by?"
      ),
      // What is said stands in front.
      ("Gone are the days of separate prices at the borders of Asia.", "What is the name of"),
      // Without its exception the statement is false.
      (
        "All the emirates, except Fujairah, are located on the coast of the Gulf.",
        "Where are all the emirates"
      ),
      // A participle is no verb.
      (
        "Armed men led by a retired colonel in 2014, seized the town of Sloviansk.",
        "did armed men lead"
      ),
      // Named after somebody is no time.
      (
        "The ocean was named by the ancient Greeks after Atlas the Titan was forgotten.",
        "When was the ocean named"
      ),
      // Two verbs are not turned as one.
      (
        "Lincoln borrowed and studied a book on war to learn the terms of the army.",
        "did Lincoln borrow and"
      ),
      // The town that is declared is cut before what it was declared.
      (
        "In 1719 Charles VI declared Trieste, then a walled town, a free port.",
        "declare Trieste?"
      ),
      // A company that was named long ago is not the one before.
      (
        """
        The Ford Motor Company opened a plant in Malaya.

        Nissan is a maker of Japan. The company was founded in 1933 in Yokohama.
        """, "was the Ford Motor Company founded"
      ),
      // What it derives from is no length.
      (
        "An aardvark's length is over a metre. It is the largest member of the order Tubulidentata.",
        "What is the largest member"
      ),
      // The most advanced of what?
      ("The most advanced is the Sangdong mine in Korea.", "What is the Sangdong mine"),
      // One of several does not recognize.
      (
        "Chairman Max Baucus, a senator of Montana, and another member, recognize the needs of small firms.",
        "What do Chairman Max Baucus"
      ),
      // Attempts are no verb here.
      (
        "An initial assessment of recent attempts by the United States to limit trade shows a mixed picture.",
        "What attempts by"
      ),
      // A role is no place.
      ("Relations with Nigeria are based on their roles as exporters of oil.", "Where are"),
      // `So long as` is no `so`.
      (
        "So long as Lithuania was a republic of the Union, it did not matter. In 1991 it began to matter.",
        "ong as Lithuania begin"
      ),
      // Who calls a strike is not its name.
      (
        "The long strike, called by unions in Poland, was over by the end of March.",
        "By what other name"
      ),
      // The first of three is not all that is demanded.
      (
        "The unions of Danzig demand a veto over machines, an income for five years for all who lose work, and a share.",
        "What do the unions of Danzig demand?"
      ),
      // The Middle Ages are no place.
      (
        "The port of Rotterdam originated in the Middle Ages at a dam in the river Rotte.",
        "Where did the port"
      ),
      // A verb goes on behind the comma.
      (
        "In 1817 Wilhelm of Baden banned the export of grain, bought corn in Russia and founded a school.",
        "grain, bought corn in russia"
      ),
      // The name is the answer, not what it is called.
      (
        "The pipeline complements its twin sister, Nord Stream 1, in the Baltic Sea.",
        "=> its twin sister"
      ),
      // A verb inside the subject.
      (
        "Understanding how salt shaped ancient societies reveals much of the trade of Rome.",
        "What shaped"
      ),
      // The agent is the second verb's.
      (
        "The German people of Memel were evicted and replaced by the Russians in 1946.",
        "Who evicted"
      ),
      // The States state nothing.
      (
        "Prices rose with the news from Britain and the United States, the Press Trust of India says.",
        "According to"
      ),
      // Last week is no verb.
      ("Israel severed its ties with the party of Arafat last week.", "Arafat last?"),
      // What it was part of is no name.
      (
        "Azerbaijan, formerly part of Russia, is a producer of oil and gas.",
        "By what other name"
      ),
      // `So hungry was he that` keeps its so.
      (
        "So hungry was the army for oil that in 1942 it marched on Baku.", "Hungry was"
      ),
      // A figure of last year is another's next year.
      ("Last year the port of Genoa handled 182 tonnes of cork from Spain.", "182"),
      // A person is no it.
      (
        "Rand wrote the novel in her first years in Hollywood. It is not an autobiography in the literal sense.",
        "Rand is not"
      ),
      // A part of something is no definition.
      ("Tourism is an important part of the economy of Azerbaijan.", "What do you call"),
      // What came of it is no purpose.
      ("T1 lost to the club of Samsung in the semifinals to finish third.", "For what purpose"),
      // What the hypothesis invents is no fact.
      ("Suppose the judge in Ohio ordered the firm to pay $50,000.", "50,000"),
    ])
  func wrong(text: String, stem: String) throws {
    let seen = try stems(text)
    #expect(!seen.contains { $0.contains(stem) }, "\(seen)")
  }

  @Test(
    "a stem is a whole question about something that it names",
    arguments: [
      "The land was dominated by rubber and tin.",
      "Construction began in 1904 with 3,500 workers from Barbados.",
      "Energy exports are the backbone of the economy.",
      "Some 71 percent voted yes in the referendum of October.",
      "The typical scenario involves a defendant in Ohio who finds new evidence.",
      "As indicated in Table 2, exports exceed imports in Malaysia by a third.",
    ])
  func vague(text: String) throws {
    let seen = try stems(text)
    #expect(seen.isEmpty, "\(seen)")
  }

  @Test("what the stem does not name is taken from the heading, or from the sentence before")
  func context() throws {
    let text = """
      Alaska is cold and large.

      Alaska was sold in the end. The capital city is situated in North America.
      """
    #expect(
      try stems(text, title: "Alaska").contains {
        $0.hasPrefix("Alaska\\: Where is the capital city situated?")
      })
    let pair =
      "Storm Bella reached the coast of Wales on Friday night. The storm closed 30 schools in Cardiff."
    let seen = try stems(pair)
    #expect(
      seen.contains {
        $0
          == "Storm Bella reached the coast of Wales on Friday night. How many schools did the storm close in Cardiff? => 30"
      }, "\(seen)")
  }

  @Test(
    "every ending of a clause is read without harm",
    arguments: [
      "A pepper plantation grew there c. 1900. The two are often grown together.",
      "The two crops include often.", "The firm produces only.", "It is.", "The canal was very.",
      "The firm produces coal and.", "The union consists of.", "The north is bordered by.",
      "The law gave.", "The firm is known as.", "Ships such as.", "The king, the.", "In 1902.",
      "The trade led to.", "Why. Because of. Due to the.", "The plan aims to.", "He said that.",
      "The works are called.", "The reason for this is that.", "According to NASA, the.",
    ])
  func endings(text: String) throws { _ = try DraftFixture.draft("Notes\n\n" + text + "\n") }

  @Test("a mine is no pronoun, and a number may be grouped by spaces")
  func words() throws {
    let seen = try stems(
      "The Shinkolobwe mine supplied most of the uranium of the Manhattan Project.")
    #expect(!seen.isEmpty)
    let ships = try stems("In 2022, 28 797 ships passed the Kiel Canal.")
    #expect(ships.contains { $0.hasSuffix("=> 28797") }, "\(ships)")
    #expect(!ships.contains { $0.hasSuffix("=> 28") || $0.hasSuffix("=> 797") })
  }

  @Test(
    "a gap takes a whole noun phrase",
    arguments: [
      "In the far north the open ocean runs through the narrow passage of Bering.",
      "According to plan the victors stripped the defeated Ottomans of the Straits altogether.",
      "Before the war Ukraine shipped nine tenths of its grain by way of Odessa.",
      "At noon the storm of dust turned the sky over Puerto Rico white.",
      "The iron that the grains contain fertilises plankton in the Atlantic Ocean.",
      "After the truce many Palestinians were shot near Hebron by Israeli forces.",
      "In a dry year one tonne of tungsten produces large amounts of toxic waste.",
      "For lack of data the young firms of China could not win customers in Asia.",
      "The city is now a small region of Russia adrift in the heart of Europe.",
      "While the Straits of Malacca funnel traffic toward Burma, few ships stop at Penang.",
      "During the hearing, the judge assesses the offence and passes a sentence in Ohio.",
    ])
  func wholePhrases(text: String) throws {
    let keys = try DraftFixture.draft("Notes on things\n\n" + text + "\n").entries.map(\.key)
    let torn: Set<String> = [
      "ocean runs", "open ocean runs", "straits altogether", "war ukraine", "puerto rico white",
      "fertilises plankton", "judge assesses", "israeli", "tungsten produces", "russia adrift",
      "malacca funnel traffic", "win customers",
    ]
    #expect(torn.isDisjoint(with: keys), "\(keys)")
  }

  @Test("a name is whole: its capital, its number, its dot and its own word")
  func capitals() throws {
    let oil = try stems("Standard Oil refined crude in the city of Cleveland in 1870.")
    #expect(oil.contains { $0.contains("did Standard Oil refine crude") })
    let names = try stems("The latest enlargement, known as Project 11, began in 2022 at Houston.")
    #expect(names.contains { $0.lowercased().hasSuffix("=> project 11") }, "\(names)")
    let mine = try stems("Hancock Prospecting connects the Roy Hill Mine to Port Hedland.")
    #expect(!mine.contains { $0.lowercased().hasSuffix("=> mine") }, "\(mine)")
    let locks = try stems(
      "The boats went through the locks at Sault Ste. Marie to Lake Erie in 1920.")
    #expect(!locks.isEmpty && locks.allSatisfy { !$0.hasPrefix("Marie") })
    for text in [
      "Jean-Baptiste Colbert opposed the export of grain from France.",
      "China built the new port of Hambantota in 2010.",
    ] {
      let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
      let seen = draft.entries.map { PackWriter.text(of: $0.item.stem) }
      #expect(!seen.contains { $0.contains("jean") || $0.contains("china") }, "\(seen)")
    }
  }

  @Test(
    "of what is left out only that goes which tells it apart",
    arguments: [
      ("A large proportion of the German inhabitants fled or were expelled in the end.", "german"),
      (
        "A secret alliance against Chile was concluded with President Hilarión Daza at Lima.",
        "hilarión daza"
      ),
      (
        "The stones of Palmyra were found to be an excellent fertiliser for the fields.",
        "fertiliser"
      ),
      (
        "Matson of Hawaii settled on twenty-four feet because the size suited its pineapple trade.",
        "pineapple"
      ),
      ("Resistance in the valleys of the Ruhr lasted until January 1923.", "1923"),
    ])
  func narrowed(text: String, key: String) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    let keys = draft.entries.filter { $0.form == "gap" }.map(\.key)
    #expect(keys.contains(key), "\(keys)")
  }

  @Test("a name in capitals may be given by the initials that the document writes")
  func initials() throws {
    let draft = try DraftFixture.draft(
      "Notes on things\n\nShips of the European Union guarded the coast of Yemen. The EU paid for it.\n"
    )
    #expect(draft.text.contains("{{European Union | EU}} (Eur… Un…)"), "\(draft.text)")
  }

  // MARK: What fills up a short draft

  @Test(
    "a sentence that gives no question gives a gap for its most telling phrase",
    arguments: [
      (
        "Without much delay the committee members may have preferred independent arbitration.",
        "Without much delay the committee members may have preferred ____. => independent arbitration"
      ),
      (
        "A rock which cannot sustain human habitation has no exclusive economic zone.",
        "A rock which cannot sustain ____ has no exclusive economic zone. => human habitation"
      ),
    ])
  func phrase(text: String, proposal: String) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    #expect(DraftFixture.proposals(draft).contains(proposal), "\(DraftFixture.proposals(draft))")
    let cue = proposal.hasSuffix("arbitration") ? "(ind… arb…)" : "(hu… hab…)"
    #expect(draft.text.contains(cue), "\(draft.text)")
  }

  @Test("a sentence that leans on the one before stands behind it")
  func pair() throws {
    let seen = try stems(
      "Corals lose their algae in warm water. This soon deprives them of photosynthetic energy.")
    #expect(
      seen.contains(
        "Corals lose their algae in warm water. This soon deprives them of ____. => photosynthetic energy"
      ), "\(seen)")
  }

  @Test(
    "sentences of a short analysis each give what they tell",
    arguments: [
      (
        "Unlike Nasser, who wanted to save old mills, President Anwar Sadat aims to open the economy to trade.",
        "What does President Anwar Sadat aim to do? To open the ____ to trade. => economy"
      ),
      (
        "The coal plants lost the old subsidies. As a result, the share of Silesia in exports has fallen by half, and there isn't much hope.",
        "Why has the share of Silesia in exports fallen by half? Because the coal plants lost the old ____. => subsidies"
      ),
      (
        "Lusatia, a region in the east of Germany, was rich. Over the past years, the region, home to more than 5 million people, has lost its mines.",
        "Over the past years, Lusatia, home to more than ____ people, has lost its mines. => 5 million"
      ),
      (
        "Semmelweis studied law in Vienna at first. He took his degree of doctor in 1844.",
        "In which year did Semmelweis take his degree of doctor? => 1844"
      ),
    ])
  func analysis(text: String, proposal: String) throws {
    let seen = DraftFixture.proposals(try DraftFixture.draft(among: text))
    #expect(seen.contains(proposal), "\(seen)")
  }

  @Test("a result behind ', so' is asked why")
  func soThat() throws {
    let draft = try DraftFixture.draft(
      among:
        "The quays of Trieste are eighteen metres deep, so large tankers can enter the bay in winter."
    )
    let seen = DraftFixture.proposals(draft)
    #expect(
      seen.contains(
        "Why can large tankers enter the bay in winter? Because the quays of ____ are eighteen metres deep. => trieste"
      ),
      "\(seen)")
  }

  @Test("who said something is asked with the whole name and the last one")
  func quotation() throws {
    let draft = try DraftFixture.draft(
      """
      Notes on things

      Maria Lopez studies reefs at the University of Lisbon. “The northern reefs recovered within \
      eleven years of the great storm,” Lopez said.
      """)
    let entry = try #require(
      draft.entries.first { $0.item.stem.first.map { "\($0)" }?.contains("quoted") ?? false },
      "\(DraftFixture.proposals(draft))")
    #expect(entry.item.kind == .text(Accepted("Maria Lopez", aliases: ["Lopez"])))
  }

  @Test("the same words are asked about once, however often they stand there")
  func repeated() throws {
    let sentence = "The port of Narvik was founded in 1902 because the ice never closes it."
    let once = try stems(sentence)
    let often = try stems((0..<40).map { _ in sentence }.joined(separator: "\n\n"))
    #expect(once.count == often.count)
  }
}
