import FoundationEssentials
import ReciteCore
import Testing

@testable import ReciteFormats

/// Small packs in `Packs/`, each beside what reading it must give.
///
/// A line of an `.expected` file is an item (`ID KIND TOPIC KEY`, `-` for no topic) or a fault
/// (`CODE LINE:COLUMN`), in order.
@Suite struct ConformanceTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Packs"

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()

  private func text(_ name: String) throws -> String {
    let path = "\(ConformanceTests.folder)/\(name)"
    return String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
  }

  @Test("there are packs to conform to")
  func presence() { #expect(ConformanceTests.names.count >= 4) }

  @Test("a pack reads as the file beside it says", arguments: names)
  func conformance(name: String) throws {
    let reading = PackReader.read(try text("\(name).md"), name: name)
    let pack = try #require(reading.pack)
    let items = pack.items.map {
      "\($0.id) \($0.kind.name) \($0.topic?.rawValue ?? "-") \($0.kind.keyInWords)"
    }
    let faults = reading.diagnostics.map {
      "\($0.code.rawValue) \($0.place.start.line):\($0.place.start.column)"
    }
    let expected = try text("\(name).expected").split(separator: "\n").map(String.init)
    #expect(items + faults == expected)
  }
}
