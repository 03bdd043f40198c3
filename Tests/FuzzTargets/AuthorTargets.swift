import CShipped
import ReciteCore
import ReciteFormats

/// What an author brings: files of other programs, documents to draft from, settings.
extension FuzzTarget {
  /// The lexicon that ships: words that it knows reach more of the grader and of the drafts.
  static let lexicon: Lexicon = {
    guard let file = shipped_lexicon(), let bytes = file.pointee.bytes else { return .empty }
    return Lexicon(bytes: UnsafeBufferPointer(start: bytes, count: file.pointee.count))
  }()

  /// A foreign file; the first byte chooses its format.
  ///
  /// What comes of it is a pack that reads again, and that every format can be written from.
  static func imported(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let formats = ExchangeFormat.allCases
    let format = formats[Int(choice) % formats.count]
    var read = Import.read(Array(bytes.dropFirst()), path: "foreign", format: format)
    read.mend(Grader(lexicon: lexicon, packs: [read.pack]).keyFaults(of: read.pack))
    guard !read.questions.isEmpty, !read.pack.items.isEmpty else { return }
    let files = read.files.map {
      PackFile(name: $0.name, path: $0.name, contents: .bytes(Array($0.text.utf8)))
    }
    let again = PackReader.read(PackFolder(name: "foreign", path: "foreign", files: files))
    try LawOfReading.hold(
      again.pack?.items.count == read.pack.items.count,
      "\(read.pack.items.count) items were imported, and \(again.pack?.items.count ?? 0) read again"
    )
    if !read.hasErrors {
      let fault = again.diagnostics.first { $0.severity == .error }
      try LawOfReading.hold(fault == nil, "the imported pack is faulty: \(fault?.message ?? "")")
    }
    try exported(read.pack, as: formats[Int(choice) / formats.count % formats.count])
  }

  private static func exported(_ pack: Pack, as format: ExchangeFormat) throws {
    let text = Export.write(pack, as: format).text
    try holdsNoControl(text)
    _ = Import.read(Array(text.utf8), path: "own", format: format)
    guard format == .csv, var reader = try? DelimitedReader(Array(text.utf8)) else { return }
    while let row = try? reader.next() {
      for cell in row.cells {
        let risky: Set<Unicode.Scalar> = ["=", "@", "\t", "\r"]
        try LawOfReading.hold(
          !(cell.unicodeScalars.first.map(risky.contains) ?? false), "a formula: \(cell)")
      }
    }
  }

  static func holdsNoControl(_ text: String) throws {
    let control = text.unicodeScalars.first {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r")
        || (0x7f...0x9f).contains($0.value)
    }
    try LawOfReading.hold(
      control == nil, "U+\(String(control?.value ?? 0, radix: 16)) came through")
  }

  /// A document: what is proposed reads as a pack, and names paragraphs that there are.
  static func draft(_ bytes: [UInt8]) throws {
    guard
      let document = DraftDocument.read(bytes, path: "document", lexicon: lexicon).document
    else { return }
    let limit = 1 + bytes.count % 40
    let draft = Draft.make(from: document, name: "document", lexicon: lexicon, limit: limit)
    try LawOfReading.hold(draft.entries.count <= limit, "more items than asked for")
    for entry in draft.entries {
      for range in entry.paragraphs {
        try LawOfReading.hold(
          range.lowerBound >= 1 && range.upperBound <= document.paragraphCount,
          "there is no paragraph \(range)")
      }
    }
    guard !draft.entries.isEmpty else { return }
    try holdsNoControl(draft.text)
    let again = PackReader.read(draft.text, name: "document")
    let fault = again.diagnostics.first { $0.severity == .error }
    try LawOfReading.hold(fault == nil, "the draft is faulty: \(fault?.message ?? "")")
    try LawOfReading.hold(
      again.pack?.items.count == draft.entries.count, "other items when read again")
  }

  /// A settings file; the first byte chooses what is set in it and put back.
  static func settings(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let all = Setting.allCases
    let text = SettingsText(Array(bytes.dropFirst()))
    let again = SettingsText(text.bytes)
    try LawOfReading.hold(again.bytes == text.bytes, "other text after writing")
    try LawOfReading.hold(same(again.values, text.values), "other values after writing")
    var set = text
    let setting = all[Int(choice) % all.count]
    let value = text.values.first { $0.setting == setting }?.value ?? setting.standard
    set.set(setting, to: value)
    let read = SettingsText(set.bytes).values.first { $0.setting == setting }?.value
    try LawOfReading.hold(read == value, "'\(value.text)' was set and '\(read?.text ?? "")' read")
    set.reset(setting)
    let left = SettingsText(set.bytes).values
    try LawOfReading.hold(
      same(left, text.values.filter { $0.setting != setting }), "putting back changed the rest")
  }

  private static func same(
    _ one: [(setting: Setting, value: SettingValue)],
    _ other: [(setting: Setting, value: SettingValue)]
  ) -> Bool {
    func sorted(_ values: [(setting: Setting, value: SettingValue)]) -> [String] {
      values.map { "\($0.setting.rawValue)=\($0.value.text)" }.sorted()
    }
    return sorted(one) == sorted(other)
  }
}
