import ReciteCore
import Testing

@testable import ReciteFormats

@Suite struct PackReaderTests {
  private func kind(_ body: String, language: String = "en") throws -> ItemKind {
    let reading = PackReader.read(
      "---\nlanguage: \(language)\nmap: x.geojson\n---\n# L\n\n### Q one\n\n\(body)\n")
    return try #require(reading.pack?.items.first, "\(reading.diagnostics)").kind
  }

  @Test("boxes with one tick are a choice, with several a selection")
  func boxes() throws {
    #expect(
      try kind("- [ ] Jilin\n- [x] Hebei\n  > not in it\n")
        == .choice(
          options: [
            Option(RichText("Jilin")), Option(RichText("Hebei"), feedback: RichText("not in it")),
          ], key: 1))
    #expect(
      try kind("* [X] a\n1. [x] b\nc) [ ] c\n")
        == .selection(
          options: [Option(RichText("a")), Option(RichText("b")), Option(RichText("c"))],
          keys: [0, 1]))
    #expect(
      try kind("- [x] a\n- [ ] b\n\nKind: selection")
        == .selection(options: [Option(RichText("a")), Option(RichText("b"))], keys: [0]))
  }

  @Test(
    "an answer is true or false, a number or a text, by its look",
    arguments: [
      ("true", ItemKind.trueFalse(true)),
      ("false", .trueFalse(false)),
      ("Shenyang | 沈阳", .text(Accepted("Shenyang", aliases: ["沈阳"]))),
      ("\"1984\"", .text(Accepted("1984"))),
      ("`7`", .text(Accepted("7"))),
      ("3 October 1990", .text(Accepted("3 October 1990"))),
      ("3:45", .text(Accepted("3:45"))),
      ("007", .text(Accepted("007"))),
      ("42nd", .text(Accepted("42nd"))),
      ("**Harbin**", .text(Accepted("Harbin"))),
      ("snake_case a*b", .text(Accepted("snake_case a*b"))),
      ("1950", .number(NumberKey(target: .exactly(1950), unit: "", written: Accepted("1950")))),
      (
        "7 % ± 1",
        .number(
          NumberKey(
            target: .within(7, tolerance: 1), unit: "%", written: Accepted("7 % ± 1")))
      ),
      (
        "7 % ± 2 %",
        .number(
          NumberKey(
            target: .within(7, tolerance: 2), unit: "%", written: Accepted("7 % ± 2 %")))
      ),
      (
        "200 km ± 5 %",
        .number(
          NumberKey(
            target: .within(200, tolerance: 10), unit: "km", written: Accepted("200 km ± 5 %")))
      ),
      (
        "100..120 million people",
        .number(
          NumberKey(
            target: .range(100...120), unit: "million people",
            written: Accepted("100..120 million people")))
      ),
      (
        "−5 ×10^2 km",
        .number(
          NumberKey(target: .exactly(-500), unit: "km", written: Accepted("−5 ×10^2 km")))
      ),
      (
        "1,234,567",
        .number(
          NumberKey(target: .exactly(1_234_567), unit: "", written: Accepted("1,234,567")))
      ),
    ])
  func answers(text: String, expected: ItemKind) throws {
    #expect(try kind("Answer: \(text)") == expected)
  }

  @Test("a comma is the decimal mark where the pack's language uses one")
  func decimalComma() throws {
    #expect(
      try kind("Answer: 3,5", language: "de")
        == .number(NumberKey(target: .exactly(3.5), unit: "", written: Accepted("3,5"))))
  }

  @Test("lists, steps, tables, gaps, chains, points and places are read")
  func parts() throws {
    #expect(
      try kind("- Liaoning | 辽宁\n- Jilin\n\nNeed: 1")
        == .list([Accepted("Liaoning", aliases: ["辽宁"]), Accepted("Jilin")], need: 1))
    #expect(try kind("1. a\n2. b") == .ordering([Accepted("a"), Accepted("b")]))
    #expect(
      try kind("| P | C |\n|---|---|\n| a | 1 |\n| b | 2 |\n| | 3 |")
        == .matching(
          Matching(
            leftCaption: RichText("P"), rightCaption: RichText("C"),
            pairs: [
              .init(left: RichText("a"), right: RichText("1")),
              .init(left: RichText("b"), right: RichText("2")),
            ], distractors: [RichText("3")])))
    #expect(
      try kind("Built by {{Japan | Nippon}} in {{1930}}.\n\nOrder: any")
        == .cloze(gaps: [Accepted("Japan", aliases: ["Nippon"]), Accepted("1930")], anyOrder: true))
    #expect(
      try kind("Chain: plan → market -> fewer firms | less => decline")
        == .chain([
          Accepted("plan"), Accepted("market"), Accepted("fewer firms", aliases: ["less"]),
          Accepted("decline"),
        ]))
    #expect(
      try kind(
        "Points:\n- borders Russia | near Russia\n- (2) defen* | security + border*\n  Not: no value"
      )
        == .open(
          Rubric(points: [
            RubricPoint(any: [Requirement(groups: [["borders Russia", "near Russia"]])]),
            RubricPoint(
              weight: 2, any: [Requirement(groups: [["defen*", "security"], ["border*"]])],
              not: [Requirement(groups: [["no value"]])]),
          ])))
    #expect(try kind("Map: pick liaoning") == .map(.pick(FeatureID("liaoning"))))
    #expect(try kind("Map: each province") == .map(.each(kind: "province")))
  }
}
