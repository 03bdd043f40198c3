extension ExplanationPage {
  /// Pages on the header of a file.
  static let headerPages: [ExplanationPage] = [
    ExplanationPage(
      .headerNotFirst, "the header does not begin on line 1",
      "A Markdown viewer knows a header only at the very start of a file.",
      .pack("\n---\ntitle: Cities\n---\n\(lesson)"), .pack("---\ntitle: Cities\n---\n\(lesson)")),
    ExplanationPage(
      .unclosedHeader, "the header has no end",
      "A header stands between two lines '---'. Without the second its end is guessed.",
      .pack("---\ntitle: Cities\n\(lesson)"), .pack("---\ntitle: Cities\n---\n\(lesson)")),
    ExplanationPage(
      .unknownKey, "there is no such key",
      """
      A pack's header holds \(HeaderReader.packKeys.joined(separator: ", ")).
      A lesson file's header holds \(HeaderReader.lessonKeys.joined(separator: ", ")).
      A key that does nothing would make its author believe that it does.
      """, .pack("---\ntitel: Cities\n---\n\(lesson)"), .pack("---\ntitle: Cities\n---\n\(lesson)")),
    ExplanationPage(
      .badKeyValue, "a key has an impossible value",
      """
      'pass' is a share such as '70%', 'language' a tag such as 'en' or 'zh-Hans', 'topics' words with
      commas between, 'reading-level' a span such as '6..12', 'paragraphs ID' a whole number, and a
      synonym has two sides, 'SOE = state-owned enterprise'.
      """, .pack("---\npass: most of it\n---\n\(lesson)"), .pack("---\npass: 70%\n---\n\(lesson)")),
    ExplanationPage(
      .repeatedKey, "a key is given twice",
      "Only 'source ID', 'file ID', 'paragraphs ID', 'credit', 'synonym', 'allow' and 'requires' may repeat.",
      .pack("---\ntitle: Cities\ntitle: Towns\n---\n\(lesson)"),
      .pack("---\ntitle: Cities\n---\n\(lesson)")),
    ExplanationPage(
      .badPackID, "the id of the pack is not well formed",
      """
      The id stands in file names, commands and progress files, so it is made of lower-case letters a-z,
      digits and hyphens. Without one the folder's name is used.
      """, .pack("---\npack: Cities of China\n---\n\(lesson)"),
      .pack("---\npack: cities-of-china\n---\n\(lesson)")),
    ExplanationPage(
      .unknownAllowedCode, "'allow' names no warning",
      "'allow' silences warnings by code. Errors cannot be allowed: what they speak of cannot be asked.",
      .pack("---\nallow: P010\n---\n\(lesson)"), .pack("---\nallow: P031\n---\n\(lesson)")),
    ExplanationPage(
      .keyInWrongFile, "a key belongs in 'pack.md'",
      "The header of the pack stands in 'pack.md'; a lesson file's holds 'title', 'topic' and 'requires'.",
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "---\nlicense: CC BY 4.0\n---\n\(lesson)"],
      ]),
      .files([
        ["pack.md", "---\ntitle: Cities\nlicense: CC BY 4.0\n---\n"], ["01.md", lesson],
      ])),
    ExplanationPage(
      .headerLineWithoutColon, "a line of the header is no key and value",
      "A header holds lines 'key: value', and comments that begin with '#'. Lists are written on one line.",
      .pack("---\ntitle: Cities\nby the geography class\n---\n\(lesson)"),
      .pack("---\ntitle: Cities\nauthor: the geography class\n---\n\(lesson)")),
    ExplanationPage(
      .unknownTopic, "the topic is none of the pack's",
      "The pack's 'topics' name all topics; a file's 'topic' is one of them.",
      .files([
        ["pack.md", "---\ntopics: location, cause\n---\n"],
        ["01.md", "---\ntopic: locaton\n---\n\(lesson)"],
      ]),
      .files([
        ["pack.md", "---\ntopics: location, cause\n---\n"],
        ["01.md", "---\ntopic: location\n---\n\(lesson)"],
      ])),
  ]

  private static let lesson = "\n# Cities\n\n### Which city is coldest?\n\nAnswer: Harbin\n"
}
