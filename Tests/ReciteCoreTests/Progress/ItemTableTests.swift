import ReciteCore
import Support
import Testing

struct ItemTableTests {
  private static func key(_ item: String) -> ItemKey {
    ItemKey(pack: PackID("p"), item: ItemID(item))
  }

  /// The last two have one hash, as have the two before them.
  private let items = [
    "liaoning", "辽宁", "c\u{f3}rdoba", "co\u{301}rdoba", "a-name-that-needs-more-than-fifteen-bytes",
    "", "i21041", "i25804", "i6693", "i64009",
  ]

  @Test func `A table holds what a dictionary holds, whatever is done to it`() {
    forEverySeed(in: 1...300) { seed in
      var generator = SeededGenerator(seed: seed)
      var table = ItemTable<Int>()
      var model: [ItemKey: Int] = [:]
      for step in 1...60 {
        let key = ItemKey(
          pack: PackID(["p", "q"][generator.number(below: 2)]),
          item: ItemID(items[generator.number(below: items.count)]))
        switch generator.number(below: 5) {
        case 0:
          table[key] = step
          model[key] = step
        case 1:
          table[key] = nil
          model[key] = nil
        case 2:
          table[key]? += 1
          model[key]? += 1
        case 3:
          table[key, default: step] += 1
          model[key, default: step] += 1
        default: break
        }
        try requireEqual(table[key], model[key], "the value of \(key)")
        try requireEqual(table[key, default: -1], model[key] ?? -1, "the value of \(key) or -1")
        let place = table.index(forKey: key)
        try requireEqual(place.map { table.values[$0] }, model[key], "the place of \(key)")
      }
      try requireEqual(table.count, model.count, "count")
      try requireEqual(table.isEmpty, model.isEmpty, "is empty")
      try requireEqual(Set(table.keys), Set(model.keys), "keys")
      try requireEqual(table.values.sorted(), model.values.sorted(), "values")
      let pairs = Dictionary(table.map { ($0.key, $0.value) }) { first, _ in first }
      try requireEqual(pairs, model, "pairs")
      // In the dictionary's own order, which differs from run to run.
      var again = ItemTable<Int>()
      for (key, value) in model { again[key] = value }
      try requireEqual(table, again, "the same in another order")
      guard let key = model.keys.first else { return }
      again[key, default: 0] += 1
      guard table != again else { throw LawBroken("equal with another value of \(key)") }
      again[key] = nil
      guard table != again else { throw LawBroken("equal without \(key)") }
    }
  }

  @Test func `Two ways of writing one letter are one key, two keys of one hash are two`() {
    var keys = ItemKeys()
    let places = items.map { keys.insert(ItemTableTests.key($0)) }
    #expect(places == [0, 1, 2, 2, 3, 4, 5, 6, 7, 8])
    #expect(items.map { keys.place(of: ItemTableTests.key($0)) } == places)
    #expect(places.map { keys[$0] } == items.map(ItemTableTests.key))
    #expect(keys.count == 9)
    #expect(keys.place(of: ItemTableTests.key("jilin")) == nil)
    #expect(keys.place(of: ItemKey(pack: PackID("q"), item: ItemID("liaoning"))) == nil)
  }

  @Test func `Tables of the same keys go their own ways`() {
    var keys = ItemKeys()
    for name in ["a", "b"] { _ = keys.insert(ItemTableTests.key(name)) }
    var first = ItemTable(keys, [1, 2])
    var second = ItemTable(keys, [nil, "b"])
    first[ItemTableTests.key("c")] = 3
    second[ItemTableTests.key("d")] = "d"
    second[ItemTableTests.key("a")] = "a"
    #expect(first.map { "\($0.key)=\($0.value)" } == ["p/a=1", "p/b=2", "p/c=3"])
    #expect(second.map { "\($0.key)=\($0.value)" } == ["p/a=a", "p/b=b", "p/d=d"])
    #expect(first[ItemTableTests.key("d")] == nil && second[ItemTableTests.key("c")] == nil)
  }
}
