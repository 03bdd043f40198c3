import ReciteCore
import Support
import Testing

@testable import ReciteFormats

/// Files that are read in portions come to the same as files that are read in one go.
@Suite struct FileDivisionTests {
  /// Every file in portions of `headings`, the last of them read first.
  private static func backwards(_ headings: Int) -> FileDivision {
    FileDivision(leastBytes: 0, headings: headings) { stretches, work in
      Array(stretches.reversed().map(work).reversed())
    }
  }

  private func requireSame(_ folder: PackFolder) throws {
    let whole = PackReader.read(folder)
    for headings in [1, 2, 7] {
      let divided = PackReader.read(folder, division: FileDivisionTests.backwards(headings))
      let what = "in portions of \(headings)"
      try requireEqual(divided.pack, whole.pack, "pack \(what)")
      try requireEqual(divided.places, whole.places, "places \(what)")
      try requireEqual(divided.diagnostics, whole.diagnostics, "diagnostics \(what)")
    }
  }

  private func folder(_ files: [(name: String, bytes: [UInt8])]) -> PackFolder {
    PackFolder(
      name: "divided", path: "divided",
      files: files.map { PackFile(name: $0.name, path: $0.name, contents: .bytes($0.bytes)) })
  }

  @Test("generated packs, whole and damaged, are the same in portions")
  func generated() {
    forEverySeed(in: 1...100) { seed in
      var generator = PackGenerator(seed: seed)
      var chance = SeededGenerator(seed: seed, "damage")
      var files = PackWriter.files(of: generator.pack())
        .map { (name: $0.name, bytes: Array($0.text.utf8)) }
      try requireSame(folder(files))
      for index in files.indices { damage(&files[index].bytes, &chance) }
      try requireSame(folder(files))
      // Every id is there twice.
      files[0].bytes += files[0].bytes
      try requireSame(folder(files))
    }
  }

  @Test(
    "packs written by hand are the same in portions",
    arguments: ["Tests/ReciteFormatsTests/Packs", "Tests/FuzzTargets/Corpus/pack", "Lessons"])
  func written(below place: String) throws {
    let names = Checkout.files(below: place).filter { $0.hasSuffix(".md") }
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try #require(Checkout.bytes(of: "\(place)/\(name)"))
      try requireSame(folder([("pack.md", bytes), ("second.md", bytes)]))
    }
  }

  @Test("more faults than are shown are counted the same in portions")
  func manyFaults() throws {
    let item = "### Which?\n\nAnswer:\nHnit: x\n\n"
    let text = "# Faults\n\n" + String(repeating: item, count: PackLimits.diagnostics)
    let folder = folder([("pack.md", Array(text.utf8))])
    try requireSame(folder)
    let codes = PackReader.read(folder).diagnostics.map(\.code)
    #expect(codes.count == PackLimits.diagnostics + 1 && codes.contains(.tooManyFaults))
  }

  @Test("a file that is too small to gain by it is read in one go")
  func small() {
    let division = FileDivision { _, _ in
      Issue.record("the crew was called")
      return []
    }
    let folder = folder([("pack.md", Array("# L\n\n### Q?\n\nAnswer: a\n".utf8))])
    #expect(PackReader.read(folder, division: division).pack?.items.count == 1)
  }
}
