/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// Something else stands here; the text names what was expected.
    case expected(String)
    /// The text ends before it is complete.
    case unexpectedEnd
    case invalidUTF8
    /// A control character stands raw in a string.
    case controlCharacter
    case invalidEscape
    case duplicateKey(String)
    /// Objects and arrays lie deeper in one another than the limit allows.
    case tooDeep
    /// A string or number is longer than the limit allows.
    case tooLong
    /// The number does not fit what it stands for.
    case numberOutOfRange
    /// Something follows the end of the value.
    case trailingText
    /// The value is JSON, but not what belongs here; the text says why.
    case invalid(String)
  }

  package var reason: Reason
  /// Counted from 1.
  package var line: Int
  /// Counted from 1 in bytes.
  package var column: Int

  package init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// `line 1, column 7: expected a number`.
  package var description: String { "line \(line), column \(column): \(reason.message)" }
}

extension JSONError.Reason {
  /// The reason in words, without a place.
  package var message: String {
    switch self {
    case .expected(let what): "expected \(what)"
    case .unexpectedEnd: "the text ends too early"
    case .invalidUTF8: "not UTF-8"
    case .controlCharacter: "a control character stands raw in a string"
    case .invalidEscape: "not an escape that JSON knows"
    case .duplicateKey(let key): "the member '\(key)' stands twice"
    case .tooDeep: "nested too deeply"
    case .tooLong: "a string or number of more than 16 MiB"
    case .numberOutOfRange: "the number is too large or too small"
    case .trailingText: "text follows the end"
    case .invalid(let why): why
    }
  }
}
