import ReciteCore
import Support
import Testing

@testable import ReciteFormats

/// What the tests of drafting share.
enum DraftFixture {
  /// The lexicon that ships inside the program.
  static let lexicon = shippedLexicon

  static func document(_ text: String, path: String = "notes.txt") throws -> DraftDocument {
    try #require(DraftDocument.read(Array(text.utf8), path: path, lexicon: lexicon).document)
  }

  static func draft(_ text: String, path: String = "notes.txt", limit: Int = 1000) throws -> Draft {
    Draft.make(
      from: try document(text, path: path), name: path, lexicon: lexicon, limit: limit)
  }

  /// A text, and behind it what its answers may be chosen from.
  static func draft(among text: String) throws -> Draft {
    try draft(
      """
      Notes on things

      \(text)

      The bakers of Oulu closed the doors of the old hall. The monks of Valaam sold a book of hymns.
      The smiths of Turku built the bells of five churches. A fire in the harbour destroyed the barns.
      A shortage of candles closed the school. The merger of two choirs led to quarrels in Kemi.
      The fishermen of Kotka abandoned the huts on the northern shore.

      """)
  }

  /// The stem of an item without the cue behind its gap or question.
  static func stem(of item: Item) -> String {
    PackWriter.text(of: item.stem).replacing(#/ \([^()]*…\)/#, with: "")
  }

  /// Stems with their keys, one a line.
  static func proposals(_ draft: Draft) -> [String] {
    draft.entries.map { "\(stem(of: $0.item)) => \($0.key)" }
  }
}

@Suite struct SentenceTests {
  @Test(
    "a text is cut at the ends of its sentences and nowhere else",
    arguments: [
      ("One is here. Two is there.", ["One is here.", "Two is there."]),
      (
        "Mr. Smith met Dr. Jones in St. Louis. They left.",
        ["Mr. Smith met Dr. Jones in St. Louis.", "They left."]
      ),
      ("It cost 3.5 million. It grew.", ["It cost 3.5 million.", "It grew."]),
      ("In the U.S. Congress met. The end.", ["In the U.S. Congress met.", "The end."]),
      ("They fled to the U.S. The war went on.", ["They fled to the U.S.", "The war went on."]),
      (
        "George W. Bush spoke. J. S. Bach did not.",
        ["George W. Bush spoke.", "J. S. Bach did not."]
      ),
      ("It ended World War I. The peace held.", ["It ended World War I.", "The peace held."]),
      ("He said \"Go home.\" Nobody went.", ["He said \"Go home.\"", "Nobody went."]),
      (
        "Symphony No. 5 was played. No. Nobody came.",
        ["Symphony No. 5 was played.", "No.", "Nobody came."]
      ),
      (
        "It rained … and rained. Then it stopped.", ["It rained … and rained.", "Then it stopped."]
      ),
      ("Wait! Who is it? A friend.", ["Wait!", "Who is it?", "A friend."]),
      (
        "Coal, iron, etc. were sold. Prices fell.", ["Coal, iron, etc. were sold.", "Prices fell."]
      ),
      (
        "The plan (see p. 5. and after) failed. It was bold.",
        ["The plan (see p. 5. and after) failed.", "It was bold."]
      ),
      ("The sector fell.Then it rose again.", ["The sector fell.", "Then it rose again."]),
      (
        "At 8 a.m. the gates open. By 9 p.m. they close.",
        ["At 8 a.m. the gates open.", "By 9 p.m. they close."]
      ),
      ("", []),
    ] as [(String, [String])])
  func sentences(text: String, expected: [String]) {
    let seen = SentenceSplitter.sentences(of: text, passage: 0).map(\.text)
    #expect(seen == expected)
  }

