extension ExplanationPage {
  /// Pages on answers that a reviewer would mark.
  static let answerFlawPages: [ExplanationPage] = [
    ExplanationPage(
      .optionAccepted, "a wrong option says the same as the right one",
      """
      Two options that differ only in capitals, accents, an article or the way a number is written are
      one answer in two rows. A learner can only guess which of them is meant.
      """,
      wrong: "### How much of it is left?\n\n- [x] 7 %\n- [ ] 7 percent\n- [ ] 70 %",
      right: "### How much of it is left?\n\n- [x] 7 %\n- [ ] 17 %\n- [ ] 70 %"),
    ExplanationPage(
      .partsAlike, "two parts of a list can be written alike",
      """
      Each part of a list is marked by itself. Where one way to write it counts for two of them, a
      learner who names one thing may be given the other.
      """,
      wrong: "### Which two were mined there?\n\n- iron | metal\n- copper | metal",
      right: "### Which two were mined there?\n\n- iron\n- copper"),
    ExplanationPage(
      .keyNotFull, "the whole key is not marked as fully right",
      """
      The key is graded as if a learner had typed all of it: the parts of a list one after the other, the
      first wording of every point, a number with its unit. Where that gets less than the full credit,
      nobody can get it. Often one point's 'Not:' or 'Must not contain' names a word of another point.
      """,
      wrong:
        "### Why does the port count?\n\nPoints:\n- trade with Japan\n- free of ice\n  Not: trade",
      right:
        "### Why does the port count?\n\nPoints:\n- trade with Japan\n- free of ice\n  Not: frozen"
    ),
    ExplanationPage(
      .groupsShare, "a phrase stands in two groups of one point",
      """
      In a point '|' binds before ' + ': 'goods + New York | trade + New York' asks for goods, for New York
      or trade, and for New York. So the phrase that was meant to be said with each of the others meets
      two groups alone. Write all that may stand for the one thing before the ' + ', and the other after.
      """,
      wrong:
        "### Why did New York grow?\n\nPoints:\n- goods + New York | trade + New York\n- cheap freight",
      right:
        "### Why did New York grow?\n\nPoints:\n- goods | trade + New York\n- cheap freight"),
    ExplanationPage(
      .slashInAnswer, "a slash stands between answers",
      """
      Bars part several ways to write one answer. A slash is a character like any other, so that who types
      one of the answers alone is marked wrong.
      """, wrong: "### Which port is free of ice?\n\nAnswer: Dalian / Dairen",
      right: "### Which port is free of ice?\n\nAnswer: Dalian | Dairen"),
    ExplanationPage(
      .optionOnOthers, "an option speaks of other options",
      """
      Options are shuffled, so nothing is "above", and letters change. Beside that, who knows two of four
      options to be right knows that "all of the above" is. Several ticked boxes ask the same, fairly.
      """,
      wrong: "### Which is a port?\n\n- [ ] Dalian\n- [ ] Yingkou\n- [x] All of the above",
      right: "### Which are ports?\n\n- [x] Dalian\n- [x] Yingkou\n- [ ] Harbin"),
    ExplanationPage(
      .optionIsLetter, "an option is a letter",
      """
      A learner answers a choice with the letter that stands before an option, and options are shuffled.
      Where the options are letters themselves, 'b' may mean the second or the one that says B.
      """,
      wrong: "### Which blood group can be given to all?\n\n- [ ] A\n- [ ] B\n- [x] O",
      right:
        "### Which blood group can be given to all?\n\n- [ ] group A\n- [ ] group B\n- [x] group O"),
  ]

