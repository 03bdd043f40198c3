extension ExplanationPage {
  /// Pages on what stands after `Answer:` and the like.
  static let valuePages: [ExplanationPage] = [
    ExplanationPage(
      .badNumber, "a number cannot be read",
      """
      The answer looks like a number, or 'Kind: number' says that it is one, and part of it cannot be
      read: the tolerance is no number, or it is in another unit than the number itself.
      """, wrong: "### How long is the border?\n\nAnswer: 1400 km ± a few",
      right: "### How long is the border?\n\nAnswer: 1400 km ± 50"),
    ExplanationPage(
      .emptyRange, "a range ends below its beginning",
      "'A..B' takes every number from A to B, both included, so A is the smaller one.",
      wrong: "### How many people live there?\n\nAnswer: 120..100 million",
      right: "### How many people live there?\n\nAnswer: 100..120 million"),
    ExplanationPage(
      .ambiguousComma, "a comma could be a decimal mark",
      """
      In the pack's language a comma is the decimal mark, so '1,234' is a little more than one. If a
      thousand is meant, write it with a point or without any mark; if the pack writes numbers as English
      does, say 'language: en' in its header.
      """,
      .pack("---\nlanguage: de\n---\n\n# Grenzen\n\n### Wie lang ist sie?\n\nAnswer: 1,234 km\n"),
      .pack("---\nlanguage: de\n---\n\n# Grenzen\n\n### Wie lang ist sie?\n\nAnswer: 1.234 km\n")),
    ExplanationPage(
      .badMapAnswer, "'Map:' does not name a place",
      """
      'Map: ID' marks a place and asks its name, 'Map: pick ID' letters the places and asks for the letter,
      'Map: each KIND' makes an item of every place of that kind. An id is the 'id' of a feature in the
      map's file.
      """, wrong: "### Which province is marked?\n\nMap: the province of Liaoning",
      right: "### Which province is marked?\n\nMap: liaoning"),
    ExplanationPage(
      .repeatedAlternative, "an alternative is given twice",
      "One of the two does nothing. Often the second was meant to be another spelling.",
      wrong: "### Which city is it?\n\nAnswer: Harbin | 哈尔滨 | Harbin",
      right: "### Which city is it?\n\nAnswer: Harbin | 哈尔滨"),
    ExplanationPage(
      .unclosedQuotation, "a quotation mark has no other",
      """
      Quotation marks round a whole answer say that it is text, and are left out. With only one of them
      the mark becomes part of the answer.
      """, wrong: "### Which novel is it?\n\nAnswer: \"1984",
      right: "### Which novel is it?\n\nAnswer: \"1984\""),
    ExplanationPage(
      .truthNeedsNoAlternatives, "a true-or-false item has alternatives",
      """
      'true' and 'false' decide the kind of the item; 't', 'f', 'yes' and 'no' are understood without
      being listed. If the word itself is the answer, 'Kind: text' says so.
      """, wrong: "### Jilin has a coast.\n\nAnswer: false | no",
      right: "### Jilin has a coast.\n\nAnswer: false"),
  ]
}
