import ArgumentParser
import Glibc
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite import FILE`: a pack made of another program's questions.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a pack of another program's questions.",
    discussion: """
      Formats are gift (Moodle), aiken, csv, tsv, anki (notes in plain text), hashcards, text2qti and \
      json (what 'recite export --to json' writes). Without --from the file's name and contents \
      decide.

      The pack is written to standard output, with --output to a file, with --in-place over FILE \
      itself. A pack with a file for each lesson, as JSON may hold one, goes into a new folder that \
      --output names. Whatever a pack cannot say is a warning at its place in FILE, and stands in the pack as \
      a comment; so does a question that cannot be read. No program is run and nothing is fetched.

      The exit status is 1 where questions could not be read (with --strict, where anything was lost), \
      65 where the file holds none, 66 where there is no such file, 73 where the pack cannot be \
      written.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The file to import.", completion: .file())
  var file: String

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Its format: \(ExchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"))
  var from: ExchangeFormat?

  @ArgumentParser.Option(
    help: ArgumentHelp("Write the pack to this file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Write the pack over FILE itself; what it was stands in FILE.bak.")
  var inPlace = false

  @Flag(help: "List how each question was read, with the weights of its answers, and no pack.")
  var kinds = false

  @ArgumentParser.Option(
    help: "How to report: text, or json (every question and warning, and no pack).")
  var format: Format = .text

  @Flag(help: "End with 1 also where there are only warnings.")
  var strict = false

  @OptionGroup var options: ReportOptions

  func validate() throws {
    if inPlace, output != nil {
      throw ValidationError("'--in-place' and '--output' exclude each other")
    }
  }

  func run() throws {
    let bytes = try contents()
    guard let format = from ?? ExchangeFormat.guess(name: file, bytes: bytes) else {
      throw Failure(
        .unusable,
        "what '\(VisibleText.of(file))' is cannot be told from its name and text; say '--from FORMAT'"
      )
    }
    var read = Import.read(bytes, path: file, format: format)
    let packs = [read.pack]
    read.mend(Grader(lexicon: Shipped.lexicon, packs: packs).keyFaults(of: read.pack))
    try report(read)
    guard !read.questions.isEmpty, !read.files.isEmpty else { throw ExitCode(.unusable) }
    try write(read)
    let isFaulty = strict ? !read.diagnostics.isEmpty : read.hasErrors
    if isFaulty { throw ExitCode(.no) }
  }

  private func contents() throws -> [UInt8] {
    switch TextFile.contents(of: file, limit: PackFileLimits.fileBytes) {
    case .bytes(let bytes): return bytes
    case .unusable(.missing):
      throw Failure(.notFound, "there is no file '\(VisibleText.of(file))'")
    case .unusable(let fault):
      throw Failure(.unusable, "'\(VisibleText.of(file))' cannot be read: \(fault.words)")
    }
  }

  private func report(_ read: Import) throws {
    guard format == .text else {
      return try StandardStream.output.write(ImportReport.json(read))
    }
    let reports = AuthorReport(options)
    if kinds { try reports.show(ImportPresenter.lines(of: read)) }
    var lines: [StyledText] = []
    for diagnostic in read.diagnostics {
      lines += DiagnosticPresenter.lines(of: diagnostic, width: reports.width)
    }
    lines.append(ImportPresenter.summary(of: read))
    try reports.show(lines, on: .error)
  }

  private func write(_ read: Import) throws {
    guard let path = output ?? (inPlace ? file : nil), path != "-" else {
      guard !kinds, format == .text else { return }
      guard read.files.count == 1 else {
        throw Failure(
          .cannotCreate,
          "this pack has a file for each lesson; write it into a new folder with '--output FOLDER'")
      }
      return try StandardStream.output.write(read.files[0].text)
    }
    guard read.files.count > 1 else {
      return try OutputFile.write(
        read.files[0].text, to: path, backup: inPlace ? path + ".bak" : nil)
    }
    guard !inPlace else {
      throw Failure(
        .cannotCreate,
        "this pack has a file for each lesson; write it into a new folder with '--output FOLDER'")
    }
    try writeFolder(read, path)
  }

  /// Writes a pack of several files into a folder that this makes; nothing is overwritten.
  private func writeFolder(_ read: Import, _ path: String) throws {
    let shown = VisibleText.of(path)
    guard mkdir(path, 0o777) == 0 else {
      let reason =
        errno == EEXIST
        ? "it is there already, and a pack of several files needs a new folder"
        : String(cString: strerror(errno))
      throw Failure(.cannotCreate, "'\(shown)' cannot be created: \(reason)")
    }
    for file in read.files { try OutputFile.write(file.text, to: path + "/" + file.name) }
  }
}

extension ExchangeFormat: ExpressibleByArgument {}

extension FileFault {
  /// The fault as part of a sentence.
  var words: String {
    switch self {
    case .missing: "there is no such file"
    case .unreadable(let reason): reason
    case .notAFile(let what): "it is \(what)"
    case .outside: "it lies outside"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB"
    case .tooMany(let limit): "there are more than \(limit) files"
    }
  }
}