  /// Pages on what gives a key away.
  static let giveawayPages: [ExplanationPage] = [
    ExplanationPage(
      .stemHoldsKey, "the question says its own answer",
      """
      Who copies a word of the question would be marked right. Spelling, capitals and the plural do not
      count. A word in quotation marks is spoken of, and several words with "or" are offered; both are
      passed over, and so is the name that one question of many alike asks about, as in a drill of
      capitals that has Luxembourg in it. The question of an open answer is graded as if somebody had
      written it: it must not make more than half of the points.
      """,
      wrong: "### Which river does the city of Harbin on the Songhua lie on?\n\nAnswer: Songhua",
      right: "### Which river does the city of Harbin lie on?\n\nAnswer: Songhua"),
    ExplanationPage(
      .hintHoldsKey, "a hint says the answer",
      """
      A hint costs a quarter of the credit, and should lead to the answer, not be it. Who wants to see the
      answer can give up.
      """,
      wrong: "### Which city is it?\n\nAnswer: Harbin\n\nHint: Harbin has a festival of ice.",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nHint: It has a festival of ice."),
    ExplanationPage(
      .neighbourHoldsKey, "another question gives the answer away",
      """
      The other question holds the answer together with what this one asks, so who has read it need not
      know. 'Apart: ID' keeps two items out of one session, 'Requires: ID' puts one after the other.
      """,
      wrong:
        "### What is the capital of Jilin? {#capital}\n\nAnswer: Changchun\n\n### How many people live in Changchun, the capital of Jilin? {#people}\n\nAnswer: 4..9 million people",
      right:
        "### What is the capital of Jilin? {#capital}\n\nAnswer: Changchun\n\nApart: people\n\n### How many people live in Changchun, the capital of Jilin? {#people}\n\nAnswer: 4..9 million people"
    ),
    ExplanationPage(
      .keyFarLonger, "the right option is far longer than the others",
      """
      Authors take care that the key is right without doubt, and it grows. Learners know this. It is told
      where the key is more than twice as long as each of the others.
      """,
      wrong:
        "### Why did plants close?\n\n- [ ] Lack of steel\n- [x] They were built for a plan that the market no longer asked for\n- [ ] War",
      right:
        "### Why did plants close?\n\n- [ ] Steel ran out\n- [x] Orders of the plan ended\n- [ ] War came back"
    ),
    ExplanationPage(
      .longestIsKey, "the longest option is nearly always right",
      """
      Over the whole pack the key is the longest option so often that chance would not bring it about in
      one pack of two hundred. Who sees this need know nothing.
      """,
      .pack(
        "# Cities\n\n"
          + [
            ("first", "ax"), ("second", "be"), ("third", "do"), ("fourth", "go"), ("fifth", "of"),
            ("sixth", "up"),
          ].enumerated().map { place, row in
            let options = ["- [ ] \(row.1)", "- [ ] \(row.1)n", "- [ ] \(row.1)s"]
            var shown = options
            shown.insert("- [x] the \(row.0)", at: place % 4)
            return "### What is the \(place + 21) here? {#q\(place)}\n\n"
              + shown.joined(separator: "\n") + "\n"
          }.joined(separator: "\n")),
      .situation("Some keys are short, and some distractors as long as the key.")),
    ExplanationPage(
      .sameKeyPlace, "the right option nearly always has one place",
      """
      On the screen options are shuffled. On a worksheet, and in programs that a pack is exported to, they
      keep the order of the file, and a learner soon sees that the first is right.
      """,
      .pack(
        "# Cities\n\n"
          + (0..<6).map { place in
            "### Which is city \(place + 31)? {#q\(place)}\n\n- [x] right\(place)\n- [ ] wrong\(place)\n- [ ] falsey\(place)\n"
          }.joined(separator: "\n")),
      .situation("Half of the keys stand first, second and third in turn.")),
    ExplanationPage(
      .sameTruth, "nearly all statements are true, or false",
      """
      A learner who always types the same letter gets most of them right. It is told where chance would not
      bring about so many in one pack of two hundred.
      """,
      .pack(
        "# Cities\n\n"
          + (0..<9).map { place in
            "### City number \(place + 41) lies on a river. {#q\(place)}\n\nAnswer: true\n"
          }.joined(separator: "\n")),
      .situation("About half of the statements are false.")),
    ExplanationPage(
      .grammarShowsKey, "the grammar of the question fits the key alone",
      """
      "An" before a blank rules out every option that begins with a consonant, and "are" every singular.
      """,
      wrong: "### Coal is an ____\n\n- [ ] plant\n- [x] ore\n- [ ] metal",
      right: "### Coal is ____\n\n- [ ] a plant\n- [x] an ore\n- [ ] a metal"),
    ExplanationPage(
      .absoluteDistractors, "every wrong option is absolute",
      """
      "Always", "never", "all" and "only" are seldom true, and learners know it. Where each wrong option
      has such a word and the key has none, the key is the one that is left.
      """,
      wrong:
        "### What is so of the plants?\n\n- [ ] All of them closed\n- [x] Many of them lost orders\n- [ ] They never made steel",
      right:
        "### What is so of the plants?\n\n- [ ] Most of them closed\n- [x] Many of them lost orders\n- [ ] They made no steel"
    ),
    ExplanationPage(
      .punctuationShowsKey, "punctuation sets the key apart",
      "The key was written at another time than the other options, and its full stop tells.",
      wrong:
        "### What happened there?\n\n- [ ] The mines closed early\n- [x] The orders went elsewhere.\n- [ ] The rivers dried up",
      right:
        "### What happened there?\n\n- [ ] The mines closed early\n- [x] The orders went elsewhere\n- [ ] The rivers dried up"
    ),
  ]

  /// Pages on how items read, and how a pack is balanced.
  static let wordingPages: [ExplanationPage] = [
    ExplanationPage(
      .hiddenNegation, "a question is turned round by a small word",
      """
      Who reads over "not" answers another question. Where it must be, make it stand out: bold, or in
      capitals. Better, ask for what is true.
      """,
      wrong: "### Which of these is not a port?\n\n- [ ] Dalian\n- [x] Harbin\n- [ ] Yingkou",
      right: "### Which of these is **not** a port?\n\n- [ ] Dalian\n- [x] Harbin\n- [ ] Yingkou"),
    ExplanationPage(
      .longOption, "an option is very long",
      "Four options of more than forty words each test reading. What they share belongs to the stem.",
      wrong:
        "### What happened?\n\n- [x] \(Array(repeating: "word", count: 45).joined(separator: " "))\n- [ ] \(Array(repeating: "other", count: 39).joined(separator: " "))",
      right: "### What happened?\n\n- [x] The plants closed\n- [ ] The plants grew"),
    ExplanationPage(
      .unexplained, "some items are not explained",
      """
      Most items of this pack say after the answer why it is right. Some do not, and a learner who missed
      them learns only that it was wrong. Feedback on options counts as an explanation.
      """,
      wrong:
        "### Which city?\n\nAnswer: Harbin\n\nWhy: It lies furthest north.\n\n### Which river?\n\nAnswer: Songhua\n\nWhy: It runs north.\n\n### Which sea?\n\nAnswer: Bohai",
      right:
        "### Which city?\n\nAnswer: Harbin\n\nWhy: It lies furthest north.\n\n### Which sea?\n\nAnswer: Bohai\n\nWhy: It lies nearest."
    ),
    ExplanationPage(
      .emptyTopic, "a topic has no items",
      "The header names a topic that no item has as its first class, nor a lesson as its 'topic'.",
      .pack(
        "---\ntopics: location, cause\n---\n\n# Cities\n\n### Which city? {.location}\n\nAnswer: Harbin\n"
      ),
      .pack(
        "---\ntopics: location\n---\n\n# Cities\n\n### Which city? {.location}\n\nAnswer: Harbin\n")
    ),
    ExplanationPage(
      .thinTopic, "a topic has a single item",
      """
      Scores, drills and what is weak are shown by topic. Of one item they say nothing, and the topic may
      be a slip of the pen.
      """,
      .pack(
        "---\ntopics: location, cause\n---\n\n# Cities\n\n### Why there? {.cause}\n\nAnswer: coal\n\n"
          + ["Harbin", "Dalian", "Jilin", "Anshan", "Shenyang"].enumerated().map {
            "### Which is number \($0 + 51)? {#q\($0) .location}\n\nAnswer: \($1)\n"
          }.joined(separator: "\n")),
      .pack(
        "---\ntopics: location\n---\n\n# Cities\n\n### Which city? {.location}\n\nAnswer: Harbin\n")
    ),
    ExplanationPage(
      .longReading, "much is read before a question is asked",
      """
      What has just been read is best asked at once. More than about 800 words under one '##' are several
      passages, and each can have its questions.
      """,
      .repeated(longReading + "\n\n…\n\n" + longReadingItem, times: 100),
      .repeated(
        longReading + "\n\n…\n\n" + longReadingItem + "\n\n## In winter\n\n"
          + "The ice on the river carries carts.\n\n### What carries carts? {#carts}\n\nAnswer: ice",
        times: 50)),
    ExplanationPage(
      .readingLevel, "a lesson is harder, or easier, to read than the pack says",
      """
      'reading-level: 6..12' in the header gives the school grades (of the United States) that the reading is
      meant for. The level is that of Flesch and Kincaid: long sentences and long words raise it. It is
      measured for English, over 100 words or more; 'check --coverage' shows it for every lesson.
      """,
      .pack(
        """
        ---
        reading-level: 3..5
        ---
        # Rivers

        When the heavy rains of the summer monsoon reach the northern plains, the rivers, which for most
        of the year wander quietly between their sandy banks, rise within hours and carry enormous
        quantities of mud towards the coast. The farmers who settled there generations ago accordingly
        built their villages on artificial mounds, surrounded their orchards with embankments, and
        divided the cultivated land among themselves in narrow strips that extended from the river to
        the hills. Although engineers have constructed reservoirs and canals since then, the communities
        of the lower valley still consider an exceptionally wet year the most dangerous of all events.

        ### Where did the farmers build their villages?

        Answer: on mounds
        """),
      .pack(
        """
        ---
        reading-level: 3..5
        ---
        # Rivers

        In summer, heavy rain falls on the northern plains. For most of the year the rivers there are
        quiet and slow. After the rain they rise within hours. Then they carry a lot of brown mud down
        to the sea. The farmers have lived in the valley for a long time. They know how the rivers
        behave. So they built their villages on mounds. They put banks of earth around the fruit trees.
        They cut the land into narrow strips, and each strip ran from the river up to the hills. Later
        on, lakes and canals were dug to hold the water. But in the lower valley a very wet year is
        still the worst thing of all.

        ### Where did the farmers build their villages?

        Answer: on mounds
        """)),
  ]

  private static let longReading = """
    # Rivers

    Two rivers meet at the old bridge, and boats wait there.
    """
  private static let longReadingItem = """
    ### How many rivers meet? {#rivers}

    Answer: two
    """
}
