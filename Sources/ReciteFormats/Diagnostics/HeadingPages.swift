extension ExplanationPage {
  /// Pages on headings and ids.
  static let headingPages: [ExplanationPage] = [
    ExplanationPage(
      .duplicateID, "two items have one id",
      """
      A learner's history hangs on the id of an item, so no two of a pack may share one. Without a written
      id it is made of the heading; two equal headings need ids of their own. 'recite format --ids'
      writes ids into all headings, so that mending a stem never loses a history.
      """, wrong: "### Which city?\n\nAnswer: Harbin\n\n### Which city?\n\nAnswer: Dalian",
      right:
        "### Which city? {#north}\n\nAnswer: Harbin\n\n### Which city? {#coast}\n\nAnswer: Dalian"),
    ExplanationPage(
      .noID, "no id can be made of a heading",
      "An id is made of the heading's letters and digits, gaps left out; here none are left.",
      wrong: "### {{Harbin}}!\n\nHint: H", right: "### {{Harbin}}! {#harbin}\n\nHint: H"),
    ExplanationPage(
      .badAttributes, "the braces of a heading hold something else",
      """
      '{#id .topic .tag}' at the end of a heading holds one '#id' and any number of '.words', with spaces
      between. Ids and classes are made of letters, digits and hyphens, of any script.
      """, wrong: "### Which city? {#capital of_jilin}\n\nAnswer: Changchun",
      right: "### Which city? {#capital-of-jilin .location}\n\nAnswer: Changchun"),
    ExplanationPage(
      .headingWithoutSpace, "a space is missing after '###'",
      "Markdown reads '###Which' as text. It is taken as the heading that it is meant to be.",
      wrong: "###Which city is the capital of Jilin?\n\nAnswer: Changchun",
      right: "### Which city is the capital of Jilin?\n\nAnswer: Changchun"),
    ExplanationPage(
      .deepHeading, "a heading stands inside an item",
      "'####' and deeper may divide a reading. In an item there is no room for it: emphasis is '**bold**'.",
      wrong: "### Which city is it?\n\n#### Clue\n\nIt lies on the Songhua.\n\nAnswer: Harbin",
      right: "### Which city is it?\n\n**Clue.** It lies on the Songhua.\n\nAnswer: Harbin"),
    ExplanationPage(
      .itemBeforeLesson, "a question stands before the first lesson",
      "Items belong to a lesson, which '# Title' opens. A file may hold several.",
      .pack("### Which city is the capital of Jilin?\n\nAnswer: Changchun\n"),
      .pack("# Cities\n\n### Which city is the capital of Jilin?\n\nAnswer: Changchun\n")),
    ExplanationPage(
      .underlinedHeading, "a line of '=' under a text",
      "Some dialects of Markdown underline headings. Here '# ' opens a lesson and '## ' a section.",
      .pack("# Cities\n\nThe north\n=========\n\n### Which?\n\nAnswer: Harbin\n"),
      .pack("# Cities\n\n## The north\n\n### Which?\n\nAnswer: Harbin\n")),
    ExplanationPage(
      .attributesNotOnItem, "braces on a heading that is no item",
      "Only items have ids and topics. The topic of a whole file is 'topic' in its header.",
      .pack("# Cities {#cities}\n\n### Which?\n\nAnswer: Harbin\n"),
      .pack("# Cities\n\n### Which?\n\nAnswer: Harbin\n")),
    ExplanationPage(
      .emptyHeading, "a heading is empty",
      "The heading of an item is its question, that of a lesson or section its title.",
      .pack("# Cities\n\n##\n\nHarbin lies in the north.\n\n### Which?\n\nAnswer: Harbin\n"),
      .pack(
        "# Cities\n\n## The north\n\nHarbin lies in the north.\n\n### Which?\n\nAnswer: Harbin\n")),
    ExplanationPage(
      .sameLessonTitle, "two lessons have one title",
      "A lesson is named by its title: in lists, in 'requires', and to the learner.",
      .pack(
        "# Cities\n\n### Which?\n\nAnswer: Harbin\n\n# Cities\n\n### Which other?\n\nAnswer: Dalian\n"
      ),
      .pack(
        "# Cities inland\n\n### Which?\n\nAnswer: Harbin\n\n# Cities by the sea\n\n### Which other?\n\nAnswer: Dalian\n"
      )),
    ExplanationPage(
      .textBeforeLesson, "text stands before the lesson's heading",
      "In 'pack.md' it is the pack's introduction. In a lesson file it most often belongs under the '#'.",
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "Harbin is cold.\n\n# The north\n\n### Which?\n\nAnswer: Harbin\n"],
      ]),
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "# The north\n\nHarbin is cold.\n\n### Which?\n\nAnswer: Harbin\n"],
      ])),
  ]
}
