import Foundation
@testable import ReciteCore
import ReciteFormats
import Testing

/// The same three answers in every format; the readers of the formats are tried by `.ci/run`.
@Suite struct ResultFormatTests {
  static let at = Timestamp(iso8601: "2026-11-21T17:00:00+08:00")
  static let options = [Option(RichText("Jilin")), Option(RichText("Hebei"))]

  static func page(
    _ sequence: Int, _ kind: ItemKind, id: String, response: String, verdict: Verdict
  ) throws -> VerdictPage {
    let item = Item(
      id: ItemID(id), stem: [.paragraph(RichText("What \"is\" #\(sequence) \\ <here>?"))],
      topic: Topic("location"), kind: kind)
    let at = try #require(at)
    return VerdictPage(
      sequence: sequence, key: ItemKey(pack: PackID("p"), item: item.id), item: item,
      form: .authorOrder(for: item), response: response, verdict: verdict, credit: verdict.credit,
      hints: 0, durationMilliseconds: 1250, at: at, rating: .good, due: .day(Day(number: 0)),
      today: Day(number: 0), isRecorded: false, returns: false, isRetry: false,
      keyText: item.keyText(as: .authorOrder(for: item), on: nil), sources: [], isLeech: false,
      keyChanged: false)
  }

  static func pages() throws -> [VerdictPage] {
    [
      try page(
        1, .choice(options: options, key: 1), id: "outside", response: "b",
        verdict: Verdict(outcome: .correct, credit: 1, rule: .option, matched: "Hebei")),
      try page(
        2, .choice(options: options, key: 1), id: "again", response: "a",
        verdict: Verdict(
          outcome: .wrong, credit: 0, rule: .option,
          confusion: Confusion(answer: "Jilin", item: nil))),
      try page(
        3, .list([Accepted("Jilin"), Accepted("Liaoning")], need: nil), id: "two",
        response: "Jilin\u{7}]]>, Hebei & co",
        verdict: Verdict(
          outcome: .partial, credit: 0.5, rule: .parts,
          parts: [
            VerdictPart(state: .right(.correct), key: "Jilin", typed: "Jilin"),
            VerdictPart(state: .missing, key: "Liaoning", typed: nil),
          ])),
    ]
  }

  static func summary(_ reason: Outcome.Reason, unanswered: Int = 0) -> SummaryPage {
    var score = Score()
    score.count(.correct, credit: 1, topic: nil)
    score.count(.wrong, credit: 0, topic: nil)
    score.count(.partial, credit: 0.5, topic: nil)
    return SummaryPage(
      outcome: Outcome(
        reason: reason, score: score, passed: false, unanswered: unanswered, isQuiz: true),
      misses: [], returns: [], today: Day(number: 0), seed: 7, passMark: 0.7)
  }

  static func text(
    _ report: some QuizReport, _ reason: Outcome.Reason = .completed, unanswered: Int = 0
  ) throws -> String {
    var report = report
    var bytes: [UInt8] = []
    for page in try pages() { bytes += report.answer(page) }
    bytes += report.summary(summary(reason, unanswered: unanswered))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("TAP 14: a test an answer, escaped names, a YAML block for what is not right")
  func tap() throws {
    #expect(
      try ResultFormatTests.text(TAP()) == """
        TAP version 14
        ok 1 - p/outside: What "is" \\#1 \\\\ <here>?
        not ok 2 - p/again: What "is" \\#2 \\\\ <here>?
          ---
          message: "wrong, credit 0 of 1"
          severity: fail
          data:
            got: "a"
            expect: "b) Hebei"
            rule: "option"
          ...
        not ok 3 - p/two: What "is" \\#3 \\\\ <here>?
          ---
          message: "partial, credit 0.5 of 1"
          severity: fail
          data:
            got: "Jilin\\u0007]]>, Hebei & co"
            expect: "Jilin; Liaoning"
            rule: "parts"
          ...
        1..3
        # score 0.5, credit 1.5 of 3, seed 7
        # not passed

        """)
  }

  @Test("TAP says that a quiz ended too early")
  func bailOut() throws {
    let text = try ResultFormatTests.text(TAP(), .inputEnded, unanswered: 2)
    #expect(text.hasSuffix("Bail out! the answers ended; 2 questions were not answered\n"))
  }

