extension ExplanationPage {
  /// Pages on what proves a key.
  static let evidencePages: [ExplanationPage] = [
    ExplanationPage(
      .keyNotInPassage, "the reading does not say the answer",
      """
      A learner who missed an item is shown the passage that 'See:' names, or the section in which the item
      stands. No way to write the answer is found there: no word of the same stem, no other spelling, no
      number of that size. Questions that ask what is not so, or what would be, are passed over, and a
      line or two of which no question has a word: they say how a test is taken.
      """,
      .pack(
        "# Cities\n\n## Rivers\n\nHarbin lies on the Songhua.\n\n### Which river does Jilin lie on?\n\nAnswer: Yalu\n"
      ),
      .pack(
        "# Cities\n\n## Rivers\n\nHarbin lies on the Songhua.\n\n### Which river does Harbin lie on?\n\nAnswer: Songhua\n"
      )),
    ExplanationPage(
      .keyNotInSource, "the cited source does not say the answer",
      """
      The paragraphs that 'Source:' names hold no word of the answer, however it may be written. The source
      is known where the pack includes it ('file ID: …') or where it is given: 'recite check --source
      ID=FILE PACK'. An answer in another language than the source needs the source's word as an
      alternative.
      """,
      .files([
        [
          "pack.md",
          "---\nsource map: A map\nfile map: sources/map.txt\n---\n\n# Cities\n\n### Which river does Harbin lie on?\n\nAnswer: Songhua\n\nSource: map ¶2\n",
        ],
        [
          "sources/map.txt",
          "Rivers of the north\n\nThe city of Changchun lies on no great river.\n\nHarbin lies on the Songhua.\n",
        ],
      ]),
      .files([
        [
          "pack.md",
          "---\nsource map: A map\nfile map: sources/map.txt\n---\n\n# Cities\n\n### Which river does Harbin lie on?\n\nAnswer: Songhua\n\nSource: map ¶3\n",
        ],
        [
          "sources/map.txt",
          "Rivers of the north\n\nThe city of Changchun lies on no great river.\n\nHarbin lies on the Songhua.\n",
        ],
      ])),
    ExplanationPage(
      .sourceUncited, "a source is cited by no item",
      "The header names a document that nothing is drawn from. It may be left over, or a slip of the id.",
      .pack(
        "---\nsource one: One\nsource two: Two\n---\n\n# Cities\n\n### Which city?\n\nAnswer: Harbin\n\nSource: one\n"
      ),
      .pack(
        "---\nsource one: One\n---\n\n# Cities\n\n### Which city?\n\nAnswer: Harbin\n\nSource: one\n"
      )
    ),
  ]

  /// Pages on items against each other.
  static let pairPages: [ExplanationPage] = [
    ExplanationPage(
      .duplicateItem, "an item stands in the pack twice",
      "Stem, options and key are the same, so learners are asked one thing twice and scheduled twice.",
      wrong:
        "### Which city lies furthest north?\n\nAnswer: Harbin\n\n### Which city lies furthest north? {#north-2}\n\nAnswer: Harbin",
      right: "### Which city lies furthest north?\n\nAnswer: Harbin"),
    ExplanationPage(
      .nearDuplicate, "two items ask nearly the same",
      """
      They have one key, and nearly the same words. If both are wanted, 'Apart: ID' keeps them out of one
      session.
      """,
      wrong:
        "### Which large city of the region lies furthest north?\n\nAnswer: Harbin\n\n### Which city of the large region lies furthest in the north?\n\nAnswer: Harbin",
      right: "### Which large city of the region lies furthest north?\n\nAnswer: Harbin"),
    ExplanationPage(
      .twoKeys, "one question has two answers in the pack",
      """
      Two items ask in the same words and want different answers. A learner who knows both is marked wrong
      by chance. Say in each stem what sets it apart, or make one list of them.
      """,
      wrong:
        "### Which city lies on the coast? {#one}\n\nAnswer: Dalian\n\n### Which city lies on the coast? {#two}\n\nAnswer: Yingkou",
      right: "### Which two cities lie on the coast?\n\n- Dalian\n- Yingkou"),
    ExplanationPage(
      .contradictoryOrder, "requirements contradict the order of the lessons",
      """
      'requires' in a lesson's header says what is taught first, 'Requires:' in an item what must have been
      answered first. Here the two contradict each other, or lessons require each other in a circle.
      """,
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "# Rivers\n\n### Which? {#r}\n\nAnswer: Songhua\n\nRequires: c\n"],
        ["02.md", "---\nrequires: Rivers\n---\n\n# Cities\n\n### Where? {#c}\n\nAnswer: Harbin\n"],
      ]),
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "# Rivers\n\n### Which? {#r}\n\nAnswer: Songhua\n"],
        [
          "02.md",
          "---\nrequires: Rivers\n---\n\n# Cities\n\n### Where? {#c}\n\nAnswer: Harbin\n\nRequires: r\n",
        ],
      ])),
  ]
}
