import Support
import Testing

/// The house rules that the compiler cannot keep.
@Suite struct ArchitectureTests {
  @Test(
    "a target imports only what lies below it",
    arguments: [
      ("ReciteCore", ["Glibc"]),
      ("ReciteFormats", ["ReciteCore", "FoundationEssentials"]),
      ("RecitePresentation", ["ReciteCore", "ReciteFormats"]),
      ("ReciteShell", ["CLibedit", "Glibc", "ReciteCore", "Synchronization"]),
    ])
  func imports(target: String, allowed: [String]) throws {
    for (path, text) in try sources(of: target) {
      for line in text.split(separator: "\n") where line.hasPrefix("import ") {
        let module = line.dropFirst("import ".count).prefix { $0 != "." && $0 != " " }
        #expect(allowed.contains(String(module)), "\(path) imports \(module)")
      }
    }
  }

  @Test(
    "the pure targets name no clock, file, terminal or chance",
    arguments: ["ReciteCore", "ReciteFormats", "RecitePresentation"])
  func purity(target: String) throws {
    let forbidden = [
      "import Foundation\n", "Date()", "Date.now", "ContinuousClock", "clock_gettime", "time(nil",
      "FileManager", "fopen(", "open(\"", "getenv", "\n    print(", " print(\"", "isatty", "ioctl",
      "SystemRandomNumberGenerator", ".shuffled()", ".randomElement()", "Hasher()", "hashValue",
    ]
    for (path, text) in try sources(of: target) {
      for word in forbidden + ["random(in:"] {
        #expect(!says(text, word), "\(path) says '\(word)'")
      }
    }
  }

  @Test(
    "no source can trap by a forced unwrap, cast or try",
    arguments: ["ReciteCore", "ReciteFormats", "RecitePresentation", "ReciteShell", "recite"])
  func force(target: String) throws {
    for (path, text) in try sources(of: target) {
      for word in ["try!", "as! ", "fatalError(", "@unchecked Sendable", "preconditionFailure("] {
        #expect(!says(text, word), "\(path) says '\(word)'")
      }
    }
  }

  /// True where the word stands, and not as the end of a longer name such as `fingerprint(`.
  private func says(_ text: String, _ word: String) -> Bool {
    var rest = text[...]
    while let found = rest.firstRange(of: word) {
      guard found.lowerBound > text.startIndex,
        let before = text[..<found.lowerBound].last, before.isLetter, word.first?.isLetter == true
      else { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }

  private func sources(of target: String) throws -> [(path: String, text: String)] {
    let files = Checkout.files(below: "Sources/\(target)").filter { $0.hasSuffix(".swift") }
    try #require(!files.isEmpty, "no source of \(target) was found")
    return files.map { ($0, Checkout.text(of: "Sources/\(target)/\($0)") ?? "") }
  }
}