  @Test(
    "names are found by their capitals, whole, and not because they begin a sentence",
    arguments: [
      ("The river joins the Bay of Bengal near Dhaka.", ["Bay of Bengal", "Dhaka"]),
      ("Many Chinese firms moved to Vietnam.", ["Vietnam"]),
      ("Vasco da Gama sailed from Lisbon.", ["Vasco da Gama", "Lisbon"]),
      ("Steel was made in Harbin.", ["Harbin"]),
      ("In August the Treaty of Paris was signed.", ["Treaty of Paris"]),
      ("China's Belt and Road Initiative began.", ["China", "Belt and Road Initiative"]),
      ("In July Apollo 11 landed.", ["Apollo 11"]),
      ("Workers in the Songhua River valley left.", ["Songhua River"]),
    ] as [(String, [String])])
  func names(text: String, expected: [String]) {
    let sentences = SentenceSplitter.sentences(of: text, passage: 0)
    let names = DraftNames(sentences: sentences, lexicon: DraftFixture.lexicon)
    let seen = sentences.flatMap { sentence in
      let figures = FigureFinder.mentions(in: sentence.words)
      return names.mentions(in: sentence.words, taken: figures).map(\.text)
    }
    #expect(seen == expected)
  }

  @Test(
    "times and figures are told apart",
    arguments: [
      (
        "It opened on August 15, 1914 with 3,500 guests.", ["August 15, 1914 date", "3,500 figure"]
      ),
      ("From 1904 to 1914 it was dug.", ["1904 year", "1914 year"]),
      ("The years 1904–1914 were hard.", ["1904–1914 span"]),
      ("In the late 1970s output fell by 7 percent.", ["late 1970s decade", "7 percent figure"]),
      (
        "It cost $1.5 billion in the 19th century.",
        ["$1.5 billion figure", "19th century century"]
      ),
      ("Carthage fell in 146 BC.", ["146 BC year"]),
      ("There were 1200 villages.", ["1200 figure"]),
      ("At 20:18 the 48-mile route closed on July 16.", []),
    ] as [(String, [String])])
  func figures(text: String, expected: [String]) {
    let sentences = SentenceSplitter.sentences(of: text, passage: 0)
    let seen = sentences.flatMap { sentence in
      FigureFinder.mentions(in: sentence.words).map { mention in
        let kind =
          switch mention.kind {
          case .name: "name"
          case .year: "year"
          case .date: "date"
          case .decade: "decade"
          case .century: "century"
          case .span: "span"
          case .figure: "figure"
          }
        return "\(mention.text) \(kind)"
      }
    }
    #expect(seen == expected)
  }
}

@Suite struct DraftRuleTests {
  @Test(
    "a statement becomes the question that it answers",
    arguments: [
      (
        "The old canal was opened in 1825 by Governor DeWitt Clinton.",
        "In which year was the old canal opened by Governor DeWitt Clinton?", "1825"
      ),
      (
        "In 1808 the legislature of New York ordered a survey of the land.",
        "In which year did the legislature of New York order a survey of the land?", "1808"
      ),
      (
        "The long drought led to a sharp fall in the harvest of wheat.",
        "The long drought led to a ____ in the harvest of wheat.", "sharp fall"
      ),
      (
        "The Aral Sea shrank because two rivers were diverted to irrigate cotton.",
        "Why did the Aral Sea shrink? Because two rivers were diverted to irrigate ____.", "cotton"
      ),
      (
        "The kingdom of Sweden borders Norway, Denmark and Finland.",
        "Which countries border the kingdom of Sweden?", "norway, denmark, finland"
      ),
      (
        "Mount Everest is the highest mountain in the world.",
        "What is the highest mountain in the world?", "mount everest"
      ),
      (
        "A glacier is a large mass of ice that moves slowly down a slope.",
        "What do you call a large mass of ice that moves slowly down a slope?", "glacier"
      ),
      (
        "Istanbul, formerly known as Constantinople, lies on the Bosporus strait.",
        "By what other name was Istanbul formerly known?", "constantinople"
      ),
      (
        "The gross domestic product (GDP) of the country grew for ten years.",
        "What does the abbreviation GDP stand for?", "gross domestic product"
      ),
      (
        "The factory employs 3,500 workers in the valley of the Ruhr.",
        "How many workers does the factory employ in the valley of the Ruhr?", "3,500"
      ),
      (
        "The north is bounded by mines such as Alpha, Beta and Gamma, and steel works grew.",
        "", ""
      ),
      (
        "The Ruhr depends on heavy industries such as steel, coal and glass.",
        "The Ruhr depends on certain heavy industries. Which heavy industries does the document name as examples?",
        "steel, coal, glass"
      ),
      (
        "Samuel Morse invented the electric telegraph in the United States in 1837.",
        "Who invented the electric telegraph in the United States in 1837?", "samuel morse"
      ),
      (
        "The port of Rotterdam serves as a gateway for the trade of Germany.",
        "The port of Rotterdam serves as a ____ for the trade of Germany.", "gateway"
      ),
      (
        "Local governments are investing in roads, attracting new firms, and promoting tourism to boost the economy of the north.",
        "What are local governments doing to boost the economy of the north?",
        "investing in roads, attracting new firms, and promoting tourism"
      ),
      (
        "The share of the region in the output of China fell to 7 percent.",
        "The share of the region in the output of China fell to ____.",
        "7 percent"
      ),
    ] as [(String, String, String)])
  func transformation(text: String, stem: String, key: String) throws {
    let draft = try DraftFixture.draft(among: text)
    guard !stem.isEmpty else { return }
    let found = draft.entries.first { DraftFixture.stem(of: $0.item) == stem }
    #expect(found?.key == key, "\(DraftFixture.proposals(draft))")
  }

