/// The letters and digits that answer a choice without Enter.
package struct SingleKeys: Equatable, Sendable {
  /// No key ends the line but Enter.
  package static let none = SingleKeys("")

  /// The keys, each one ASCII letter or digit, no duplicates; a letter in lower and upper case.
  let keys: [UInt8]

  /// Takes the ASCII letters and digits of a text such as "abcd"; all else in it is left out.
  package init(_ letters: String) {
    var keys: [UInt8] = []
    for letter in letters.utf8 {
      for key in SingleKeys.cases(of: letter) where !keys.contains(key) { keys.append(key) }
    }
    self.keys = keys
  }

  package var isEmpty: Bool { keys.isEmpty }

  func contains(_ key: UInt32) -> Bool { keys.contains { UInt32($0) == key } }

  private static func cases(of letter: UInt8) -> [UInt8] {
    switch letter {
    case 0x30...0x39: [letter]
    case 0x41...0x5a, 0x61...0x7a: [letter | 0x20, letter & 0xdf]
    default: []
    }
  }
}
