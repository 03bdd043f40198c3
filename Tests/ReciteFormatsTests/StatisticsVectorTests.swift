import Foundation
import ReciteCore
import ReciteFormats
import Testing

/// The statistics against Moodle's own test sets and a made class whose figures SciPy confirms.
///
/// The files lie in `../shared/data/stats/` beside the checkout; without them the suite is skipped,
/// and `TestStatisticsTests` has small tables of its own.
@Suite(.enabled(if: StatisticsFiles.areThere, "no vectors: \(StatisticsFiles.folder)"))
struct StatisticsVectorTests {
  @Test("25 attempts at 7 questions give Moodle's figures, those of the whole test too")
  func results00() throws {
    let rows = try StatisticsFiles.rows("moodle/fixtures/results00.csv")
    var table = MarkTable(maxima: Array(repeating: 1, count: 7))
    for row in rows { table.append((1...7).map { Double(row["slots.\($0).mark"] ?? "") }) }
    let seen = TestStatistics(table)
    let expected = try StatisticsFiles.json("moodle_expected.json")["results00"]
    try compareSlots(seen, with: expected)
    let quiz = try #require(expected?["quiz"])
    expectEqual(seen.mean, quiz["mean"], "mean")
    expectEqual(seen.median, quiz["median"], "median")
    expectEqual(seen.standardDeviation, quiz["sd"], "standard deviation")
    expectEqual(seen.skewness, quiz["skewness"], "skewness")
    expectEqual(seen.kurtosis, quiz["kurtosis"], "kurtosis")
    expectEqual(seen.alpha, quiz["cic"], "alpha", scale: 100)
    expectEqual(seen.errorRatio, quiz["errorratio"], "error ratio", scale: 100)
    expectEqual(seen.standardError, quiz["standarderror"], "standard error")
  }

  @Test("22 attempts at 20 questions, some of which give nothing, give Moodle's figures and nulls")
  func questionStates() throws {
    let questions = try StatisticsFiles.rows("moodle/fixtures/mdl_question.csv")
    let maxima = questions.compactMap { Double($0["maxmark"] ?? "") }
    let slots = questions.compactMap { $0["slot"] }
    var table = MarkTable(maxima: maxima)
    var marks: [String: Double] = [:]
    var total: Double?
    func finish() {
      if let total { table.append(slots.map { marks[$0] ?? 0 }, total: total) }
    }
    for row in try StatisticsFiles.rows("moodle/fixtures/mdl_question_states.csv") {
      if row["slot"] == "1" {
        finish()
        marks = [:]
        total = Double(row["sumgrades"] ?? "")
      }
      marks[row["slot"] ?? ""] = Double(row["mark"] ?? "")
    }
    finish()
    #expect(table.learners == 22)
    let expected = try StatisticsFiles.json("moodle_expected.json")["mdl_question_states"]
    try compareSlots(TestStatistics(table), with: expected)
  }

  @Test("40 learners on 10 choices: reliability, every item, and every option by name")
  func synthetic() throws {
    let expected = try StatisticsFiles.json("synthetic/expected40x10.json")
    let rows = try StatisticsFiles.rows("synthetic/responses40x10.csv")
    let key = try #require(rows.first)
    let answers = Array(rows.dropFirst())
    let names = (1...10).map { $0 < 10 ? "q0\($0)" : "q\($0)" }
    var table = MarkTable(maxima: Array(repeating: 1, count: 10))
    for row in answers { table.append(names.map { row[$0] == key[$0] ? 1 : 0 }) }
    let seen = TestStatistics(table)
    let groups = ScoreGroups(table)
    #expect(groups.upper.count == expected["group"]?.integer)
    expectEqual(seen.mean, expected["mean"], "mean")
    expectEqual(seen.standardDeviation, expected["sd_n1"], "standard deviation")
    expectEqual(seen.alpha, expected["cronbach_alpha"], "alpha")
    expectEqual(seen.kr20, expected["kr20"], "KR-20")
    expectEqual(seen.kr21, expected["kr21"], "KR-21")
    expectEqual(seen.standardError, expected["sem"], "standard error")
    let items = try #require(expected["items"]?.array)
    #expect(items.count == 10)
    for (index, item) in items.enumerated() {
      let name = names[index]
      expectEqual(seen.items[index].facility, item["difficulty_p"], "\(name): facility")
      expectEqual(seen.items[index].standardDeviation, item["sd"], "\(name): spread")
      expectEqual(seen.items[index].pointBiserial, item["pbis"], "\(name): point-biserial")
      expectEqual(seen.items[index].discrimination, item["pbis_corrected"], "\(name): rest")
      expectEqual(seen.items[index].upperLower, item["D27"], "\(name): upper less lower")
      expectEqual(
        seen.items[index].alphaWithout, item["alpha_if_deleted"], "\(name): alpha without")
      let options = try #require(item["options"]?.object)
      let letters = options.map { $0.key == "blank" ? "" : $0.key }
      let counts = table.counts(
        of: answers.map { letters.firstIndex(of: $0[name] ?? "") }, kinds: letters.count,
        on: index, groups: groups)
      for (count, option) in zip(counts, options) {
        let place = "\(name) \(option.key)"
        #expect(count.count == option.value["n"]?.integer, "\(place): count")
        expectEqual(count.share, option.value["p"], "\(place): share")
        #expect(count.upper == option.value["upper"]?.integer, "\(place): upper")
        #expect(count.lower == option.value["lower"]?.integer, "\(place): lower")
        expectEqual(count.correlation, option.value["pbis_total"], "\(place): correlation")
      }
    }
  }
}

private func compareSlots(_ seen: TestStatistics, with expected: JSONValue?) throws {
  let slots = try #require(expected?["slots"]?.array)
  #expect(slots.count == seen.items.count)
  for (index, slot) in slots.enumerated() {
    let item = seen.items[index]
    expectEqual(item.facility, slot["facility"], "slot \(index + 1): facility")
    expectEqual(item.standardDeviation, slot["sd"], "slot \(index + 1): standard deviation")
    expectEqual(item.discrimination, slot["di"], "slot \(index + 1): discrimination", scale: 100)
    expectEqual(
      item.discriminativeEfficiency, slot["de"], "slot \(index + 1): efficiency", scale: 100)
    expectEqual(item.effectiveWeight, slot["ew"], "slot \(index + 1): weight", scale: 100)
  }
}

/// Expects a figure within 1e-6 of its vector, and nil exactly where the vector is null.
private func expectEqual(
  _ seen: Double?, _ expected: JSONValue?, _ what: String, scale: Double = 1,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let seen, let vector = expected?.double else {
    let isNull = seen == nil && expected == .null
    #expect(isNull, "\(what): one of them is nil", sourceLocation: sourceLocation)
    return
  }
  let distance = abs(seen * scale - vector)
  #expect(
    distance <= 1e-6, "\(what): \(seen * scale) is not \(vector)", sourceLocation: sourceLocation)
}

private enum StatisticsFiles {
  static let folder: String = {
    // #filePath is Tests/ReciteFormatsTests/ within the checkout.
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/data/stats").path
  }()

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder) }

  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
  }

  static func json(_ name: String) throws -> JSONValue { try JSONValue(parsing: bytes(name)) }

  /// The rows below the captions, each cell by its caption.
  static func rows(_ name: String) throws -> [[String: String]] {
    var reader = try DelimitedReader(bytes(name))
    let captions = try reader.next()?.cells ?? []
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      rows.append(Dictionary(zip(captions, row.cells)) { first, _ in first })
    }
    return rows
  }
}