  @Test("JUnit: counts, times and failures, and nothing that XML cannot hold")
  func junit() throws {
    let text = try ResultFormatTests.text(JUnit())
    #expect(
      text.contains(
        "<testsuites name=\"recite\" tests=\"3\" failures=\"2\" errors=\"0\" time=\"3.750\">"))
    #expect(text.contains("timestamp=\"2026-11-21T09:00:00\""))
    #expect(
      text.contains(
        "<testcase classname=\"p.location\" name=\"outside\" time=\"1.250\"/>"))
    #expect(
      text.contains("message=\"expected: Jilin; Liaoning; got: Jilin^G]]&gt;, Hebei &amp; co\""))
    #expect(text.contains("What &quot;is&quot; #3 \\ &lt;here&gt;?\ncredit 0.5 of 1, rule parts<"))
    #expect(!text.unicodeScalars.contains("\u{7}"))
    let ended = try ResultFormatTests.text(JUnit(), .timeUp, unanswered: 1)
    #expect(
      ended.contains("tests=\"4\" failures=\"2\" errors=\"1\"")
        && ended.contains("<error message=\"the time was up; 1 question was not answered\""))
  }

  @Test("xAPI: statements keep to the rules of the specification that we use")
  func xapi() throws {
    let text = try ResultFormatTests.text(XAPI(learner: "Mei", seed: 7))
    let statements = try text.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(statements.count == 4)
    for statement in statements { #expect(XAPISchema.faults(statement) == []) }
    #expect(statements[0]["result"]?["response"]?.string == "b")
    #expect(statements[1]["result"]?["response"]?.string == "a")
    #expect(statements[1]["result"]?["success"]?.bool == false)
    #expect(
      statements[2]["object"]?["definition"]?["correctResponsesPattern"]?.array
        == [.string("{case_matters=false}{order_matters=false}Jilin[,]Liaoning")])
    #expect(
      statements[3]["verb"]?["id"]?.string == "http://adlnet.gov/expapi/verbs/failed")
    // As Python's uuid.uuid5 makes them of the same namespace and names.
    #expect(
      statements[0]["context"]?["registration"]?.string == "27b59bfe-7df1-56d7-acf2-e1213e12c799")
    #expect(statements[0]["id"]?.string == "8f4106fa-b951-5066-a323-bb0c26cd32d0")
    #expect(Set(statements.compactMap { $0["id"]?.string }).count == 4)
    #expect(try ResultFormatTests.text(XAPI(learner: "Mei", seed: 7)) == text)
  }

  @Test("the schema notices what a reader lets through")
  func schema() throws {
    let line = try #require(
      try ResultFormatTests.text(XAPI(learner: "Mei", seed: 7)).split(separator: "\n").first)
    for (from, to) in [
      ("\"scaled\":1", "\"scaled\":7"), ("http://adlnet.gov/expapi/verbs/answered", "answered"),
      ("\"homePage\"", "\"home\""), ("\"choice\"", "\"guess\""), ("PT1.25S", "1.25"),
      ("1.0.3", "2"), ("\"success\":true", "\"success\":1"), ("\"id\":\"b\"", "\"id\":\"a\""),
    ] {
      let changed = line.replacing(from, with: to)
      #expect(changed != line)
      #expect(XAPISchema.faults(try JSONValue(parsing: Array(changed.utf8))) != [], "\(from)")
    }
  }
}

/// The part of xAPI 1.0.3 that we write, as a schema of our own.
///
/// Readers accept far more than the specification allows.
private enum XAPISchema {
  static func faults(_ statement: JSONValue) -> [String] {
    var faults: [String] = []
    func expect(_ truth: Bool, _ what: String) { if !truth { faults.append(what) } }
    expect(isUUID(statement["id"]?.string), "id")
    expect(isURL(statement["actor"]?["account"]?["homePage"]?.string), "actor")
    expect(statement["actor"]?["account"]?["name"]?.string?.isEmpty == false, "actor's name")
    expect(isURL(statement["verb"]?["id"]?.string), "verb")
    expect(isURL(statement["object"]?["id"]?.string), "object")
    expect(statement["version"]?.string == "1.0.3", "version")
    expect(
      statement["timestamp"]?.string.flatMap { Timestamp(iso8601: $0) } != nil, "timestamp")
    expect(isUUID(statement["context"]?["registration"]?.string), "registration")
    let result = statement["result"]
    expect(result?["success"].map { $0.bool != nil } ?? true, "success")
    let duration = result?["duration"]?.string ?? ""
    expect(duration.wholeMatch(of: /PT\d+(\.\d{1,2})?S/) != nil, "duration")
    let scaled = result?["score"]?["scaled"]?.double ?? 9
    expect((-1...1).contains(scaled), "scaled")
    let raw = result?["score"]?["raw"]?.double ?? -1
    let most = result?["score"]?["max"]?.double ?? 0
    expect(raw >= (result?["score"]?["min"]?.double ?? 0) && raw <= most, "raw")
    let definition = statement["object"]?["definition"]
    let type = definition?["interactionType"]?.string
    if definition?["type"]?.string?.hasSuffix("cmi.interaction") == true {
      let known = [
        "true-false", "choice", "fill-in", "long-fill-in", "matching", "sequencing", "numeric",
      ]
      expect(type.map(known.contains) ?? false, "interaction type")
    }
    for key in ["choices", "source", "target"] {
      let ids = definition?[key]?.array?.map { $0["id"]?.string ?? "" } ?? []
      expect(Set(ids).count == ids.count && !ids.contains(""), key)
    }
    return faults
  }

  private static func isUUID(_ text: String?) -> Bool {
    guard let text else { return false }
    return text.wholeMatch(
      of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
  }

  private static func isURL(_ text: String?) -> Bool {
    text.flatMap { URL(string: $0) }?.scheme?.hasPrefix("http") ?? false
  }
}
