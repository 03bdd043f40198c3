import Glibc
import ReciteCore
import Support
import Testing

@testable import ReciteFormats

/// The files of Moodle and of the community's grammar, each beside what Moodle makes of it.
///
/// They are others' work and stay outside this repository; the test is skipped where they are not
/// beside it.
@Suite struct GIFTCorpusTests {
  private static let folder = Checkout.root + "/../shared/data/gift/public"

  private static let files: [String] = ["moodle", "gift-pegjs", "missingword"].flatMap { part in
    names(in: folder + "/" + part).filter { $0.hasSuffix(".moodle.json") }
      .map { "\(part)/\($0.dropLast(".moodle.json".count))" }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

  @Test("the corpus is where the tests look for it", .enabled(if: !files.isEmpty))
  func found() { #expect(Self.files.count > 50) }

  @Test(
    "every question is of Moodle's kind, with its answers and weights",
    .enabled(if: !files.isEmpty),
    arguments: files)
  func corpus(file: String) throws {
    let bytes = try #require(TemporaryFolder.contents(of: "\(Self.folder)/\(file)"))
    let expectation = try #require(
      TemporaryFolder.contents(of: "\(Self.folder)/\(file).moodle.json"))
    let expected = try #require(JSONValue(parsing: expectation).array)
    let read = Import.read(bytes, path: file, format: .gift)
    #expect(read.questions.count == expected.count)
    for (question, wanted) in zip(read.questions, expected) {
      compare(question, wanted)
    }
    check(read)
  }

  private func text(_ value: JSONValue?) -> String { value?["text"]?.string ?? value?.string ?? "" }

  private func compare(_ question: ImportedQuestion, _ wanted: JSONValue) {
    let place = "line \(question.line): \(question.stem.prefix(40))"
    #expect(question.kind == wanted["qtype"]?.string, "\(place)")
    #expect(question.line == wanted["line"]?.integer, "\(place)")
    guard question.kind != "category" else {
      #expect(question.stem == wanted["category"]?.string, "\(place)")
      return
    }
    #expect(question.stem == text(wanted["stem"]), "\(place)")
    #expect(question.name == wanted["name"]?.string, "\(place)")
    #expect(question.feedback == text(wanted["generalfeedback"]), "\(place)")
    #expect(question.tags == (wanted["tags"]?.array ?? []).compactMap(\.string), "\(place)")
    let answers = answers(of: wanted)
    #expect(question.answers.count == answers.count, "\(place)")
    for (answer, other) in zip(question.answers, answers) {
      #expect(answer.text == other.text, "\(place)")
      #expect(answer.match == other.match, "\(place)")
      #expect(answer.feedback == other.feedback, "\(place)")
      #expect(abs((answer.weight ?? 0) - (other.weight ?? 0)) < 1e-6, "\(place): \(answer)")
      #expect(abs((answer.tolerance ?? 0) - (other.tolerance ?? 0)) < 1e-9, "\(place): \(answer)")
    }
  }

  private func answers(of wanted: JSONValue) -> [ImportedQuestion.Answer] {
    if let truth = wanted["correct"]?.bool {
      return [true, false].map { side in
        ImportedQuestion.Answer(
          "\(side)", weight: side == truth ? 1 : 0,
          feedback: text(wanted[side == truth ? "rightfeedback" : "wrongfeedback"]))
      }
    }
    if let pairs = wanted["pairs"]?.array {
      return pairs.map {
        ImportedQuestion.Answer(text($0["left"]), match: $0["right"]?.string ?? "")
      }
    }
    return (wanted["answers"]?.array ?? []).map { answer in
      var words = text(answer["text"])
      if let number = answer["answer"]?.double { words = PlainNumber.text(number) }
      if let any = answer["answer"]?.string { words = any }
      return ImportedQuestion.Answer(
        words, weight: answer["fraction"]?.double, feedback: text(answer["feedback"]),
        tolerance: answer["tolerance"]?.double)
    }
  }

  /// The pack reads without an error, and every question with a key became an item of its kind.
  private func check(_ read: Import) {
    let text = read.files.map(\.text).joined()
    let reading = PackReader.read(text)
    #expect(!reading.hasErrors || read.files.isEmpty, "\(reading.diagnostics)")
    let items = Dictionary(
      read.pack.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kinds: [String: Set<String>] = [
      "multichoice": ["choice", "selection"], "shortanswer": ["text"], "truefalse": ["true-false"],
      "numerical": ["number"], "match": ["matching"],
    ]
    for question in read.questions {
      guard let kind = kinds[question.kind] else { continue }
      guard let item = question.item.flatMap({ items[$0] }) else {
        // What is no item is said.
        #expect(!read.diagnostics.isEmpty, "line \(question.line)")
        continue
      }
      #expect(kind.contains(item.kind.name), "line \(question.line)")
    }
  }
}
