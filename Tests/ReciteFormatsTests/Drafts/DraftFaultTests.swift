import ReciteCore
import Testing

@testable import ReciteFormats

/// Faults that fresh readers found in drafts, each with the sentence of its kind.
@Suite struct DraftFaultTests {
  private func stems(_ text: String, title: String = "Notes on things") throws -> [String] {
    DraftFixture.proposals(try DraftFixture.draft(title + "\n\n" + text + "\n"))
  }

  @Test(
    "a key is whole, and the only one that fits",
    arguments: [
      // Two objects: which one is asked for?
      (
        "A law of 1999 gave the canal authority a much larger watershed in the west.",
        "What did a law of 1999 give"
      ),
      // What the verb does to its object by `into` is no object.
      (
        "The Convention of Geneva divides the sea into belts along the low-water line.",
        "What does the Convention of Geneva divide?"
      ),
      // A second verb is no object of the preposition.
      (
        "A foreign submarine shall navigate on the surface and show its flag.",
        "What shall a foreign submarine navigate on?"
      ),
      // The number is that of the whole list.
      (
        "The Commission of Lima consists of 21 geologists, geophysicists and hydrographers.",
        "What does the Commission of Lima consist of?"
      ),
      // A phrase that leads in is no purpose.
      (
        "To cite one example, the World Bank ranked Singapore first in 2007.",
        "For what purpose did the World Bank rank"
      ),
      // An infinitive that belongs to a noun is no purpose.
      (
        "The World Bank named Singapore the easiest place to do business in Asia.",
        "For what purpose"
      ),
      // A judgement is no definition.
      ("Montreux was a compromise that pleased almost nobody at court.", "What was Montreux?"),
      // `It` may be the route.
      (
        "Kazatomprom has revived the Trans-Caspian route. It carried 64 percent of the drums in 2023.",
        "Kazatomprom carr"
      ),
      // Many things happened when an empire fell.
      (
        "When the Soviet Union collapsed, the banks rushed to lend money to Baku.",
        "What happened when the Soviet Union collapsed?"
      ),
      // A verb behind `and` is none of what `to` goes with.
      (
        "Rare symptoms occur in the general population and appear not to vary with age.",
        "For what purpose"
      ),
      // A clause that stands for a noun is nobody.
      (
        "Whoever keeps the gate keeps a hand on the bread of Odessa.", "?"
      ),
      // What the hypothesis invents is no fact.
      ("Suppose the judge in Ohio ordered the firm to pay $50,000.", "50,000"),
    ])
  func wrong(text: String, stem: String) throws {
    let seen = try stems(text)
    #expect(!seen.contains { $0.contains(stem) }, "\(seen)")
  }

  @Test(
    "a stem is a whole question about something that it names",
    arguments: [
      "The land was dominated by rubber and tin.",
      "Construction began in 1904 with 3,500 workers from Barbados.",
      "Energy exports are the backbone of the economy.",
      "Some 71 percent voted yes in the referendum of October.",
      "The typical scenario involves a defendant in Ohio who finds new evidence.",
      "As indicated in Table 2, exports exceed imports in Malaysia by a third.",
    ])
  func vague(text: String) throws {
    let seen = try stems(text)
    #expect(seen.isEmpty, "\(seen)")
  }

  @Test("what the stem does not name is taken from the heading, or from the sentence before")
  func context() throws {
    let text = "The capital city is situated on the mainland of North America."
    #expect(
      try stems(text, title: "Alaska").contains {
        $0.hasPrefix("Concerning Alaska, where is the capital city situated?")
      })
    let pair =
      "Storm Bella reached the coast of Wales on Friday night. The storm closed 30 schools in Cardiff."
    let seen = try stems(pair)
    #expect(
      seen.contains {
        $0
          == "Storm Bella reached the coast of Wales on Friday night. How many schools did the storm close in Cardiff? => 30"
      }, "\(seen)")
  }

  @Test(
    "every ending of a clause is read without harm",
    arguments: [
      "A pepper plantation grew there c. 1900. The two are often grown together.",
      "The two crops include often.", "The firm produces only.", "It is.", "The canal was very.",
      "The firm produces coal and.", "The union consists of.", "The north is bordered by.",
      "The law gave.", "The firm is known as.", "Ships such as.", "The king, the.", "In 1902.",
      "The trade led to.", "Why. Because of. Due to the.", "The plan aims to.", "He said that.",
      "The works are called.", "The reason for this is that.", "According to NASA, the.",
    ])
  func endings(text: String) throws { _ = try DraftFixture.draft("Notes\n\n" + text + "\n") }

  @Test("a mine is no pronoun, and a number may be grouped by spaces")
  func words() throws {
    let seen = try stems(
      "The Shinkolobwe mine supplied most of the uranium of the Manhattan Project.")
    #expect(!seen.isEmpty)
    let ships = try stems("In 2022, 28 797 ships passed the Kiel Canal.")
    #expect(ships.contains { $0.hasSuffix("=> 28797") }, "\(ships)")
    #expect(!ships.contains { $0.hasSuffix("=> 28") || $0.hasSuffix("=> 797") })
  }

  // MARK: What fills up a short draft

  @Test(
    "a sentence that gives no question gives a gap for its most telling phrase",
    arguments: [
      (
        "Without much delay the committee members may have preferred independent arbitration.",
        "Without much delay the committee members may have preferred ____. => independent arbitration"
      ),
      (
        "A rock which cannot sustain human habitation has no exclusive economic zone.",
        "A rock which cannot sustain ____ has no exclusive economic zone. => human habitation"
      ),
    ])
  func phrase(text: String, proposal: String) throws {
    let draft = try DraftFixture.draft("Notes on things\n\n" + text + "\n")
    #expect(DraftFixture.proposals(draft).contains(proposal), "\(DraftFixture.proposals(draft))")
    #expect(draft.entries.first?.item.hints.first?.plain.contains("beginning with") ?? false)
  }

  @Test("a sentence that leans on the one before stands behind it")
  func pair() throws {
    let seen = try stems(
      "Corals lose their algae in warm water. This soon deprives them of photosynthetic energy.")
    #expect(
      seen.contains(
        "Corals lose their algae in warm water. This soon deprives them of ____. => photosynthetic energy"
      ), "\(seen)")
  }

  @Test("who said something is asked with the whole name and the last one")
  func quotation() throws {
    let draft = try DraftFixture.draft(
      """
      Notes on things

      Maria Lopez studies reefs at the University of Lisbon. “The northern reefs recovered within \
      eleven years of the great storm,” Lopez said.
      """)
    let entry = try #require(
      draft.entries.first { $0.item.stem.first.map { "\($0)" }?.contains("quoted") ?? false },
      "\(DraftFixture.proposals(draft))")
    #expect(entry.item.kind == .text(Accepted("Maria Lopez", aliases: ["Lopez"])))
  }

  @Test("the same words are asked about once, however often they stand there")
  func repeated() throws {
    let sentence = "The port of Narvik was founded in 1902 because the ice never closes it."
    let once = try stems(sentence)
    let often = try stems((0..<40).map { _ in sentence }.joined(separator: "\n\n"))
    #expect(once.count == often.count)
  }
}
