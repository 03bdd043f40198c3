@testable import ReciteCore
import Testing

@Suite struct CausalGraphTests {
  private static func item(_ id: String, _ links: Accepted...) -> Item {
    Item(id: ItemID(id), stem: [.paragraph(RichText(id))], kind: .chain(links))
  }

  private static func drawn(_ items: [Item]) -> [String] {
    let graph = CausalGraph(of: items)
    return graph.branches.map { branch in
      String(repeating: "-", count: branch.depth) + graph.links[branch.link].text
        + (branch.isReference ? "^" : "")
    }
  }

  @Test("chains that share a link become one tree, and a shared effect is drawn once")
  func shared() {
    let items = [
      Self.item("one", Accepted("rain"), Accepted("flood"), Accepted("ruin")),
      Self.item("two", Accepted("thaw"), Accepted("Flood"), Accepted("mud")),
    ]
    #expect(Self.drawn(items) == ["rain", "-flood", "--ruin", "--mud", "thaw", "-flood^"])
    #expect(CausalGraph(of: items).links[1].items == [ItemID("one"), ItemID("two")])
  }

  @Test("a link is known by another way to say it, but two that share only such a way stay two")
  func aliases() {
    let items = [
      Self.item("one", Accepted("market reform", aliases: ["reform"]), Accepted("growth")),
      Self.item("two", Accepted("reform"), Accepted("unrest")),
      Self.item("three", Accepted("land reform", aliases: ["new law"]), Accepted("rent")),
      Self.item("four", Accepted("tax reform", aliases: ["new law"]), Accepted("debt")),
    ]
    #expect(
      Self.drawn(items) == [
        "market reform", "-growth", "-unrest", "land reform", "-rent", "tax reform", "-debt",
      ])
  }

  @Test("a circle is drawn once and referred to")
  func circle() {
    let items = [Self.item("one", Accepted("a"), Accepted("b"), Accepted("a"))]
    #expect(Self.drawn(items) == ["a", "-b", "--a^"])
  }

  @Test("the step that closes a circle is named, in one chain, across chains and to itself")
  func circles() {
    let items = [
      Self.item("one", Accepted("a"), Accepted("b"), Accepted("c")),
      Self.item("two", Accepted("C"), Accepted("d"), Accepted("b")),
      Self.item("three", Accepted("e"), Accepted("e"), Accepted("a")),
    ]
    #expect(
      CausalGraph(of: items).circles == [
        .init(item: ItemID("two"), cause: "d", effect: "b"),
        .init(item: ItemID("three"), cause: "e", effect: "e"),
      ])
    let tree = [
      Self.item("one", Accepted("a"), Accepted("b"), Accepted("d")),
      Self.item("two", Accepted("a"), Accepted("c"), Accepted("d")),
    ]
    #expect(CausalGraph(of: tree).circles == [])
  }

  @Test("items of other kinds make no links")
  func none() {
    let item = Item(
      id: ItemID("x"), stem: [.paragraph(RichText("x"))], kind: .text(Accepted("y")))
    #expect(CausalGraph(of: [item]).branches == [])
  }
}