  @Test(
    "what a clause tells besides who did what is asked for",
    arguments: [
      (
        "Admitting the territory threatened the balance of the Senate by giving one side two votes.",
        "How did admitting the territory threaten the balance of the Senate?",
        "by giving one side two votes"
      ),
      (
        "To prevent further quarrels, a line was drawn across the northern plains.",
        "For what purpose was a line drawn across the northern plains? To prevent further ____.",
        "quarrels"
      ),
      (
        "Votes are taken by the secretary of the assembly.", "By whom are votes taken?",
        "the secretary of the assembly"
      ),
      (
        "The secretary must publish the reports within a week.",
        "What must the secretary do? To publish the ____ within a week.", "reports"
      ),
      (
        "A full turn of the wheel takes two hours in winter.",
        "How long does a full turn of the wheel take in winter?", "two hours"
      ),
      (
        "The debate shifted to the rights of the settlers.", "What did the debate shift to?",
        "the rights of the settlers"
      ),
      (
        "Salvage value - the amount that a machine can be sold for when it is worn out.",
        "What is the term for the amount that a machine can be sold for when it is worn out?",
        "salvage value"
      ),
      (
        "Appreciation occurs when something that people own rises in value.",
        "What is it called when something that people own rises in value?", "appreciation"
      ),
      (
        "Gases in the air trap the heat of the sun. This is known as the greenhouse effect.",
        "Gases in the air trap the heat of the sun. What is this known as?", "greenhouse effect"
      ),
      (
        "The two sides came to an agreement, called the Oslo Compromise, in the end.",
        "The two sides came to an agreement, called the ____, in the end.", "oslo compromise"
      ),
      (
        "According to the water board, 416 wells ran dry in the long summer.",
        "According to the water board, how many wells ran dry in the long summer?", "416"
      ),
      (
        "Officials said Storm Bella closed 30 schools in the north of the state.",
        "According to officials, how many schools did Storm Bella close in the north of the state?",
        "30"
      ),
    ])
  func clauses(text: String, stem: String, key: String) throws {
    let draft = try DraftFixture.draft(among: text)
    let found = draft.entries.first { DraftFixture.stem(of: $0.item) == stem }
    #expect(found?.key == key, "\(DraftFixture.proposals(draft))")
  }

  @Test(
    "what would be asked of half a statement is not asked",
    arguments: [
      // The list goes on behind the first comma.
      "A person may hold several posts, except that the Leader, Secretary and the Chair must differ.",
      // A participle is no verb.
      "The terms presented below stand for the basic ideas of the trade.",
      "Appoint or recall the leader of the project in spring.",
      // What goes on behind the answer would be left hanging.
      "The old systems fell into disuse, and within a few years the towns were empty.",
      // The first of which, and ago of when?
      "The first, in Hungary, was called a revolution and the second was labelled a crisis.",
      "Two great crises broke out 60 years ago.",
      // Nobody says it, or an idea does.
      "The prevailing theory held that the forest was too poor for large towns.",
      // No object by itself.
      "The poor harvests forced the company to close its doors.",
      // What is inside the answer is not what the sentence asks why of.
      "A better answer is that stars are hot because they have collapsed.",
    ])
  func halves(text: String) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    #expect(draft.entries.isEmpty, "\(DraftFixture.proposals(draft))")
  }

