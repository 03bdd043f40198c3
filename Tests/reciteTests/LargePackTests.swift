import ReciteCore
import ReciteFormats
import ReciteShell
import Support
import Testing

@testable import recite

/// Packs of some megabytes are read on all cores, and packs that share a map read it once.
@Suite struct LargePackTests {
  @Test("a file of some megabytes comes to the same on all cores as in one go")
  func sideBySide() throws {
    var text = "---\npack: large\ntopics: a, b\n---\n\n# Large\n\n## All\n\nSome text.\n\n"
    for number in 0..<20_000 {
      text += "### Which word goes with \(number)? "
      text += "{#q\(number) .\(number % 2 == 0 ? "a" : "c")}\n\n"
      text += number % 7 == 0 ? "- one \(number)\n- two\n\n" : "Answer: word\(number)\n\n"
      text += number % 900 == 0 ? "Hnit: *a slip*\n\n" : "Hint: *a hint*\n\n"
    }
    let bytes = Array(text.utf8)
    #expect(bytes.count > 1 << 20)
    let folder = PackFolder(
      name: "large", path: "large",
      files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(bytes))])
    let whole = PackReader.read(folder)
    let divided = PackReader.read(folder, division: FileDivision { SideBySide.map($0, $1) })
    #expect(whole.places.count == 20_000 && whole.diagnostics.count == 23)
    #expect(divided.pack == whole.pack)
    #expect(divided.places == whole.places)
    #expect(divided.diagnostics == whole.diagnostics)
  }

  @Test("a map that packs share is the map that each has")
  func sharedMap() throws {
    let path = "Lessons/two-accounts/dongbei.geojson"
    let bytes = try #require(Checkout.bytes(of: path))
    let damaged = Array(bytes.dropLast(bytes.count / 2))
    let maps = SharedMaps()
    let readings = SideBySide.map([bytes, damaged, bytes, damaged]) { maps.reading(of: $0) }
    #expect(readings.map(\.map) == [bytes, damaged, bytes, damaged].map { GeoJSON.read($0).map })
    #expect(readings[0].map != nil && readings[1].faults == GeoJSON.read(damaged).faults)
  }
}
