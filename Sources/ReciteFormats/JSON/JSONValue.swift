/// A small JSON document as a tree: members in the order written, no key twice.
package enum JSONValue: Equatable, Sendable {
  case object([JSONMember])
  case array([JSONValue])
  case string(String)
  /// A number written without fraction or exponent that fits.
  case integer(Int)
  case number(Double)
  case bool(Bool)
  case null

  /// Reads a whole document.
  ///
  /// - Throws: `JSONError` with the place, also where an object has a key twice.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    do {
      self = try reader.value()
      try reader.end()
    } catch let error as JSONError {
      throw error
    } catch {
      throw reader.error(.invalid("\(error)"))
    }
  }

  /// The value of the member named `key`; nil where there is none, or where this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  package var bool: Bool? { if case .bool(let truth) = self { truth } else { nil } }
  package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  package var object: [JSONMember]? { if case .object(let members) = self { members } else { nil } }

  /// Any number.
  package var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .object, .array, .string, .bool, .null: nil
    }
  }
}

/// One `"key":value` of an object.
package struct JSONMember: Equatable, Sendable {
  package var key: String
  package var value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONReader {
  /// Reads one value of any kind as a tree.
  ///
  /// - Throws: `JSONError`; an object with a key twice is `duplicateKey`.
  package mutating func value() throws -> JSONValue {
    switch try kind() {
    case .object:
      var members: [JSONMember] = []
      var seen: Set<String> = []
      try beginObject()
      while let key = try nextKey() {
        guard seen.insert(key).inserted else { throw error(.duplicateKey(key)) }
        members.append(JSONMember(key, try value()))
      }
      return .object(members)
    case .array:
      var values: [JSONValue] = []
      try beginArray()
      while try nextElement() { values.append(try value()) }
      return .array(values)
    case .string: return .string(try string())
    case .number:
      switch try number() {
      case .integer(let value): return .integer(value)
      case .fraction(let value): return .number(value)
      }
    case .bool: return .bool(try bool())
    case .null:
      try null()
      return .null
    }
  }
}
