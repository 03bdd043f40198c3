import ReciteCore

/// Reading one feature: its names, what helps to draw it, and its shape.
extension GeoJSONReader {
  /// What a feature's properties say.
  private struct Properties {
    var kind: String?
    var name: String?
    var otherNames: [String] = []
    var borders: [FeatureID] = []
    var label: GeoPoint?
    var isFocus = false
    var capital: FeatureID?
    var isCapital = false
    var hasCoast: Bool?
    var rank: Int?
  }

  /// The feature at the reader's place; nil, and a fault, where it has no id, kind or name.
  mutating func readFeature(number: Int, start: Int) throws -> MapFeature? {
    guard try json.kind() == .object else {
      add(start, "feature \(number) is no object")
      try json.skipValue()
      return nil
    }
    var id: String?
    var type: String?
    var properties = Properties()
    var geometry = Geometry()
    var geometryStart = start
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type": type = try text()
      case "id": id = try identifier()
      case "properties": properties = try readProperties()
      case "geometry":
        geometryStart = try here()
        geometry = try readGeometry()
      default: try json.skipValue()
      }
    }
    guard type == "Feature" else {
      add(start, "feature \(number) has no \"type\":\"Feature\"")
      return nil
    }
    guard let id = id.map(GeoJSON.visible), MadeID.isWellFormed(id) else {
      add(
        start, "feature \(number) has no 'id' of letters, digits and hyphens",
        help: "an id names the place in items: \"id\":\"liaoning\"")
      return nil
    }
    guard let kind = properties.kind else {
      add(
        start, "the feature '\(id)' has no 'kind'",
        help: "say among its properties what it is: \"kind\":\"province\"")
      return nil
    }
    guard let name = properties.name else {
      add(
        start, "the feature '\(id)' has no 'name'",
        help: "say among its properties what it is called: \"name\":\"Liaoning\"")
      return nil
    }
    return MapFeature(
      id: FeatureID(id), kind: kind, names: accepted(name, properties.otherNames),
      borders: properties.borders, shape: shape(of: geometry, id: id, start: geometryStart),
      label: properties.label, isFocus: properties.isFocus, capital: properties.capital,
      isCapital: properties.isCapital, hasCoast: properties.hasCoast, rank: properties.rank)
  }

  /// An id may be a number, too.
  private mutating func identifier() throws -> String? {
    guard try json.kind() == .number else { return try text() }
    let number = try json.double()
    return Int(exactly: number).map(String.init)
  }

  /// The name with all others; of `Sea of Japan (East Sea)` each half is a name as well.
  private func accepted(_ name: String, _ others: [String]) -> Accepted {
    var aliases: [String] = []
    func add(_ other: some StringProtocol) {
      let words = other.split(separator: " ").joined(separator: " ")
      if !words.isEmpty, words != name, !aliases.contains(words) { aliases.append(words) }
    }
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      add(name[..<open])
      add(name[name.index(after: open)...].dropLast())
    }
    for other in others { add(other) }
    return Accepted(name, aliases: aliases)
  }

  private mutating func readProperties() throws -> Properties {
    var properties = Properties()
    guard try json.kind() == .object else {
      try json.skipValue()
      return properties
    }
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "kind": properties.kind = try words()
      case "name": properties.name = try words()
      case "focus": properties.isFocus = try truth() ?? false
      case "coast": properties.hasCoast = try truth()
      case "borders": properties.borders = try identifiers()
      case "rank": properties.rank = try rank()
      case "label": properties.label = try label()
      case "capital":
        if try json.kind() == .bool {
          properties.isCapital = try json.bool()
        } else {
          properties.capital = try words().map { FeatureID($0) }
        }
      case let other where other.hasPrefix("name_"):
        if let name = try words(), properties.otherNames.count < GeoJSON.mostNames {
          properties.otherNames.append(name)
        }
      default: try json.skipValue()
      }
    }
    return properties
  }

  /// A string that is not empty.
  private mutating func words() throws -> String? {
    guard let text = try text().map(GeoJSON.visible), !text.isEmpty else { return nil }
    return text
  }

  private mutating func truth() throws -> Bool? {
    if try json.kind() == .bool { return try json.bool() }
    try json.skipValue()
    return nil
  }

  private mutating func rank() throws -> Int? {
    if try json.kind() == .number { return Int(exactly: try json.double()) }
    try json.skipValue()
    return nil
  }

  private mutating func identifiers() throws -> [FeatureID] {
    guard try json.kind() == .array else {
      add(json.offset, "'borders' is no list of ids")
      try json.skipValue()
      return []
    }
    let start = json.offset
    var ids: [FeatureID] = []
    var count = 0
    try json.beginArray()
    while try json.nextElement() {
      count += 1
      guard count <= GeoJSON.mostBorders else {
        if count == GeoJSON.mostBorders + 1 {
          add(start, "'borders' names more than the \(GeoJSON.mostBorders) that a place may have")
        }
        try json.skipValue()
        continue
      }
      if let id = try words().map({ FeatureID($0) }), !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private mutating func label() throws -> GeoPoint? {
    let start = try here()
    guard let numbers = try numberList(), numbers.count >= 2, isOnGlobe(numbers[0], numbers[1])
    else {
      add(start, "'label' is no longitude and latitude")
      return nil
    }
    return GeoPoint(numbers[0], numbers[1])
  }
}
