extension ExplanationPage {
  /// Pages on the parts of an answer: bullets, steps, rows, gaps, links, points.
  static let partPages: [ExplanationPage] = [
    ExplanationPage(
      .singlePart, "an answer of several parts has only one",
      """
      A choice needs two options, a list two bullets, an ordering two steps, a table two pairs. A single
      answer is written as 'Answer: …'.
      """, wrong: "### Which city is the capital of Jilin?\n\n- Changchun",
      right: "### Which city is the capital of Jilin?\n\nAnswer: Changchun"),
    ExplanationPage(
      .emptyPart, "something is empty",
      """
      An option, bullet, gap, field or alternative has no text. An alternative is empty where a bar has
      nothing beside it; a bar that belongs to the text is written '\\|'.
      """, wrong: "### Which city is the capital of Jilin?\n\nAnswer: Changchun | | 长春",
      right: "### Which city is the capital of Jilin?\n\nAnswer: Changchun | 长春"),
    ExplanationPage(
      .stepNumbers, "the steps do not count up",
      """
      Steps stand in their right order and are numbered 1, 2, 3 and so on, or all of them 1. Where the
      numbers do not count up it is not clear which order is the right one. An answer in any order has
      bullets.
      """,
      wrong: "### What came first?\n\n1. the planned economy\n3. the reforms\n2. the decline",
      right: "### What came first?\n\n1. the planned economy\n2. the reforms\n3. the decline"),
    ExplanationPage(
      .nestedBullets, "bullets stand under a bullet of the answer",
      """
      An answer is one level of bullets, each asked for by itself. What belongs to a bullet goes into its
      line; what explains it goes into 'Why:'.
      """, wrong: "### Name two provinces.\n\n- Jilin\n  - Changchun\n- Liaoning",
      right:
        "### Name two provinces.\n\n- Jilin\n- Liaoning\n\nWhy: The capital of Jilin is Changchun."),
    ExplanationPage(
      .unclosedGap, "a gap has no end",
      "A gap begins with '{{' and ends with '}}' in the same paragraph.",
      wrong: "### Complete the sentence.\n\nThe capital of Jilin is {{Changchun.\n\nHint: C",
      right: "### Complete the sentence.\n\nThe capital of Jilin is {{Changchun}}.\n\nHint: C"),
    ExplanationPage(
      .noTableRule, "a table has no line of dashes",
      """
      A Markdown table has its captions in the first row and a line of dashes in the second. Without
      it a viewer shows no table, and the captions would be taken for a pair.
      """,
      wrong: "### Match the capitals.\n\n| Jilin | Changchun |\n| Liaoning | Shenyang |",
      right:
        "### Match the capitals.\n\n| Province | Capital |\n|---|---|\n| Jilin | Changchun |\n| Liaoning | Shenyang |"
    ),
    ExplanationPage(
      .tableColumns, "a table to match has not two columns",
      """
      Matching joins a left column with a right one. A bar that belongs to a cell's text is written
      '\\|'. A row whose first cell is empty is a distractor.
      """,
      wrong:
        "### Match.\n\n| P | C | R |\n|---|---|---|\n| Jilin | Changchun | Songhua |\n| Liaoning | Shenyang | Liao |",
      right: "### Match.\n\n| P | C |\n|---|---|\n| Jilin | Changchun |\n| Liaoning | Shenyang |"),
    ExplanationPage(
      .sameCell, "a cell stands twice in a column",
      """
      Two equal cells of one column cannot be told apart by their letters, so more than one answer would
      be right.
      """,
      wrong:
        "### Match.\n\n| City | Province |\n|---|---|\n| Dalian | Liaoning |\n| Anshan | Liaoning |",
      right:
        "### Match.\n\n| City | Province |\n|---|---|\n| Dalian | Liaoning |\n| Harbin | Heilongjiang |"
    ),
    ExplanationPage(
      .brokenChain, "a chain has a link too few or twice",
      """
      A chain is causes and effects with an arrow between each two: '→' or '->'. It is asked what follows,
      what led to it, which link is missing, and in which order they came; for that every link must have
      a text of its own.
      """, wrong: "### Why did the region decline?\n\nChain: reform → → decline",
      right: "### Why did the region decline?\n\nChain: reform → fewer state firms → decline"),
    ExplanationPage(
      .badWeight, "a point has an impossible weight",
      "The number in parentheses before a point says how much it counts, from 1 to 9.",
      wrong: "### Why does it matter?\n\nPoints:\n- (10) borders Russia\n- ports",
      right: "### Why does it matter?\n\nPoints:\n- (2) borders Russia\n- ports"),
    ExplanationPage(
      .badNeed, "'Need:' does not fit the parts",
      """
      'Need: 2' asks for any two parts of a list, or for two points; so it lies between 1 and the number
      of parts. Weights share the credit among all points and do not go together with it.
      """, wrong: "### Name two provinces.\n\n- Jilin\n- Liaoning\n- Heilongjiang\n\nNeed: 4",
      right: "### Name two provinces.\n\n- Jilin\n- Liaoning\n- Heilongjiang\n\nNeed: 2"),
    ExplanationPage(
      .fieldInsidePart, "a field stands inside the answer",
      """
      A field such as 'Hint:' begins a line of its own. Behind a bullet or in a row of a table it would
      become a part of the answer that learners are asked for.
      """, wrong: "### Name two provinces.\n\n- Jilin\n- Liaoning\n- Hint: One begins with J.",
      right: "### Name two provinces.\n\n- Jilin\n- Liaoning\n\nHint: One begins with J."),
  ]
}
