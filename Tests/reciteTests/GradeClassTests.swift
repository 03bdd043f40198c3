import Support
import Testing

@Suite struct GradeClassTests {
  static let sheet = """
    \u{feff}Zeitstempel;Name;harbin;border;;
    1;Mei;Songhua;"Yalu
     river";;
    2;Ann;Sungarri;Amur
    3;=Bob;;Yalu;;

    """

  /// Runs `recite grade` in the folder of the rivers.
  static func grade(_ rivers: Rivers, _ arguments: String...) throws -> Program {
    let files = ["--output", "--scores", "--review", "--overrides"]
    var words = ["grade", rivers.folder.file("rivers.md"), rivers.folder.file("class.csv")]
    for (place, word) in arguments.enumerated() {
      words.append(
        place > 0 && files.contains(arguments[place - 1]) ? rivers.folder.file(word) : word)
    }
    return try Program.run(
      "recite", words, environment: ["HOME": rivers.folder.path], in: rivers.folder)
  }

  @Test("a class's sheet is marked in its own manner, with the rule of each mark")
  func marking() throws {
    let rivers = try Rivers()
    try rivers.folder.write("class.csv", Array(GradeClassTests.sheet.utf8))
    let seen = try GradeClassTests.grade(rivers, "--ignore", "Zeitstempel")
    #expect(seen.status == 0, "\(seen.error)")
    let lines = seen.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "\u{feff}learner;item;response;verdict;credit;rule;matched;look")
    #expect(lines.count == 7)
    #expect(lines[1] == "Mei;harbin;Songhua;correct;1;exact;Songhua;")
    #expect(lines[3].hasPrefix("Ann;harbin;Sungarri;spelling;1;spelling;"))
    #expect(lines[5] == "'=Bob;harbin;;wrong;0;empty;;")
    #expect(seen.error.contains("3 learners, 6 answers"))
  }

  @Test("what a teacher settles in the list holds the next time, and leaves the list")
  func settling() throws {
    let rivers = try Rivers()
    let sheet = "learner,item,response\nMei,harbin,Songhau river of China\nAnn,harbin,Songhua\n"
    try rivers.folder.write("class.csv", Array(sheet.utf8))
    try rivers.folder.write(
      "look.csv",
      Array("item,response,settled,note\nharbin,songhau  River of China,1/2,seen\n".utf8))
    let seen = try GradeClassTests.grade(
      rivers, "--review", "look.csv", "--overrides", "look.csv", "--scores", "scores.csv")
    #expect(seen.status == 0, "\(seen.error)")
    #expect(
      seen.output.contains("Mei,harbin,Songhau river of China,partial,0.5,override,,settled\n"))
    let list = String(decoding: try #require(rivers.folder.read("look.csv")), as: UTF8.self)
    #expect(list.contains("harbin,Songhua,songhau River of China,,,,settled,0.5,,seen\n"))
    let scores = String(decoding: try #require(rivers.folder.read("scores.csv")), as: UTF8.self)
    #expect(scores == "learner,credit,asked,score\nMei,0.5,1,0.5\nAnn,1,1,1\n")
  }

  @Test("what the machine cannot read stands in the list of answers to look at, a blank does not")
  func unreadable() throws {
    let rivers = try Rivers()
    try rivers.folder.write(
      "rivers.md",
      Array("# Rivers\n\n### Which is longer? {#longer}\n\n- [x] Yangtze\n- [ ] Songhua\n".utf8))
    try rivers.folder.write(
      "class.csv", Array("learner,longer\nMei,the first one\nAnn,b\nBob,\n".utf8))
    let seen = try GradeClassTests.grade(rivers)
    #expect(seen.output.contains("Mei,longer,the first one,wrong,0,unreadable,,unreadable\n"))
    #expect(seen.error.contains("1 different answer to look at by hand"), "\(seen.error)")
  }

  @Test(
    "what cannot be marked is named with its line, and the rest is marked",
    arguments: [
      ("learner,harbn\nMei,Songhua\n", 65, "class.csv: line 1: column 'harbn'", 0),
      ("learner,harbin\nMei,Songhua,x\nAnn,Songhua\n", 65, "class.csv: line 2: the row has 3", 1),
      ("learner,harbin\nMei,\"Songhua\nAnn,Songhua\n", 65, "class.csv: line 2: the quotation", 0),
      ("learner,item,response\nMei,harbim,x\nAnn,harbin,y\n", 65, "did you mean 'harbin'", 1),
    ] as [(String, Int32, String, Int)])
  func faults(sheet: String, status: Int32, message: String, marked: Int) throws {
    let rivers = try Rivers()
    try rivers.folder.write("class.csv", Array(sheet.utf8))
    let seen = try GradeClassTests.grade(rivers)
    #expect(seen.status == status && seen.error.contains(message), "\(seen.error)")
    #expect(max(0, seen.output.split(separator: "\n").count - 1) == marked)
  }

  @Test("the summary is JSON when asked for, and a damaged sheet leaves no half file behind")
  func output() throws {
    let rivers = try Rivers()
    try rivers.folder.write("class.csv", Array("learner,harbin\nMei,Songhua\n".utf8))
    let seen = try GradeClassTests.grade(rivers, "--output", "marked.csv", "--json")
    #expect(seen.output.hasPrefix("{\"learners\":1,\"answers\":1,\"mean_score\":1,"))
    try rivers.folder.write("class.csv", Array("learner,nothing like it\nMei,Songhua\n".utf8))
    let failed = try GradeClassTests.grade(rivers, "--output", "other.csv")
    #expect(failed.status == 65 && rivers.folder.read("other.csv") == nil)
  }
}
