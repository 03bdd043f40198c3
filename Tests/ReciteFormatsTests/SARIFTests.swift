import ReciteCore
import Testing

@testable import ReciteFormats

/// The rules of SARIF 2.1.0 that the report can break, written out from the standard.
///
/// - Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", §3.
@Suite struct SARIFTests {
  private func report(_ text: String) throws -> JSONValue {
    let folder = PackFolder(
      name: "p", path: "a pack/ü.md",
      files: [
        PackFile(name: "pack.md", path: "a pack/ü.md", contents: .bytes(Array(text.utf8)))
      ])
    let found = PackReview.diagnostics(
      of: PackReader.read(folder), in: folder, lexicon: shippedLexicon)
    #expect(found.count >= 4, "\(found)")
    return try JSONValue(parsing: Array(DiagnosticReport.sarif(found).utf8))
  }

  private static let text = """
    # 城市 {#c}

    ### Which river is the Songhua? {#q}

    Answer: Songhua

    ### Which is it? {#r}

    - [x] 👩‍👩‍👧 辽宁
    - [ ] 👩‍👩‍👧 辽宁

    ### Which town? {#s}

    Answer: Harbin

    Hnit: no

    Why: yes

    ### Which harbour? {#t}

    Answer: Dalian

    Why: yes

    ### Which sea? {#u}

    Answer: Bohai

    Why: yes

    """

  @Test("a report keeps the rules of the standard")
  func rules() throws {
    let root = try report(SARIFTests.text)
    #expect(root["version"]?.string == "2.1.0")
    #expect(root["$schema"]?.string?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(root["runs"]?.array)
    #expect(runs.count == 1)
    let run = try #require(runs.first)
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"]?.string ?? ""))
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.string == "recite")
    let rules = try #require(driver["rules"]?.array)
    let ids = rules.compactMap { $0["id"]?.string }
    #expect(ids.count == rules.count && Set(ids).count == ids.count)
    for rule in rules {
      #expect(rule["shortDescription"]?["text"]?.string?.isEmpty == false)
      #expect(rule["fullDescription"]?["text"]?.string?.isEmpty == false)
      let level = rule["defaultConfiguration"]?["level"]?.string
      #expect(["none", "note", "warning", "error"].contains(level ?? ""))
    }
    let results = try #require(run["results"]?.array)
    #expect(Set(results.compactMap { $0["level"]?.string }) == ["note", "warning", "error"])
    for result in results { try check(result, rules: ids) }
  }

  private func check(_ result: JSONValue, rules: [String]) throws {
    let rule = try #require(result["ruleId"]?.string)
    let index = try #require(result["ruleIndex"]?.integer)
    #expect(rules[index] == rule)
    #expect(["none", "note", "warning", "error"].contains(result["level"]?.string ?? ""))
    #expect(result["message"]?["text"]?.string?.isEmpty == false)
    let locations = try #require(result["locations"]?.array)
    #expect(locations.count == 1)
    for location in locations + (result["relatedLocations"]?.array ?? []) {
      let physical = try #require(location["physicalLocation"])
      let uri = try #require(physical["artifactLocation"]?["uri"]?.string)
      #expect(uri == "a%20pack/%C3%BC.md")
      let region = try #require(physical["region"])
      let line = try #require(region["startLine"]?.integer)
      let start = try #require(region["startColumn"]?.integer)
      #expect(line >= 1 && start >= 1)
      if let end = region["endColumn"]?.integer { #expect(end > start) }
    }
  }
}
