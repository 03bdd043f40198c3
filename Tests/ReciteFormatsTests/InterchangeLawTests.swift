import ReciteCore
import Support
import Testing

@testable import ReciteFormats

/// Laws of import and export over generated packs.
@Suite struct InterchangeLawTests {
  private func imported(_ text: String, _ format: ExchangeFormat) -> Import {
    Import.read(Array(text.utf8), path: "generated", format: format)
  }

  /// Throws where two items differ, with both as a teacher would write them.
  private func requireSame(_ seen: Item, _ expected: Item) throws {
    guard seen != expected else { return }
    let lines = [seen, expected].map {
      PackWriter.text(of: $0, topics: []).split(separator: "\n")
    }
    for (line, wanted) in zip(lines[0], lines[1]) {
      try requireEqual(line, wanted, "a line of \(expected.id)")
    }
    try requireEqual(lines[0].count, lines[1].count, "lines of \(expected.id)")
    try requireEqual(seen.stem, expected.stem, "stem")
    try requireEqual(seen.kind, expected.kind, "kind")
    try requireEqual(seen, expected, "item")
  }

  /// The items as a format that holds `kinds` and `parts` can hold them.
  private func reduced(_ pack: Pack, _ change: (inout Item) -> Bool) -> Pack {
    var pack = pack
    for lesson in pack.lessons.indices {
      for section in pack.lessons[lesson].sections.indices {
        pack.lessons[lesson].sections[section].items =
          pack.lessons[lesson].sections[section].items.compactMap { item in
            var item = item
            return change(&item) ? item : nil
          }
      }
    }
    return pack
  }

  @Test("JSON that is read back is the same pack")
  func json() {
    forEverySeed(in: 1...60) { seed in
      var generator = PackGenerator(seed: seed)
      var pack = generator.pack()
      guard pack.hasItems else { return }
      // What a reader of JSON is not told: lessons' own conditions, bounds of the checker.
      pack.readingLevel = nil
      for index in pack.lessons.indices { pack.lessons[index].requires = [] }
      let read = imported(Export.write(pack, as: .json).text, .json)
      for (seen, expected) in zip(read.pack.items, pack.items) {
        try requireSame(seen, expected)
      }
      for (seen, expected) in zip(read.pack.lessons, pack.lessons) {
        for (section, other) in zip(seen.sections, expected.sections) {
          let texts = [section, other].map { PackWriter.text(of: $0.reading) }
          try requireEqual(texts[0], texts[1], "reading")
          try requireEqual(section.reading.count, other.reading.count, "blocks of \(texts[0])")
        }
        try requireEqual(seen, expected, "lesson")
      }
      try requireEqual(
        PackWriter.text(of: read.pack.introduction), PackWriter.text(of: pack.introduction), "intro"
      )
      try requireEqual(read.pack, pack, "pack")
    }
  }

  @Test("a sheet holds whole items", arguments: [ExchangeFormat.csv, .tsv])
  func sheets(format: ExchangeFormat) {
    forEverySeed(in: 1...60) { seed in
      var generator = PackGenerator(seed: seed)
      let pack = reduced(generator.pack()) { item in
        // Sources and maps are of the pack, not of its items.
        item.sources = []
        item.quotes = []
        if case .map = item.kind { return false }
        return true
      }
      guard pack.hasItems else { return }
      let read = imported(Export.write(pack, as: format).text, format)
      try requireEqual(read.pack.items.map(\.id), pack.items.map(\.id), "ids")
      for (seen, expected) in zip(read.pack.items, pack.items) {
        try requireSame(seen, expected)
      }
    }
  }

  /// What GIFT can say of an item.
  private func giftItem(_ item: inout Item) -> Bool {
    var whole = item
    whole.hints = []
    whole.sources = []
    whole.quotes = []
    whole.topic = nil
    whole.tags = ([item.topic?.rawValue] + item.tags).compactMap { $0 }
    whole.shuffles = true
    var marking = Marking()
    marking.rejected = item.marking.rejected.flatMap { rejected in
      rejected.accepted.all.map { RejectedAnswer(Accepted($0), feedback: rejected.feedback) }
    }
    switch item.kind {
    case .choice, .selection: marking.rejected = []
    case .trueFalse: marking.rejected = []
    case .matching(var matching):
      matching.leftCaption = RichText("")
      matching.rightCaption = RichText("")
      let words =
        matching.pairs.flatMap { [$0.left.plain, $0.right.plain] }
        + matching.distractors.map(\.plain)
      guard !words.contains(where: { $0.contains("->") }) else { return false }
      whole.kind = .matching(matching)
      marking.rejected = []
    case .text(let accepted):
      let words = accepted.all + marking.rejected.map(\.accepted.key)
      guard !words.contains(where: { $0.contains("->") }) else { return false }
    case .number(let key):
      guard key.unit.isEmpty else { return false }
      marking.rejected = []
    case .cloze, .list, .ordering, .chain, .open, .map: return false
    }
    whole.marking = marking
    item = whole
    return true
  }

