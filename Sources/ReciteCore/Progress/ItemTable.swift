/// Values by item key, in no more room than they need.
///
/// Two tables that were made of the same keys share them until one of them gets another key. A key
/// stays when its value goes.
package struct ItemTable<Value: Equatable & Sendable>: Sendable {
  private var places: ItemKeys
  /// By the place of the key; nil where it has no value.
  private var stored: [Value?]

  /// A table of the values at the places of `keys`; there are as many of them as keys.
  package init(_ keys: ItemKeys = ItemKeys(), _ values: [Value?] = []) {
    places = keys
    stored = values
  }

  /// - Complexity: O(the number of keys)
  package var isEmpty: Bool { stored.allSatisfy { $0 == nil } }

  /// The number of values.
  ///
  /// - Complexity: O(the number of keys)
  package var count: Int { stored.count { $0 != nil } }

  package subscript(key: ItemKey) -> Value? {
    get { places.place(of: key).flatMap { stored[$0] } }
    _modify {
      if let place = places.place(of: key) {
        yield &stored[place]
      } else {
        var value: Value?
        yield &value
        if let value { self[key, default: value] = value }
      }
    }
  }

  package subscript(key: ItemKey, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      let place = places.insert(key)
      if place == stored.count { stored.append(nil) }
      var changed = stored[place].take() ?? value()
      defer { stored[place] = changed }
      yield &changed
    }
  }
}

extension ItemTable: Equatable {
  /// Whether the same keys have the same values, whatever their order.
  package static func == (first: ItemTable, second: ItemTable) -> Bool {
    first.count == second.count && first.allSatisfy { second[$0.key] == $0.value }
  }
}

extension ItemTable: Sequence {
  /// Keys and values in the order in which the keys were added.
  package func makeIterator() -> some IteratorProtocol<(key: ItemKey, value: Value)> {
    stored.indices.lazy.compactMap { place in
      stored[place].map { (key: places[place], value: $0) }
    }.makeIterator()
  }

  /// The keys that have a value, in the order in which they were added.
  package var keys: [ItemKey] { map(\.key) }

  package typealias Values =
    LazyMapSequence<LazyFilterSequence<LazyMapSequence<[Value?], Value?>>, Value>

  /// The values in the order of their keys.
  package var values: Values { stored.lazy.compactMap { $0 } }

  /// The place in `values` of the value of a key; nil where it has none.
  package func index(forKey key: ItemKey) -> Values.Index? {
    places.place(of: key).flatMap { stored[$0] == nil ? nil : $0 }
  }
}
