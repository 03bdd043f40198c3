import ReciteCore

/// A pack in the format of another program, and what that format cannot say.
package struct Export: Sendable {
  /// One thing that did not go over, or not as it was.
  package struct Loss: Equatable, Sendable {
    /// The item that it is about; nil for the pack as a whole.
    package var item: ItemID?
    package var code: DiagnosticCode
    package var message: String
    package var help: String
  }

  package let text: String
  /// In the order of the pack's items.
  package let losses: [Loss]

  /// Writes a pack.
  /// - Complexity: O(*n*) over the pack.
  package static func write(_ pack: Pack, as format: ExchangeFormat) -> Export {
    switch format {
    case .gift: GIFTWriter.write(pack)
    case .aiken: AikenWriter.write(pack)
    case .csv: SheetWriter.write(pack, separator: Ascii.comma)
    case .tsv: SheetWriter.write(pack, separator: Ascii.tab)
    case .anki: AnkiWriter.write(pack)
    case .hashcards: HashcardsWriter.write(pack)
    case .text2qti: Text2QTIWriter.write(pack)
    case .json: Export(text: PackJSON.text(of: pack), losses: [])
    }
  }

  /// The losses at the places of their items.
  package static func diagnostics(
    of losses: [Loss], in reading: PackReading, folder: PackFolder
  ) -> [Diagnostic] {
    let places = Dictionary(
      reading.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var indices: [Int: LineIndex] = [:]
    return losses.map { loss in
      var place = Diagnostic.Place(path: folder.files.first?.path ?? folder.path)
      // An item of a map's feature stands where its question for all of them does.
      let whole = loss.item.map { ItemID(String($0.rawValue.prefix { $0 != "." })) }
      if let item = loss.item, let placed = places[item] ?? whole.flatMap({ places[$0] }),
        folder.files.indices.contains(placed.file),
        case .bytes(let bytes) = folder.files[placed.file].contents
      {
        let index = indices[placed.file] ?? LineIndex(bytes)
        indices[placed.file] = index
        let start = index.position(of: placed.places.heading.lowerBound)
        place = Diagnostic.Place(
          path: folder.files[placed.file].path, start: start,
          end: index.position(of: placed.places.heading.upperBound), excerpt: index.line(start.line)
        )
      }
      return Diagnostic(
        code: loss.code, severity: loss.code.severity, place: place, message: loss.message,
        help: loss.help)
    }
  }
}

/// Collects what an export loses, item by item.
struct ExportLosses {
  /// What an item may have besides its stem and key.
  enum Part: String, CaseIterable {
    case topic, tags, hints, explanation, sources, quotes, passages = "'See'"
    case feedback = "feedback on options"
    case rejected = "'Reject'"
    case spoilers = "'Must not contain'"
    case strictness = "'Spelling', 'Case' or 'Accents'"
    case unit = "'Unit: required'"
    case order = "'Requires', 'Apart' or 'Shuffle'"
    case aliases = "other ways to write the answer"
  }

  let format: String
  private(set) var all: [Export.Loss] = []

  init(_ format: String) { self.format = format }

  mutating func add(_ code: DiagnosticCode, _ item: ItemID?, _ message: String, help: String) {
    all.append(Export.Loss(item: item, code: code, message: message, help: help))
  }

  /// Says of an item that it is written as something else.
  mutating func otherwise(_ item: Item, as what: String) {
    add(
      .exportedOtherwise, item.id,
      "'\(item.id)' is written as \(what): \(format) has no '\(item.kind.name)'",
      help: "look at it there, or leave the item to Recite")
  }

  mutating func leftOut(_ item: Item, _ why: String) {
    add(
      .exportLeftOut, item.id, "'\(item.id)' is left out: \(why)",
      help: "export to another format, such as json, which holds everything")
  }

  mutating func changed(_ item: ItemID?, _ message: String) {
    add(.exportChanged, item, message, help: "look at it in the file")
  }

  /// Names what an item has and the format cannot hold.
  mutating func fields(of item: Item, kept: Set<Part>) {
    let lost = Part.allCases.filter { !kept.contains($0) && ExportLosses.has($0, item) }
    guard !lost.isEmpty else { return }
    let names = lost.map(\.rawValue).joined(separator: ", ")
    add(
      .exportFieldLost, item.id, "'\(item.id)' has what \(format) cannot hold: \(names)",
      help: "nothing of it is in the file; json holds everything, csv all of an item")
  }

  private static func has(_ part: Part, _ item: Item) -> Bool {
    let marking = item.marking
    switch part {
    case .topic: return item.topic != nil
    case .tags: return !item.tags.isEmpty
    case .hints: return !item.hints.isEmpty
    case .explanation: return !item.explanation.isEmpty
    case .sources: return !item.sources.isEmpty
    case .quotes: return !item.quotes.isEmpty
    case .passages: return !item.passages.isEmpty
    case .feedback:
      switch item.kind {
      case .choice(let options, _), .selection(let options, _):
        return options.contains { $0.feedback != nil }
      default: return false
      }
    case .rejected: return !marking.rejected.isEmpty
    case .spoilers: return !marking.mustNotContain.isEmpty
    case .strictness:
      return marking.spelling != .tolerant || marking.caseMatters || marking.accentsMatter
    case .unit: return marking.unitRequired
    case .order: return !item.requires.isEmpty || !item.apart.isEmpty || !item.shuffles
    case .aliases:
      switch item.kind {
      case .text(let accepted): return !accepted.aliases.isEmpty
      case .number(let key): return !key.written.aliases.isEmpty
      case .list(let parts, _), .ordering(let parts), .cloze(let parts, _), .chain(let parts):
        return parts.contains { !$0.aliases.isEmpty }
      default: return false
      }
    }
  }

  /// Says what of the header a format of rows loses, beside what every item's row says.
  mutating func header(of pack: Pack) {
    var lost = pack.sources.isEmpty ? [] : ["the titles of its sources"]
    if pack.map != nil { lost.append("its map") }
    guard !lost.isEmpty else { return }
    add(
      .exportFieldLost, nil,
      "\(lost.joined(separator: " and ")) are left out: \(format) holds items only",
      help: "json holds the header too; an import names sources by their ids")
  }

  /// Says what of the pack itself is lost: its readings.
  mutating func readings(of pack: Pack) {
    let sections = pack.lessons.flatMap(\.sections).count { !$0.reading.isEmpty }
    guard sections > 0 || !pack.introduction.isEmpty else { return }
    add(
      .exportFieldLost, nil,
      "the readings of \(sections) sections are left out: \(format) cannot hold them",
      help: "hand out the reading beside it; 'recite read' prints it")
  }
}

extension Item {
  /// What is told afterwards: the model of an open answer, then the explanation.
  var wordsAfterwards: [RichText] {
    if case .open(let rubric) = kind { rubric.model + explanation } else { explanation }
  }

  /// The right answer in words for a format that knows only cards: `b) Hebei`, `x, y`.
  var keyForCards: String {
    switch kind {
    case .choice, .selection, .ordering:
      let letters = AskedForm(order: Array(0..<26))
      if case .ordering(let steps) = kind {
        return steps.map(\.key).joined(separator: " → ")
      }
      return keyText(as: letters, on: nil).joined(separator: "; ")
    case .matching(let matching):
      return matching.pairs.map { "\($0.left.plain) – \($0.right.plain)" }.joined(separator: "; ")
    case .chain(let links): return links.map(\.key).joined(separator: " → ")
    case .trueFalse, .text, .number, .list, .cloze, .map, .open: return kind.keyInWords
    }
  }
}
