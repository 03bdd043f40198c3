import Testing

@testable import ReciteCore

/// Lists and open answers as learners type them, with the credit that a fair teacher would give.
@Suite struct ListAndOpenAnswerTests {
  struct Row: Sendable {
    var items: String
    var need: Int?
    var isOrdered: Bool
    var typed: String
    var credit: Double

    init(_ items: String, _ need: Int?, _ isOrdered: Bool, _ typed: String, _ credit: Double) {
      self.items = items
      self.need = need
      self.isOrdered = isOrdered
      self.typed = typed
      self.credit = credit
    }
  }

  private static let grader = Grader(lexicon: shippedLexicon, packs: [])

  @Test(arguments: rows)
  func `a list in any writing gets the credit of its parts`(row: Row) {
    let items = row.items.split(separator: ";").map { accepted(String($0)) }
    let verdict = Self.grader.grade(
      row.typed, for: .list(items, need: row.need, isOrdered: row.isOrdered, others: []))
    #expect(abs(verdict.credit - row.credit) < 0.001, "\(row.typed): \(verdict.credit)")
  }

  @Test(arguments: [
    ("output", "the state made them poor"), ("production", "this made people angry"),
    ("export", "they had to import grain"), ("factory", "a million people came"),
    ("factory", "people worked hard there"), ("factory", "plantations were set up"),
    ("trade", "it was of great importance"), ("leave", "the department of trade"),
    ("alliance", "all of them were there"), ("currency", "they cured the sick"),
    ("begin", "many were coming here"), ("fair", "it was just a start"),
    ("freedom", "it was right there"), ("exhaust", "the mill was run by the state"),
    ("absorb", "they took the land"), ("army", "they were forced to sell"),
    ("near", "the mines were closed"), ("supply", "it was super for them"),
    ("increase", "it was more of a game"), ("change", "in turn they got it"),
  ])
  func `a word that looks like another's kin makes no point`(point: String, typed: String) {
    let rubric = Rubric(points: [RubricPoint(any: [Requirement(groups: [[point]])])])
    #expect(Self.grader.grade(typed, for: .open(rubric)).credit == 0)
  }

  @Test(arguments: [
    ("output", "they produced less"), ("production", "output was low"),
    ("trade", "exports rose in those years"), ("factory", "the plants closed"),
    ("decline", "it was decreasing over time"), ("depletion", "they exhausted the coal"),
    ("migration", "people were moving"), ("limitation", "it was restricted"),
    ("removal", "it was abolished"), ("outdated", "the machines were obsolete"),
    ("fast", "it grew more rapidly"), ("cheap", "they were inexpensive"),
    ("study", "they studied it"), ("carried", "coal was transported"),
    ("farm", "the farmers left"),
  ])
  func `a word makes a point in its inflections and by its kin`(point: String, typed: String) {
    let rubric = Rubric(points: [RubricPoint(any: [Requirement(groups: [[point]])])])
    #expect(Self.grader.grade(typed, for: .open(rubric)).credit == 1)
  }

  /// A question's points, and answers with a 1 for each point that they make.
  private struct Question {
    var points: [String]
    var answers: [(typed: String, gold: String)]
  }

  @Test func `open answers are credited as a second reader credits them`() {
    var points = 0
    var agreeing = 0
    var falsely = 0
    for question in Self.questions {
      let rubric = Rubric(
        points: question.points.map { point in
          RubricPoint(any: point.split(separator: "|").map { Requirement(groups: [[String($0)]]) })
        })
      for (typed, gold) in question.answers {
        let parts = Self.grader.grade(typed, for: .open(rubric)).parts
        for (part, right) in zip(parts, gold) {
          let isMet = if case .right = part.state { true } else { false }
          points += 1
          if isMet == (right == "1") { agreeing += 1 }
          if isMet, right == "0" { falsely += 1 }
        }
      }
    }
    #expect(Double(agreeing) / Double(points) >= 0.9)
    #expect(Double(falsely) / Double(points) <= 0.03)
  }

  @Test(arguments: [
    ("the coal ran out", 1.0), ("there was more coal than before", 0), ("coal", 1),
    ("there was coal, more of it each year", 0), ("the coal was gone and more people left", 1),
  ])
  func `a point is withdrawn by the whole of what it must not say`(typed: String, credit: Double) {
    let point = RubricPoint(
      any: [Requirement(groups: [["coal"]])], not: [Requirement(groups: [["more coal"]])])
    #expect(Self.grader.grade(typed, for: .open(Rubric(points: [point]))).credit == credit)
  }

