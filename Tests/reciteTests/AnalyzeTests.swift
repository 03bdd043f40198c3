import ReciteFormats
import Support
import Testing

@Suite struct AnalyzeTests {
  static func analyze(_ rivers: Rivers, _ arguments: String...) throws -> Program {
    try Program.run(
      "recite", ["analyze", rivers.folder.file("rivers.md")] + arguments,
      environment: ["HOME": rivers.folder.path], in: rivers.folder)
  }

  static let marked = """
    learner,item,response,verdict,credit,rule,matched,look
    Mei,border,b,correct,1,option,Yalu,
    Mei,harbin,Songhua,correct,1,exact,Songhua,
    Ann,border,c,wrong,0,option,Liao,
    Ann,harbin,Amur,wrong,0,other-answer,,
    Ann,harbin,Songhua,correct,1,exact,Songhua,

    """

  @Test("a marked sheet is analysed by first answers, choices by the option picked")
  func sheets() throws {
    let rivers = try Rivers()
    try rivers.folder.write("m.csv", Array(AnalyzeTests.marked.utf8))
    let seen = try AnalyzeTests.analyze(rivers, rivers.folder.file("m.csv"), "--json")
    #expect(seen.status == 0, "\(seen.error)")
    let read = try JSONValue(parsing: Array(seen.output.utf8))
    #expect(read["learners"]?.integer == 2 && read["repeats_left_out"]?.integer == 1)
    let border = try #require(read["items"]?.array?.first { $0["item"]?.string == "border" })
    #expect(border["facility"]?.double == 0.5)
    let given = border["responses"]?.array?.map {
      "\($0["response"]?.string ?? "") \($0["count"]?.integer ?? -1)"
    }
    #expect(given == ["Songhua 0", "Yalu 1", "Liao 1"])
  }

  @Test("quizzes in JSON Lines tell their letters by their seed")
  func quizzes() throws {
    let rivers = try Rivers()
    var files: [String] = []
    for seed in ["1", "2", "3", "4"] {
      let file = rivers.folder.file("q\(seed).jsonl")
      let quiz = try Program.run(
        "recite",
        [
          "quiz", rivers.folder.file("rivers.md"), "--answers", "-", "--practice", "--seed", seed,
          "--now", "2026-11-21T09:00:00Z", "--format", "jsonl", "--output", file,
        ], input: "#by-item\nharbin: Amur\nborder: a\nslow: ice, dams\n",
        environment: ["HOME": rivers.folder.path], in: rivers.folder)
      #expect(quiz.status == 1 || quiz.status == 0, "\(quiz.error)")
      files.append(file)
    }
    let seen = try Program.run(
      "recite", ["analyze", rivers.folder.file("rivers.md"), "--json"] + files,
      environment: ["HOME": rivers.folder.path], in: rivers.folder)
    let read = try JSONValue(parsing: Array(seen.output.utf8))
    #expect(read["learners"]?.integer == 4, "\(seen.error)")
    let border = try #require(read["items"]?.array?.first { $0["item"]?.string == "border" })
    let responses = border["responses"]?.array ?? []
    #expect(responses.map { $0["response"]?.string } == ["Songhua", "Yalu", "Liao"])
    #expect(responses.reduce(0) { $0 + ($1["count"]?.integer ?? 0) } == 4)
    let right = Double(responses[1]["count"]?.integer ?? 0) / 4
    #expect(border["facility"]?.double == right)
  }

  @Test("the page needs nothing else and runs nothing that a learner wrote")
  func page() throws {
    let rivers = try Rivers()
    let sheet = "learner,item,response,credit\nMei,harbin,<script>alert(1)</script>,0\n"
    try rivers.folder.write("m.csv", Array(sheet.utf8))
    let seen = try AnalyzeTests.analyze(
      rivers, rivers.folder.file("m.csv"), "--html", rivers.folder.file("a.html"))
    #expect(seen.status == 0 && seen.output.contains("Fewer than 10 learners"))
    let page = String(decoding: try #require(rivers.folder.read("a.html")), as: UTF8.self)
    #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script"))
    #expect(!page.contains("src=") && !page.contains("@import") && !page.contains("http"))
  }

  @Test(
    "a file that cannot be used is named",
    arguments: [
      ("learner,item\n", "expected columns 'learner', 'item', 'response', 'credit'"),
      ("learner,item,response,credit\nMei,harbni,x,1\n", "line 2: 'harbni' is no item"),
      ("{\"event\":\"answer\"\n", "line 1"),
    ])
  func faults(text: String, message: String) throws {
    let rivers = try Rivers()
    try rivers.folder.write("m", Array(text.utf8))
    let seen = try AnalyzeTests.analyze(rivers, rivers.folder.file("m"))
    #expect(seen.status == 65 && seen.error.contains(message), "\(seen.error)")
  }
}
