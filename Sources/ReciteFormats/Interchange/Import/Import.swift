import ReciteCore

/// What was made of a file of another program: a pack, and everything that could not go over.
package struct Import: Sendable {
  package let format: ExchangeFormat
  /// The pack as its text reads; without items where nothing could be read.
  package private(set) var pack: Pack
  /// The pack's files, as `PackWriter` names them; one, unless the pack itself had several.
  package private(set) var files: [(name: String, text: String)]
  /// Sorted by place.
  package private(set) var diagnostics: [Diagnostic]
  /// Every question of the file, in its order, as its own program would take it.
  package let questions: [ImportedQuestion]
  private var assembly: PackAssembly
  private let texts: [SourceText]

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads a file's bytes; `path` is the file as messages name it, and makes the pack's id and title.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package static func read(_ bytes: [UInt8], path: String, format: ExchangeFormat) -> Import {
    var reports = Reports(file: 0)
    var texts: [SourceText] = []
    guard let source = ImportSource(bytes, path: path, reports: &reports, texts: &texts) else {
      return Import(PackAssembly(name: "pack", reports: reports), [], format, texts)
    }
    var assembly = PackAssembly(name: source.name, reports: reports)
    assembly.source = source
    let questions: [ImportedQuestion]
    switch format {
    case .gift: questions = GIFTImporter.read(source, into: &assembly)
    case .aiken: questions = AikenReader.read(source, into: &assembly)
    case .csv: questions = SheetReader.read(source, separator: nil, into: &assembly)
    case .tsv:
      questions = SheetReader.read(source, separator: Ascii.tab, into: &assembly)
    case .anki: questions = AnkiReader.read(source, into: &assembly)
    case .hashcards: questions = HashcardsReader.read(source, into: &assembly)
    case .text2qti: questions = Text2QTIReader.read(source, into: &assembly)
    case .json: questions = PackJSONReader.read(source, into: &assembly)
    }
    if questions.isEmpty, !assembly.reports.entries.contains(where: { $0.code.severity == .error })
    {
      assembly.reports.add(
        .nothingToImport, at: 0..<0, "no question was found in this file",
        help: "is it really \(format.rawValue)? '--from' names the format")
    }
    return Import(assembly, questions, format, texts)
  }

  private init(
    _ assembly: PackAssembly, _ questions: [ImportedQuestion], _ format: ExchangeFormat,
    _ texts: [SourceText]
  ) {
    self.assembly = assembly
    self.questions = questions
    self.format = format
    self.texts = texts
    pack = assembly.pack
    files = []
    diagnostics = []
    settle()
  }

  /// Takes out what the grader itself refuses, so that the pack passes its check.
  package mutating func mend(_ faults: [KeyFault]) {
    guard !faults.isEmpty else { return }
    for fault in faults { assembly.mend(fault) }
    settle()
  }

  private mutating func settle() {
    files = assembly.settledFiles()
    pack = assembly.pack
    diagnostics = assembly.reports.diagnostics(in: texts).map { diagnostic in
      // What may not reach a terminal is taken out of the text; the rest is imported.
      guard diagnostic.code == .controlCharacter else { return diagnostic }
      var softened = diagnostic
      softened.severity = .warning
      softened.message += ", and is left out"
      return softened
    }
  }
}

/// One question of a foreign file, before it became an item.
package struct ImportedQuestion: Equatable, Sendable {
  /// One answer, option or pair.
  package struct Answer: Equatable, Sendable {
    package var text: String
    /// The share of the mark that it earns, -1...1; nil where the format gives none.
    package var weight: Double?
    package var feedback: String
    /// For a number: how far off it may be.
    package var tolerance: Double?
    /// For a pair: what belongs to `text`.
    package var match: String?

    package init(
      _ text: String, weight: Double? = nil, feedback: String = "", tolerance: Double? = nil,
      match: String? = nil
    ) {
      self.text = text
      self.weight = weight
      self.feedback = feedback
      self.tolerance = tolerance
      self.match = match
    }
  }

  /// The line on which it begins, counted from 1.
  package var line: Int
  /// The other program's own name for its kind.
  package var kind: String
  package var name: String?
  package var stem: String
  package var answers: [Answer]
  /// What everybody is told afterwards.
  package var feedback: String
  package var tags: [String]
  /// The item that it became; nil where it is no question, or could not be one.
  package var item: ItemID?

  package init(
    line: Int, kind: String, name: String? = nil, stem: String, answers: [Answer] = [],
    feedback: String = "", tags: [String] = [], item: ItemID? = nil
  ) {
    self.line = line
    self.kind = kind
    self.name = name
    self.stem = stem
    self.answers = answers
    self.feedback = feedback
    self.tags = tags
    self.item = item
  }
}
