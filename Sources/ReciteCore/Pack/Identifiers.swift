/// The name of a pack: lower-case letters, digits and hyphens.
package struct PackID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package var description: String { rawValue }
  package static func < (first: PackID, second: PackID) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}

/// The name of an item within its pack: letters, digits and hyphens of any script.
///
/// An item made by `Map: each …` is named `ID.FEATURE`.
package struct ItemID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package var description: String { rawValue }
  package static func < (first: ItemID, second: ItemID) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}

/// The name on which a learner's history hangs: `PACK/ITEM`.
package struct ItemKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let pack: PackID
  package let item: ItemID

  package init(pack: PackID, item: ItemID) {
    self.pack = pack
    self.item = item
  }

  /// Reads `PACK/ITEM`; nil where either half is missing.
  package init?(_ description: String) {
    guard let slash = description.firstIndex(of: "/") else { return nil }
    let item = description[description.index(after: slash)...]
    guard slash > description.startIndex, !item.isEmpty else { return nil }
    self.init(pack: PackID(String(description[..<slash])), item: ItemID(String(item)))
  }

  package var description: String { "\(pack)/\(item)" }

  package static func < (first: ItemKey, second: ItemKey) -> Bool {
    first.pack != second.pack ? first.pack < second.pack : first.item < second.item
  }
}

/// One of the topics that a pack's header names, such as `location`.
package struct Topic: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package var description: String { rawValue }
  package static func < (first: Topic, second: Topic) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}

/// The short name of a source document in a pack's header.
package struct SourceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package var description: String { rawValue }
  package static func < (first: SourceID, second: SourceID) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}

/// The `id` of a feature of the pack's map, such as `liaoning`.
package struct FeatureID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package var description: String { rawValue }
  package static func < (first: FeatureID, second: FeatureID) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}
