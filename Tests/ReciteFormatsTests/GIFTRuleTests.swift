import ReciteCore
import Testing

@testable import ReciteFormats

/// GIFT as Moodle's importer takes it, where it is least expected; a row a file.
///
/// What Moodle makes of each was seen by running the rules of `question/format/gift/format.php`.
@Suite struct GIFTRuleTests {
  private static func read(_ text: String) -> Import {
    Import.read(Array(text.utf8), path: "x", format: .gift)
  }

  /// A question in one line: its kind, its stem, and each answer with its weight.
  private static func line(_ question: ImportedQuestion) -> String {
    let answers = question.answers.map { answer in
      (answer.weight.map { PlainNumber.text($0 * 100) + "% " } ?? "") + answer.text
        + (answer.match.map { " -> \($0)" } ?? "")
        + (answer.tolerance.map { $0 == 0 ? "" : " ± \(PlainNumber.text($0))" } ?? "")
        + (answer.feedback.isEmpty ? "" : " # \(answer.feedback)")
    }
    let feedback = question.feedback.isEmpty ? [] : ["#### \(question.feedback)"]
    return ([question.kind + " «\(question.stem)»"] + answers + feedback).joined(separator: "; ")
  }

  private static let rows: [(file: String, questions: [String], codes: [DiagnosticCode])] = [
    // A weight is one or two digits, perhaps a point, any digits: four digits are 1000 %.
    (
      "Which?{~%1000%a ~%-50.%b ~c}", ["multichoice «Which?»; 1000% a; -50% b; 0% c"],
      [.giftBadWeight, .weightLost]
    ),
    (
      "Which?{~%5.5.5%a =b}", ["multichoice «Which?»; 0% %5.5.5%a; 100% b"], [.giftBadWeight]
    ),
    // No blank where a brace ends the text, whatever stands between.
    (
      "One {=x} and {two}", ["shortanswer «One  and {two}»; 100% x"], [.giftSecondBlock]
    ),
    (
      "One {=x} and {two}!", ["shortanswer «One _____ and {two}!»; 100% x"], [.giftSecondBlock]
    ),
    ("One {=x} \\}", ["shortanswer «One _____ }»; 100% x"], []),
    // A '0' before any mark is empty to PHP, and so is a line of it.
    ("How many? {#0}", ["numerical «How many?»; 100% 0"], [.giftEmpty]),
    ("How many? {#=0}", ["numerical «How many?»; 100% 0"], []),
    ("How many? {#0:1}", ["numerical «How many?»; 100% 0 ± 1"], []),
    ("How many? {0 =none}", ["shortanswer «How many?»; 100% 0; 100% none"], [.giftEmpty]),
    // Anything else may be said to earn nothing, with a word or without.
    (
      "How many? {#3~}", ["numerical «How many?»; 100% 3; 0% *"], []
    ),
    (
      "How many? {#3~#Count again.}", ["numerical «How many?»; 100% 3; 0% * # Count again."],
      [.feedbackLost]
    ),
    ("How many? {#5..1}", [], [.giftNotANumber]),
    (
      "How many? {# =%50%1..5#near =3#yes ####Count.}",
      ["numerical «How many?»; 50% 3 ± 2 # near; 100% 3 # yes; #### Count."],
      [.weightLost, .feedbackLost, .feedbackLost]
    ),
    // A brace that closes before any opens.
    ("Which } one? {=x}", [], [.giftBraces]),
    // The right side of a pair is trimmed once its escapes are read.
    ("Match{=a->\\nb =c -> d}", ["match «Match»; a -> b; c -> d"], []),
    ("Match{=a->b->c =d->e}", ["match «Match»; a -> b->c; d -> e"], [.giftUnescaped]),
    ("Match{=a->b}", [], [.brokenQuestion]),
    // A no-break space does not make a line blank.
    (
      "One? {T}\n\u{a0}\nTwo? {F}",
      ["truefalse «One? \n\u{a0}\nTwo? {F}»; 100% true; 0% false"],
      [.giftEmpty, .giftSecondBlock]
    ),
    ("One?{=x#a -> b}", [], [.brokenQuestion]),
  ]

  @Test("kinds, answers and weights are Moodle's, and each guess is said", arguments: rows.indices)
  func rules(row: Int) {
    let row = Self.rows[row]
    let read = Self.read(row.file)
    #expect(read.questions.map(Self.line) == row.questions, "\(row.file)")
    #expect(read.diagnostics.map(\.code) == row.codes, "\(row.file)")
  }

  @Test("what is exported, Moodle reads: a bare zero has its mark, odd shares are told")
  func exports() throws {
    let zero = try #require(PackReader.read("# A\n\n### None?\n\nAnswer: 0\n").pack)
    #expect(Export.write(zero, as: .gift).text.contains("\t=0\n"))
    let options = (1...12).map { "- [x] no. \($0)\n" }.joined()
    let shares = try #require(
      PackReader.read("# A\n\n### All?\n\n\(options)- [ ] none\n").pack)
    #expect(Export.write(shares, as: .gift).losses.contains { $0.message.contains("8.33333 %") })
  }
}
