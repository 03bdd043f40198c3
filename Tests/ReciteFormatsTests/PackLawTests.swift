import ReciteCore
import Support
import Testing

@testable import ReciteFormats

/// A pack written to files, as a folder.
private func folder(_ files: [(name: String, text: String)]) -> PackFolder {
  PackFolder(
    name: "generated", path: "generated",
    files: files.map {
      PackFile(name: $0.name, path: $0.name, contents: .bytes(Array($0.text.utf8)))
    })
}

/// The pack without what no file of it says: the places of blocks that prose can join.
private func errors(_ reading: PackReading) -> [String] {
  reading.diagnostics.filter { $0.severity == .error }
    .filter { ![.noMap, .quoteNotFound].contains($0.code) }
    .map { "\($0.place.path):\($0.place.start.line) \($0.message) — \($0.place.excerpt)" }
}

@Suite struct PackLawTests {
  @Test("a pack that is written and read is the same pack")
  func writing() {
    forEverySeed(in: 1...100) { seed in
      var generator = PackGenerator(seed: seed)
      let pack = generator.pack()
      let files = PackWriter.files(of: pack)
      let reading = PackReader.read(folder(files))
      try requireEqual(errors(reading), [], "errors in \(files.map(\.text).joined())")
      let read = try #require(reading.pack)
      for (seen, expected) in zip(read.items, pack.items) {
        try requireEqual(seen.stem, expected.stem, "stem")
        try requireEqual(seen.kind, expected.kind, "kind")
        try requireEqual(seen.marking, expected.marking, "marking")
        try requireEqual(seen, expected, "item")
      }
      for (seen, expected) in zip(read.lessons, pack.lessons) {
        try requireEqual(seen, expected, "lesson")
      }
      try requireEqual(read, pack, "pack")
    }
  }

  @Test("what is written is laid out already, and laying out twice changes nothing")
  func canonical() {
    forEverySeed(in: 1...100) { seed in
      var generator = PackGenerator(seed: seed)
      for file in PackWriter.files(of: generator.pack()) {
        let once = PackFormatter.text(of: Array(file.text.utf8))
        try requireEqual(once, file.text, "canonical text")
      }
    }
  }

  @Test("laying out a file that was shaken never changes its pack, nor does doing it twice")
  func formatting() {
    forEverySeed(in: 1...100) { seed in
      var generator = PackGenerator(seed: seed)
      var shaker = LayoutShaker(seed: seed)
      let files = PackWriter.files(of: generator.pack())
        .map { (name: $0.name, text: shaker.shaken($0.text)) }
      let before = PackReader.read(folder(files))
      try requireEqual(errors(before), [], "errors in \(files.map(\.text).joined())")
      var formatted: [(name: String, text: String)] = []
      for (file, outcome) in PackFormatter.format(
        folder(files), reading: before, writesIDs: seed % 2 == 0)
      {
        guard case .text(let text) = outcome else { throw LawBroken("faulty") }
        formatted.append((files[file].name, text))
        let bytes = Array(text.utf8)
        try requireEqual(PackFormatter.text(of: bytes), text, "second layout")
      }
      try requireEqual(PackReader.read(folder(formatted)).pack, before.pack, "pack")
      let comments = formatted.map { $0.text.split(separator: "<!-- kept").count }
      try requireEqual(
        comments, files.map { $0.text.split(separator: "<!-- kept").count }, "comments")
    }
  }

  @Test("no bytes trap the reader, and every place it names is in the file")
  func hostile() {
    forEverySeed(in: 1...100) { seed in
      var generator = PackGenerator(seed: seed)
      var chance = SeededGenerator(seed: seed)
      var bytes = Array(PackWriter.files(of: generator.pack())[0].text.utf8)
      damage(&bytes, &chance)
      let file = PackFile(name: "pack.md", path: "pack.md", contents: .bytes(bytes))
      let folder = PackFolder(name: "x", path: "x", files: [file])
      let reading = PackReader.read(folder)
      let lines = LineIndex(bytes)
      for diagnostic in reading.diagnostics {
        let place = diagnostic.place
        guard place.start >= Position(line: 1, column: 1), place.end >= place.start,
          place.excerpt == lines.line(place.start.line),
          place.start.column <= place.excerpt.count + 1
        else { throw LawBroken("\(diagnostic)") }
      }
      // What can be laid out says the same afterwards.
      for (_, outcome) in PackFormatter.format(folder, reading: reading, writesIDs: false) {
        guard case .text(let text) = outcome else { continue }
        let again = PackReader.read(
          PackFolder(
            name: "x", path: "x",
            files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(Array(text.utf8)))])
        )
        try requireEqual(
          again.pack, reading.pack,
          "pack of\n\(String(decoding: bytes, as: UTF8.self))\n=====\n\(text)\n")
        try requireEqual(PackFormatter.text(of: Array(text.utf8)), text, "second layout")
      }
    }
  }
}

/// Changes some bytes, as a slip of a hand or of a disk may.
func damage(_ bytes: inout [UInt8], _ chance: inout SeededGenerator) {
  for _ in 0..<1 + chance.number(below: 20) where !bytes.isEmpty {
    let place = chance.number(below: bytes.count)
    switch chance.number(below: 4) {
    case 0: bytes[place] = UInt8(chance.number(below: 256))
    case 1: bytes.remove(at: place)
    case 2:
      bytes.insert(
        contentsOf: Array("\n#`*[]{}|<!--:-> ".utf8).shuffled(using: &chance).prefix(3),
        at: place)
    default: bytes.removeSubrange(place..<min(bytes.count, place + chance.number(below: 40)))
    }
  }
}

/// Changes of layout that mean nothing: blank lines, markers, ends of lines, comments.
private struct LayoutShaker {
  private var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed, "layout") }

  mutating func shaken(_ text: String) -> String {
    let end = chance.number(below: 3) == 0 ? "\r\n" : "\n"
    let bullet = ["-", "*", "+", "•", "–"][chance.number(below: 5)]
    var shaken: [String] = []
    var isHeader = false
    var isCode = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var line = String(line)
      if line == "---" { isHeader = number == 0 }
      if line.hasPrefix("```") { isCode.toggle() }
      if !isHeader, !isCode, !line.hasPrefix("```") {
        if line.hasPrefix("- ") { line = bullet + line.dropFirst() }
        if line.isEmpty, chance.number(below: 4) == 0 { shaken.append("   ") }
        if line.isEmpty, chance.number(below: 6) == 0 {
          shaken += ["", "<!-- kept", "as it is -->", ""]
        }
        if chance.number(below: 5) == 0, !line.isEmpty { line += "  " }
      }
      if line.hasPrefix("Hint: ") { line = "**hint:**" + line.dropFirst(5) }
      if line.hasPrefix("Why: ") { line = "WHY : " + line.dropFirst(5) }
      shaken.append(line)
    }
    let mark = chance.number(below: 4) == 0 ? "\u{feff}" : ""
    return mark + shaken.joined(separator: end)
  }
}