  private static let rows = [
    Row("Mercury; Venus; Earth; Mars", nil, false, "mercury venus earth mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury, Venus, Earth & Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "mars/earth/venus/mercury", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "- Mercury\n- Venus\n- Earth\n- Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "a) Mercury b) Venus c) Earth d) Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "1) mercury 2) venus 3) earth 4) mars", 1.0),
    Row(
      "Mercury; Venus; Earth; Mars", nil, false, "The four are Mercury, Venus, Earth and Mars.", 1.0
    ),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury Venus and Earth", 0.75),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury, Venus, Earth, Jupiter", 0.75),
    Row("Mercury; Venus; Earth; Mars", nil, false, "mercury; venus; earth; mars; saturn", 0.8),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercurry, Venus, Erth, Mars", 1.0),
    Row(
      "Mercury; Venus; Earth; Mars", nil, false, "I think Mercury, Venus, Earth, and maybe Mars",
      1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury + Venus + Earth + Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury, Venus, the Earth, Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury, mercury, Venus", 0.5),
    Row("Mercury; Venus; Earth; Mars", nil, false, "Mercury → Venus → Earth → Mars", 1.0),
    Row(
      "executive | executive branch; legislative | legislature; judicial | judiciary", nil, false,
      "the executive, the legislative and the judicial branch", 1.0),
    Row(
      "executive | executive branch; legislative | legislature; judicial | judiciary", nil, false,
      "executive, legislative, judicial", 1.0),
    Row(
      "executive | executive branch; legislative | legislature; judicial | judiciary", nil, false,
      "legislature, judiciary, executive branch", 1.0),
    Row(
      "executive | executive branch; legislative | legislature; judicial | judiciary", nil, false,
      "executive branch, legislative branch and judicial branch", 1.0),
    Row(
      "executive | executive branch; legislative | legislature; judicial | judiciary", nil, false,
      "legislative, executive", 0.6667),
    Row("red; green; blue", nil, false, "RGB", 0.0),
    Row("red; green; blue", nil, false, "red green blue", 1.0),
    Row("red; green; blue", nil, false, "red, yellow and blue", 0.6667),
    Row("red; green; blue", nil, false, "Red\nGreen\nBlue", 1.0),
    Row("solid; liquid; gas", nil, false, "solids, liquids and gases", 1.0),
    Row("solid; liquid; gas", nil, false, "solid, liquid, gas, plasma", 0.75),
    Row("solid; liquid; gas", nil, false, "solid liquid gass", 1.0),
    Row("bread and butter; salt; iron ore", nil, false, "bread & butter, salt and iron ore", 1.0),
    Row("bread and butter; salt; iron ore", nil, false, "salt, bread and butter, iron ore", 1.0),
    Row("bread and butter; salt; iron ore", nil, false, "iron ore and salt", 0.6667),
    Row("bread and butter; salt; iron ore", nil, false, "bread and butter", 0.3333),
    Row(
      "France; Great Britain | UK | United Kingdom; Russia", nil, false,
      "France, the UK and Russia", 1.0),
    Row(
      "France; Great Britain | UK | United Kingdom; Russia", nil, false,
      "france great britain russia", 1.0),
    Row(
      "France; Great Britain | UK | United Kingdom; Russia", nil, false, "Russia, France, England",
      0.6667),
    Row("France; Great Britain | UK | United Kingdom; Russia", 2, false, "Russia and France", 1.0),
    Row("France; Great Britain | UK | United Kingdom; Russia", 2, false, "France, Germany", 0.5),
    Row("France; Great Britain | UK | United Kingdom; Russia", 2, false, "France, UK, Russia", 1.0),
    Row(
      "France; Great Britain | UK | United Kingdom; Russia", nil, false,
      "France, not Germany, Russia", 0.6667),
    Row(
      "France; Great Britain | UK | United Kingdom; Russia", nil, false,
      "France, UK (United Kingdom), Russia", 1.0),
    Row(
      "Qing dynasty; Republic of China; People's Republic of China", nil, true,
      "Qing dynasty, Republic of China, People's Republic of China", 1.0),
    Row(
      "Qing dynasty; Republic of China; People's Republic of China", nil, true,
      "Qing, Republic of China, PRC", 0.6667),
    Row(
      "Qing dynasty; Republic of China; People's Republic of China", nil, true,
      "Republic of China, Qing dynasty, People's Republic of China", 0.6667),
    Row(
      "Qing dynasty; Republic of China; People's Republic of China", nil, true,
      "1. Qing dynasty 2. Republic of China 3. People's Republic of China", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, true, "Mercury > Venus > Earth > Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, true, "Venus, Mercury, Earth, Mars", 0.75),
    Row("Mercury; Venus; Earth; Mars", nil, true, "Mercury then Venus then Earth then Mars", 1.0),
    Row(
      "Mercury; Venus; Earth; Mars", nil, true,
      "first Mercury, then Venus, then Earth, finally Mars", 1.0),
    Row("Mercury; Venus; Earth; Mars", nil, true, "Mars, Earth, Venus, Mercury", 0.25),
    Row("Mercury; Venus; Earth; Mars", nil, false, "dont know", 0.0),
    Row(
      "Mercury; Venus; Earth; Mars", nil, false,
      "Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune", 0.5),
    Row("辽宁; 吉林; 黑龙江", nil, false, "辽宁、吉林、黑龙江", 1.0),
    Row("辽宁; 吉林; 黑龙江", nil, false, "辽宁 吉林 黑龙江", 1.0),
    Row("辽宁; 吉林; 黑龙江", nil, false, "辽宁和吉林", 0.6667),
    Row("辽宁; 吉林; 黑龙江", nil, false, "遼寧，吉林，黑龍江", 1.0),
    Row("1914; 1939", nil, false, "1914 and 1939", 1.0),
    Row("1914; 1939", nil, false, "1914, 1945", 0.5),
    Row("H2O; CO2", nil, false, "co2 and h2o", 1.0),
    Row("carbon dioxide | CO2; water | H2O; sunlight", nil, false, "water, co2, sunlight", 1.0),
    Row(
      "carbon dioxide | CO2; water | H2O; sunlight", nil, false, "carbon dioxide water and light",
      0.6667),
  ]

  private static let questions = [
    Question(
      points: [
        "barbarian invasions | attacks by Germanic tribes",
        "economic decline | inflation and high taxes | heavy taxation",
        "political instability | civil wars | weak emperors",
        "the army relied on mercenaries",
      ],
      answers: [
        ("Germanic tribes invaded the empire and emperors were weak.", "1010"),
        ("High taxes and inflation ruined the economy.", "0100"),
        (
          "There were constant civil wars over who would be emperor, and the army was full of mercenaries.",
          "0011"
        ),
        ("The barbarians kept attacking and the economy declined.", "1100"),
        ("It was not because of barbarian invasions. Taxes were too heavy.", "0100"),
        ("Romans became Christian.", "0000"),
        ("barbarians taxes emperors mercenaries inflation tribes", "0000"),
        ("The Roman army had no mercenaries and politics were stable.", "0000"),
        ("Politcal instablity and barbarian invashions", "1010"),
      ]),
    Question(
      points: [
        "absorb sunlight | light energy",
        "take in carbon dioxide",
        "produce glucose | make sugar",
        "release oxygen",
      ],
      answers: [
        (
          "They use light energy from the sun to turn carbon dioxide and water into sugar, giving off oxygen.",
          "1111"
        ),
        ("Chlorophyll absorbs sunlight and glucose is produced.", "1010"),
        ("They take in oxygen and release carbon dioxide.", "0000"),
        ("CO2 is taken in through the leaves.", "0100"),
        ("Plants do not need light and they release oxygen.", "0001"),
        ("The plant makes sugars.", "0010"),
        ("They eat soil with their roots.", "0000"),
        ("oxygen is released as a by-product", "0001"),
      ]),
    Question(
      points: [
        "stock market crash",
        "bank failures | banks collapsed",
        "overproduction",
        "tariffs reduced trade | protectionism",
      ],
      answers: [
        ("The stock market crashed in 1929 and many banks failed.", "1100"),
        ("Factories produced more goods than people could buy.", "0010"),
        ("Protectionist tariffs cut international trade.", "0001"),
        ("Banks did not fail, but the stock market crash ruined people.", "1000"),
        ("Too much production, and the banks went bankrupt.", "0110"),
        ("The war was expensive.", "0000"),
        ("The crash of the stock market.", "1000"),
        ("Stock prices rose forever and banks were healthy.", "0000"),
      ]),
    Question(
      points: [
        "ecosystem stability | ecosystems are more stable",
        "source of medicines | new medicines",
        "food security | variety of crops",
        "pollination",
      ],
      answers: [
        ("Diverse ecosystems are more stable and recover from shocks.", "1000"),
        ("Many medicines come from plants, and bees pollinate our crops.", "0101"),
        ("It gives us new drugs and food.", "0110"),
        ("It makes ecosystems unstable.", "0000"),
        ("Without insects there is no pollination.", "0001"),
        ("It looks nice.", "0000"),
      ]),
  ]
}
