extension ExplanationPage {
  /// Pages on answers as a whole, and on options.
  static let choicePages: [ExplanationPage] = [
    ExplanationPage(
      .noAnswer, "an item has no answer",
      """
      '###' opens an item, and an item needs an answer that can be marked: boxes, a list, steps, a table,
      a gap in the stem, or a line 'Answer:', 'Map:', 'Chain:' or 'Points:'. A heading of the reading
      has two marks, '##'.
      """, wrong: "### Which city is the capital of Jilin?\n\nHint: It begins with C.",
      right:
        "### Which city is the capital of Jilin?\n\nAnswer: Changchun\n\nHint: It begins with C."),
    ExplanationPage(
      .twoAnswers, "an item has two answers",
      """
      Boxes, an 'Answer:', 'Map:', 'Chain:' or 'Points:' line, and gaps are each an answer, and an item
      has one. The first one counts, so that the rest can be read.
      """,
      wrong: "### Which city lies on the coast?\n\n- [x] Dalian\n- [ ] Harbin\n\nAnswer: Dalian",
      right: "### Which city lies on the coast?\n\n- [x] Dalian\n- [ ] Harbin"),
    ExplanationPage(
      .sameOption, "two options are the same",
      """
      A learner who picks one of two equal options cannot know which of them is meant, and the letters
      are shuffled. The same holds for two equal bullets or steps.
      """, wrong: "### Which river is it?\n\n- [x] Songhua\n- [ ] Yalu\n- [ ] Songhua",
      right: "### Which river is it?\n\n- [x] Songhua\n- [ ] Yalu\n- [ ] Liao"),
    ExplanationPage(
      .noKey, "no option is marked as right",
      "One box at least must be ticked: '[x]'. Several ticked boxes make a selection.",
      wrong: "### Which is a province?\n\n- [ ] Jilin\n- [ ] Dalian",
      right: "### Which is a province?\n\n- [x] Jilin\n- [ ] Dalian"),
    ExplanationPage(
      .almostABox, "something is almost a box",
      """
      A box is '- [ ]', with one space between the brackets, and a ticked one '- [x]'. Editors and word
      processors write others: '[]', '[✓]', '☐', '(x)'. They are read as what they look like, and
      reported, since a Markdown viewer would show them as text. A line without a box among options is
      reported too.
      """, wrong: "### Which is a province?\n\n- [✓] Jilin\n- [] Dalian",
      right: "### Which is a province?\n\n- [x] Jilin\n- [ ] Dalian"),
    ExplanationPage(
      .kindMismatch, "the kind does not fit the answer",
      """
      'Kind:' says how an answer is to be taken where its look could mean two things: 'Kind: text' for a
      number that is a name, 'Kind: selection' where just one box is right, 'Kind: list' for numbered
      lines in any order. It cannot turn one answer into another.
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nKind: choice",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nKind: text"),
    ExplanationPage(
      .letteredOptions, "options have letters of their own",
      """
      Options are shuffled and get their letters when they are shown, so a letter in the file means
      nothing. Boxes say which option is right, and what a learner who picks another is told.
      """, wrong: "### Which is a province?\n\nA) Jilin\nB) Dalian\n\nAnswer: A",
      right: "### Which is a province?\n\n- [x] Jilin\n- [ ] Dalian"),
    ExplanationPage(
      .answerAmongBullets, "the answer is one of the bullets",
      """
      Bullets above an 'Answer:' belong to the question. Where the answer is one of them, a choice was
      meant, and a learner would have to type what is on the screen.
      """, wrong: "### Which is a province?\n\n- Jilin\n- Dalian\n\nAnswer: Jilin",
      right: "### Which is a province?\n\n- [x] Jilin\n- [ ] Dalian"),
    ExplanationPage(
      .markedBullet, "one bullet is marked, as if it were right",
      """
      Plain bullets are a list: all of them are asked for. One that is bold, ticked or says '(correct)'
      looks like the right one of several options, which is written with boxes.
      """, wrong: "### Which is a province?\n\n- **Jilin**\n- Dalian\n- Harbin",
      right: "### Which is a province?\n\n- [x] Jilin\n- [ ] Dalian\n- [ ] Harbin"),
    ExplanationPage(
      .everyOptionRight, "every option is right",
      "A selection in which nothing is wrong can be guessed; it rather wants to be a list.",
      wrong: "### Which are provinces?\n\n- [x] Jilin\n- [x] Liaoning",
      right: "### Which are provinces?\n\n- [x] Jilin\n- [x] Liaoning\n- [ ] Dalian"),
    ExplanationPage(
      .answerInReading, "an answer stands in the reading",
      """
      What stands under '#' or '##' is reading. Boxes, an 'Answer:' line or a gap there belong to a
      question whose heading lacks its third mark.
      """, .pack("# Cities\n\n## Which city is the capital of Jilin?\n\nAnswer: Changchun\n"),
      .pack("# Cities\n\n### Which city is the capital of Jilin?\n\nAnswer: Changchun\n")),
  ]
}
