/// What one diagnostic means: what, why, a failing example, and its cure.
package struct ExplanationPage: Sendable {
  /// Text that shows the fault, or its cure.
  package enum Sample: Sendable, Equatable {
    /// An item as it stands in a lesson.
    case item(String)
    /// A pack of one file.
    case pack(String)
    /// A pack of one file in which the paragraph before the line `…` stands so many times.
    case repeated(String, times: Int)
    /// Several files of a pack: names and texts, `pack.md` first.
    case files([[String]])
    /// A file of another program to import.
    case imported(ExchangeFormat, String)
    /// An item to write in the format of another program.
    case exported(ExchangeFormat, String)
    /// What text cannot show, such as a file that may not be read.
    case situation(String)
  }

  /// The pack of a `repeated` sample, written out.
  package static func writtenOut(_ text: String, times: Int) -> String {
    var paragraphs = text.split(separator: "\n\n").map(String.init)
    guard let place = paragraphs.firstIndex(of: "…"), place > 0 else { return text }
    paragraphs.replaceSubrange(
      place...place, with: Array(repeating: paragraphs[place - 1], count: max(0, times - 1)))
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  package let code: DiagnosticCode
  /// The fault in a few words, in lower case.
  package let title: String
  /// What it is and why it is one, in whole sentences; an empty line parts paragraphs.
  package let text: String
  package let wrong: Sample
  package let right: Sample

  /// A page whose samples are items.
  init(
    _ code: DiagnosticCode, _ title: String, _ text: String, wrong: String, right: String
  ) {
    self.init(code, title, text, .item(wrong), .item(right))
  }

  init(
    _ code: DiagnosticCode, _ title: String, _ text: String, _ wrong: Sample, _ right: Sample
  ) {
    self.code = code
    self.title = title
    self.text = text
    self.wrong = wrong
    self.right = right
  }

  /// The pages of all codes, in the order of the codes.
  package static let all: [ExplanationPage] =
    filePages + choicePages + partPages + valuePages + fieldPages + referencePages
    + headingPages + headerPages + keyPages + exportPages + answerFlawPages + giveawayPages
    + wordingPages + evidencePages + pairPages + importPages + giftPages + otherFormatPages
    + draftPages

  /// The page of a code.
  package static func page(_ code: DiagnosticCode) -> ExplanationPage? {
    all.first { $0.code == code }
  }
}