  @Test("GIFT that is read back says what it can of every item")
  func gift() {
    forEverySeed(in: 1...150) { seed in
      var generator = PackGenerator(seed: seed)
      let pack = reduced(generator.pack(), giftItem)
      guard pack.hasItems else { return }
      let text = Export.write(pack, as: .gift).text
      let read = imported(text, .gift)
      try requireEqual(
        read.diagnostics.filter { $0.code != .settingLost }.map { $0.message + $0.place.excerpt },
        [], "warnings")
      for (seen, expected) in zip(read.pack.items, pack.items) {
        try requireSame(seen, expected)
      }
      try requireEqual(read.pack.items.count, pack.items.count, "items")
      let readings = pack.lessons.flatMap(\.sections).flatMap(\.reading)
      try requireEqual(
        read.pack.lessons.flatMap(\.sections).flatMap(\.reading), pack.introduction + readings,
        "readings")
    }
  }

  @Test(
    "what was imported once is exported and imported again without a change",
    arguments: ExchangeFormat.allCases)
  func stable(format: ExchangeFormat) {
    forEverySeed(in: 1...60) { seed in
      var generator = PackGenerator(seed: seed)
      let first = imported(Export.write(generator.pack(), as: format).text, format).pack
      guard first.hasItems else { return }
      let once = Export.write(first, as: format).text
      let second = imported(once, format).pack
      for (seen, expected) in zip(second.items, first.items) {
        try requireEqual(seen.kind, expected.kind, "kind of \(expected.id)")
        try requireEqual(seen.stem, expected.stem, "stem of \(expected.id)")
      }
      let twice = Export.write(second, as: format).text
      for (line, wanted) in zip(twice.split(separator: "\n"), once.split(separator: "\n")) {
        try requireEqual(line, wanted, "a line of the second export")
      }
      try requireEqual(twice, once, "export")
    }
  }

  @Test(
    "the pack of an import passes its check, and no bytes trap a reader",
    arguments: ExchangeFormat.allCases)
  func hostile(format: ExchangeFormat) {
    forEverySeed(in: 1...60) { seed in
      var generator = PackGenerator(seed: seed)
      var chance = SeededGenerator(seed: seed, format.rawValue)
      var bytes = Array(Export.write(generator.pack(), as: format).text.utf8)
      for _ in 0..<chance.number(below: 30) where !bytes.isEmpty {
        let place = chance.number(below: bytes.count)
        switch chance.number(below: 5) {
        case 0: bytes[place] = UInt8(chance.number(below: 256))
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(
            contentsOf: Array("\n#`*[]{}|<!--:-> ~=%\\\"\t,;&<b>".utf8).shuffled(using: &chance)
              .prefix(4), at: place)
        case 3:
          bytes.removeSubrange(place..<min(bytes.count, place + chance.number(below: 40)))
        default: bytes[place] = UInt8(chance.number(below: 128))
        }
      }
      let read = Import.read(bytes, path: "x", format: format)
      for file in read.files {
        let reading = PackReader.read(file.text)
        let faults = reading.diagnostics.filter {
          $0.severity == .error && !PackAssembly.attachmentFaults.contains($0.code)
            && $0.code != .nothingToLearn
        }
        if read.files.count == 1, let fault = faults.first, format != .json {
          throw LawBroken("\(fault.message): \(fault.place.excerpt)")
        }
      }
      for diagnostic in read.diagnostics where diagnostic.place.end < diagnostic.place.start {
        throw LawBroken("\(diagnostic)")
      }
    }
  }

  @Test("random bytes trap no reader", arguments: ExchangeFormat.allCases)
  func random(format: ExchangeFormat) {
    forEverySeed(in: 1...60) { seed in
      var chance = SeededGenerator(seed: seed, "bytes")
      let isText = seed % 2 == 0
      let bytes = (0..<chance.number(below: 400)).map { _ in
        isText
          ? Array("QAC:[]{}=~#%->\\n\n\n\t \"',;|*_`$1a<>&/é0".utf8)[chance.number(below: 36)]
          : UInt8(chance.number(below: 256))
      }
      let read = Import.read(bytes, path: "x", format: format)
      for file in read.files { _ = PackReader.read(file.text) }
    }
  }
}
