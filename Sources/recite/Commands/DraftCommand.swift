import ArgumentParser
import Glibc
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite draft`: proposes items from a document, for the author to edit.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Propose items from a document, for you to edit.",
    discussion: """
      The document is plain text or Markdown, in English and UTF-8; '-' is standard input. \
      Statements of place, cause, significance and meaning, conditions and duties, dates, figures, names, terms and lists become \
      questions, gaps, choices and orderings, each with the paragraph it comes from. What somebody says \
      is asked as 'According to ...', a quotation as 'Who is quoted as saying ...'. Of sentences that \
      guess, deny or lean on others no question is made; where a document gives few, they stand word \
      for word (behind the sentence they lean on) with their most telling phrase left out.

      What is done by somebody is chosen from four, the others being told elsewhere in the document; a \
      reason or an aim is a gap behind its question. Behind a gap or a question whose answer has other \
      wordings stand the first letters of its words, as in '____ (s... m...)': take them out where the \
      answer is the only one.

      How many sentences gave nothing is told at the end; '--verbose' lists each, and the proposals that \
      were set aside for better ones.

      Every item is marked '.draft' in its heading, and 'recite check' warns of it until you have \
      edited it and taken the mark away.

      The exit status is 1 where nothing could be proposed, 65 where the document is no text in \
      UTF-8 or a web page, 66 where there is none, and 73 where the output exists already or cannot \
      be written.
      """)

  @Argument(help: ArgumentHelp("The document.", valueName: "document"), completion: .file())
  var path: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the pack to this file, not to standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Write over a file that is there already.")
  var force = false

  @Option(help: ArgumentHelp("Propose so many items at most.", valueName: "n"))
  var limit = 40

  @Flag(help: "List what was left out, each with its paragraph and the reason.")
  var verbose = false

  @Flag(help: "Write proposals and what was left out as JSON to standard output.")
  var json = false

  /// Bytes of a document: ten times the longest book that one pack could hold.
  private static let largestDocument = 16 << 20

  func validate() throws {
    guard (1...Draft.mostItems).contains(limit) else {
      throw ValidationError("'--limit' is from 1 to \(Draft.mostItems)")
    }
  }

  func run() throws {
    let shown = path == "-" ? "standard input" : VisibleText.of(path)
    let bytes = try contents()
    if let reason = ForeignDocument.reason(bytes) {
      throw Failure(.unusable, "'\(shown)' \(reason)")
    }
    let (document, diagnostics) = DraftDocument.read(bytes, path: shown, lexicon: Shipped.lexicon)
    guard let document else {
      let reason = diagnostics.first.map { "\($0.message)\($0.help.map { "; \($0)" } ?? "")" }
      throw Failure(.unusable, "'\(shown)': \(reason ?? "this file is no text")")
    }
    if let output, !force, access(output, F_OK) == 0 {
      throw Failure(
        .cannotCreate,
        "'\(VisibleText.of(output))' is there already, and may hold your edits; name another file, "
          + "or add '--force' to write over it")
    }
    let name = path == "-" ? document.title ?? "document" : path
    let draft = Draft.make(from: document, name: name, lexicon: Shipped.lexicon, limit: limit)
    if json {
      try StandardStream.output.write(DraftReport.json(draft))
    }
    try write(draft)
    if let emptiness = document.emptiness {
      say("nothing to draft from in '\(shown)': \(emptiness)")
      throw ExitCode(.no)
    }
    say(DraftReport.summary(of: draft, in: shown))
    if draft.isForeign {
      say("most of it does not read as English, which is all that 'draft' knows")
    }
    if verbose { for line in DraftReport.details(of: draft) { say(line) } }
    if draft.entries.isEmpty { throw ExitCode(.no) }
  }

  private func contents() throws -> [UInt8] {
    guard path != "-" else {
      let bytes = try ChunkedFile(path).readAll()
      guard bytes.count <= Self.largestDocument else { throw Self.tooLarge("standard input") }
      return bytes
    }
    let shown = VisibleText.of(path)
    switch TextFile.contents(of: path, limit: Self.largestDocument) {
    case .bytes(let bytes): return bytes
    case .unusable(.missing): throw Failure(.notFound, "'\(shown)': there is no such file")
    case .unusable(.unreadable(let reason)):
      throw Failure(.unusable, "'\(shown)' cannot be read: \(reason)")
    case .unusable(.notAFile(let what)):
      throw Failure(.unusable, "'\(shown)' is \(what); name a text file")
    case .unusable(.tooLarge): throw Self.tooLarge(shown)
    case .unusable(.outside), .unusable(.tooMany):
      throw Failure(.unusable, "'\(shown)' cannot be read")
    }
  }

  private static func tooLarge(_ name: String) -> Failure {
    Failure(
      .unusable,
      "'\(name)' is larger than \(largestDocument >> 20) MB; draft from one chapter at a time")
  }

  private func write(_ draft: Draft) throws {
    guard !draft.text.isEmpty else { return }
    guard output != nil || !json else { return }
    try OutputFile.write(draft.text, to: output)
  }
}
