import ReciteCore
import Support
import Testing

@testable import ReciteFormats

/// The part of JSON Schema that the pack's schema uses.
private struct SchemaValidator {
  let root: JSONValue

  /// What is wrong with a value, each with the place; empty where it conforms.
  func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
    if let reference = schema["$ref"]?.string {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return ["\(path): no \(reference)"] }
      return faults(value, target, at: path)
    }
    var faults: [String] = []
    if let allowed = schema["enum"]?.array, !allowed.contains(value) {
      faults.append("\(path): \(value) is not allowed")
    }
    if let type = schema["type"]?.string, !matches(value, type) {
      return faults + ["\(path): \(value) is no \(type)"]
    }
    if let minimum = schema["minimum"]?.double, let number = value.double, number < minimum {
      faults.append("\(path): \(number) < \(minimum)")
    }
    if let maximum = schema["maximum"]?.double, let number = value.double, number > maximum {
      faults.append("\(path): \(number) > \(maximum)")
    }
    if let elements = value.array {
      if elements.count < schema["minItems"]?.integer ?? 0 { faults.append("\(path): too short") }
      if elements.count > schema["maxItems"]?.integer ?? .max { faults.append("\(path): too long") }
      if let items = schema["items"] {
        for (index, element) in elements.enumerated() {
          faults += self.faults(element, items, at: "\(path)[\(index)]")
        }
      }
    }
    for member in value.object ?? [] {
      if let property = schema["properties"]?[member.key] {
        faults += self.faults(member.value, property, at: "\(path).\(member.key)")
      } else if schema["additionalProperties"]?.bool == false {
        faults.append("\(path): unknown member \(member.key)")
      }
    }
    for name in schema["required"]?.array ?? [] where value[name.string ?? ""] == nil {
      if value.object != nil { faults.append("\(path): lacks \(name)") }
    }
    return faults
  }

  private func matches(_ value: JSONValue, _ type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool),
      ("integer", .integer), ("number", .integer), ("number", .number):
      true
    default: false
    }
  }
}

@Suite struct PackJSONTests {
  @Test("every pack's JSON conforms to the published schema")
  func schema() throws {
    let schema = try JSONValue(parsing: Array(PackSchema.text.utf8))
    let validator = SchemaValidator(root: schema)
    forEverySeed(in: 1...150) { seed in
      var generator = PackGenerator(seed: seed)
      let pack = generator.pack()
      let json = try JSONValue(parsing: Array(PackJSON.text(of: pack).utf8))
      try requireEqual(validator.faults(json, schema), [], "faults")
      try requireEqual(json["items"]?.array?.count, pack.items.count, "items")
    }
  }

  @Test("the schema refuses what is no pack")
  func refusal() throws {
    let schema = try JSONValue(parsing: Array(PackSchema.text.utf8))
    let validator = SchemaValidator(root: schema)
    let bad = try JSONValue(parsing: Array(#"{"pack":"x","title":7,"more":1}"#.utf8))
    let faults = validator.faults(bad, schema)
    #expect(faults.contains("$: unknown member more"))
    #expect(faults.contains { $0.hasPrefix("$.title") })
    #expect(faults.contains { $0.contains("lacks") })
  }

  @Test("members stand in the documented order")
  func order() {
    let reading = PackReader.read(
      "---\npack: p\ntitle: T\ntopics: cause\n---\n# L\n\n### Q? {#q .cause .hard}\n\nAnswer: A | B\n"
    )
    #expect(
      reading.pack.map(PackJSON.text) == """
        {"pack":"p","title":"T","language":"en","topics":["cause"],"sources":[],"credits":[],\
        "synonyms":[],"introduction":"","lessons":[{"title":"L","requires":[],"sections":[\
        {"reading":"","items":["q"]}]}],"items":[{"id":"q","kind":"text","topic":"cause",\
        "tags":["hard"],"stem":"Q?","accepted":["A","B"],"hints":[],"explanation":[],"sources":[],\
        "quotes":[],"see":[],"marking":{"spelling":"tolerant","case_matters":false,\
        "accents_matter":false,"unit_required":false,"reject":[],"must_not_contain":[]},\
        "requires":[],"apart":[],"shuffle":true}]}

        """)
  }
}