  @Test("the points of a list are asked for together")
  func points() throws {
    let draft = try DraftFixture.draft(
      "# Votes\n\nA decision of the club is made by one of the following:\n\n1. The members;\n2. The board;\n3. The treasurer.\n",
      path: "votes.md")
    let list = try #require(
      draft.entries.first { $0.form == "list" }, "\(DraftFixture.proposals(draft))")
    #expect(list.key == "the members; the board; the treasurer")
  }

  @Test("a short answer is typed, what is done is chosen from others, an aim is a gap")
  func answers() throws {
    let draft = try DraftFixture.draft(
      among: """
        New pumps replaced wooden water wheels. The mayor of Savo refused to raise the price of water from private wells.
        Dredging the muddy channel reduced the damage to the harbour.
        """)
    #expect(
      draft.text.contains("\nAnswer: wooden water wheels | water wheels\n"), "\(draft.text)")
    let stems = draft.entries.map { DraftFixture.stem(of: $0.item) }
    #expect(
      stems.contains(
        "What did the mayor of Savo refuse to do? To raise the price of water from ____."),
      "\(stems)")
    let item = try #require(draft.entries.first { $0.form == "choice" }?.item, "\(draft.text)")
    guard case .choice(let options, let key) = item.kind else {
      Issue.record("\(item.kind)")
      return
    }
    #expect(options.map(\.text.plain)[key] == "Dredging the muddy channel")
    #expect(options.count == 4)
    let others = options.indices.filter { $0 != key }.map { options[$0].text.plain }
    #expect(others.allSatisfy { !$0.contains("wells") && !$0.contains("Savo") }, "\(others)")
  }

  @Test("headings that are counted are asked for together, beside what the rest of the text names")
  func countedHeadings() throws {
    let draft = try DraftFixture.draft(
      """
      # Why the Harbour Silted Up: Three Causes

      The pilots of Brielle kept a book of soundings. The old lighthouse stood on a hill of sand.

      ## 1. A shortage of dredgers

      The city sold two dredgers in 1710.

      ## 2. The loss of the forests

      Farmers cleared the hills behind the bay.

      ## 3. A change of the current

      The current moved to the east in 1720.

      """, path: "harbour.md")
    let item = try #require(draft.entries.first { $0.form == "selection" }?.item, "\(draft.text)")
    #expect(
      DraftFixture.stem(of: item) == "Which of these does the document count among its 3 causes?")
    guard case .selection(let options, let keys) = item.kind else {
      Issue.record("\(item.kind)")
      return
    }
    #expect(
      Set(keys.map { options[$0].text.plain }) == [
        "A shortage of dredgers", "The loss of the forests", "A change of the current",
      ])
    #expect(options.count == 5)
  }

  @Test("a term in bold is left out of a sentence that says enough without it")
  func terms() throws {
    let draft = try DraftFixture.draft(
      "# Light\n\nScientists sort the kinds of radiant energy from the sun within the **electromagnetic spectrum**.\n",
      path: "light.md")
    #expect(
      DraftFixture.proposals(draft).first
        == "Scientists sort the kinds of radiant energy from the sun within the ____. => electromagnetic spectrum"
    )
    #expect(draft.text.contains("{{electromagnetic spectrum}} (ele… spe…)."))
  }

  @Test(
    "what is doubtful gives nothing at all, and the reason is told",
    arguments: [
      ("It was opened in 1825 by the governor of the state.", .leansOnOthers),
      ("This led to a rapid growth of the cities of the north.", .leansOnOthers),
      ("Aldrin joined him there in the summer of 1969.", .leansOnOthers),
      ("The town may have been founded by the Romans in 1150.", .hedged),
      ("The walls would fall if the river rose above 3 metres.", .hedged),
      ("We visited the old port of Hamburg with our friends.", .personal),
      ("When was the old canal in the north of the state of New York opened in 1825?", .question),
      ("The minister said the dam was the largest of the country.", .quoted),
      ("The army never crossed the river on its march.", .negated),
      ("Not far off.", .tooShort),
      ("Coal and iron and steel and glass | 1825 | tons.", .fragment),
    ] as [(String, DraftReason)])
  func leftOut(text: String, reason: DraftReason) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    #expect(draft.entries.isEmpty, "\(DraftFixture.proposals(draft))")
    #expect(draft.leftOut.contains { $0.reason == reason && $0.text == text }, "\(draft.leftOut)")
  }

  @Test("a pronoun is replaced only by the name that the sentence before was about")
  func pronouns() throws {
    let certain = try DraftFixture.draft(
      "Rivers\n\nThe Songhua River is a river in China. It was dammed in 1943 near Jilin.\n")
    #expect(
      DraftFixture.proposals(certain).contains(
        "In which year was the Songhua River dammed near Jilin? => 1943"),
      "\(DraftFixture.proposals(certain))")
    let doubtful = try DraftFixture.draft(
      "Rivers\n\nThe people of the valley liked the Songhua River. It was dammed in 1943 near Jilin.\n"
    )
    #expect(!DraftFixture.proposals(doubtful).contains { $0.contains("River dammed") })
  }

  @Test(
    "'they' and a pronoun behind a date stand for what the sentence before was about",
    arguments: [
      (
        "Elliptical galaxies are old groups of stars. They contain a small amount of dust and gas.",
        "____ contain a small amount of dust and gas. => elliptical galaxies"
      ),
      (
        "Maria Curie studied the rays of uranium. In 1903 she received the prize of the academy in Oslo.",
        "Who received the prize of the academy in Oslo in 1903? => maria curie"
      ),
    ])
  func resolved(text: String, proposal: String) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    #expect(
      DraftFixture.proposals(draft).contains(proposal), "\(DraftFixture.proposals(draft))")
  }

  @Test(
    "a pronoun that could mean two things is left alone",
    arguments: [
      "Farmers planted trees along the canals. They fell in the great storm of 1903.",
      "The West Bank was long a market for Israeli goods. Its exports doubled in 1995.",
    ])
  func unresolved(text: String) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    #expect(
      !DraftFixture.proposals(draft).contains { $0.contains("1903") || $0.contains("1995") },
      "\(DraftFixture.proposals(draft))")
  }

  @Test("distractors are names of the same kind that do not stand in the sentence")
  func distractors() throws {
    let text = """
      Cities

      Harbin is the largest city of Heilongjiang. Shenyang lies on the Hun river. Dalian has a port \
      that is free of ice. Changchun makes cars for all of China. Harbin and Qiqihar were linked by rail.
      """
    let draft = try DraftFixture.draft(text)
    let choice = try #require(
      draft.entries.first { $0.form == "choice" }, "\(DraftFixture.proposals(draft))")
    guard case .choice(let options, let key) = choice.item.kind else {
      Issue.record("no choice")
      return
    }
    #expect(options[key].text.plain == "Harbin")
    #expect(Set(options.map(\.text.plain)).count == options.count)
  }

  @Test("dated events are put in order, each year once")
  func ordering() throws {
    let text = """
      Rails

      The first railway was opened in 1825 in England. In 1869 the Union Pacific reached the coast of \
      California. The Orient Express was founded in 1883. In 1964 Japan opened the first fast line.
      """
    let draft = try DraftFixture.draft(text)
    let ordering = try #require(
      draft.entries.first { $0.form == "ordering" }, "\(DraftFixture.proposals(draft))")
    guard case .ordering(let steps) = ordering.item.kind else { return }
    #expect(
      steps.map(\.key) == [
        "The first railway was opened in England",
        "The Union Pacific reached the coast of California",
        "The Orient Express was founded", "Japan opened the first fast line",
      ])
  }
}
