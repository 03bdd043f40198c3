import ReciteCore
import Testing

@testable import ReciteFormats

@Suite struct ExplanationTests {
  /// What a sample is read as: an item stands in a lesson of a pack with a topic, a source and a map.
  private func reading(_ sample: ExplanationPage.Sample, _ code: DiagnosticCode) -> Sample? {
    let files: [[String]]
    switch sample {
    case .situation: return nil
    case .imported(let format, let text):
      let read = Import.read(Array(text.utf8), path: "sample", format: format)
      let pack: Pack? = read.pack
      return Sample(items: pack?.items.count ?? 0, diagnostics: read.diagnostics)
    case .exported(let format, let text):
      let read = PackReader.read("# L\n\n" + text + "\n")
      let losses = read.pack.map { Export.write($0, as: format).losses } ?? []
      return Sample(
        items: read.pack?.items.count ?? 0,
        diagnostics: read.diagnostics
          + losses.map {
            Diagnostic(
              code: $0.code, severity: $0.code.severity, place: Diagnostic.Place(path: "sample"),
              message: $0.message, help: $0.help)
          })
    case .files(let named): files = named
    case .repeated(let text, let times):
      files = [["pack.md", ExplanationPage.writtenOut(text, times: times)]]
    case .pack(let text): files = [["pack.md", text]]
    case .item(let text):
      let topics = text.contains("{.location") || code.rawValue < "P100" ? "topics: location\n" : ""
      let header =
        "---\n\(topics)source map: A map\nparagraphs map: 9\nmap: m.geojson\n---\n# L\n\n"
      let map = """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"liaoning",\
        "properties":{"kind":"province","name":"Liaoning"},"geometry":null}]}
        """
      files = [["pack.md", header + text + "\n"], ["m.geojson", map]]
    }
    var folder = PackFolder(
      name: "sample", path: "sample",
      files: files.map {
        PackFile(name: $0[0], path: $0[0], contents: .bytes(Array($0[1].utf8)))
      })
    // The shell says of a path that leads out of the pack that it does.
    for name in PackReader.attachments(of: folder) where name.contains("..") {
      folder.files.append(PackFile(name: name, path: name, contents: .unusable(.outside)))
    }
    let reading = PackReader.read(folder)
    // What a review finds is shown on small packs, in which other flaws of a whole pack would show too.
    guard ("P100"..."P139").contains(code.rawValue) else {
      return Sample(items: reading.pack?.items.count ?? 0, diagnostics: reading.diagnostics)
    }
    return Sample(
      items: reading.pack?.items.count ?? 0,
      diagnostics: PackReview.diagnostics(of: reading, in: folder, lexicon: shippedLexicon))
  }

  private struct Sample {
    var items: Int
    var diagnostics: [Diagnostic]
  }

  @Test("every code has one page, in the order of the codes")
  func complete() {
    let codes = DiagnosticCode.allCases
    #expect(codes.count >= 40)
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    for code in codes {
      #expect(ExplanationPage.all.count { $0.code == code } == 1, "\(code) \(code.rawValue)")
    }
  }

  @Test("what a page shows as at fault is found, alone", arguments: DiagnosticCode.allCases)
  func wrong(code: DiagnosticCode) throws {
    let page = try #require(ExplanationPage.page(code))
    guard let reading = reading(page.wrong, code) else { return }
    #expect(reading.diagnostics.contains { $0.code == code }, "\(reading.diagnostics)")
    let others = Set(reading.diagnostics.map(\.code)).subtracting([code])
    #expect(others.isSubset(of: [.unclosedFence, .noAnswer]), "\(others)")
    for diagnostic in reading.diagnostics {
      #expect(diagnostic.severity == diagnostic.code.severity)
      #expect(diagnostic.help?.isEmpty == false)
      #expect(diagnostic.message.last != "." && diagnostic.message.first?.isUppercase == false)
    }
  }

  @Test("what a page shows as right has no fault at all", arguments: DiagnosticCode.allCases)
  func right(code: DiagnosticCode) throws {
    let page = try #require(ExplanationPage.page(code))
    guard let reading = reading(page.right, code) else { return }
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(reading.items > 0)
  }
}
