import ReciteCore

extension ExplanationPage {
  /// True where the fault is one of a pack, whose header may allow it.
  package var concernsPacks: Bool {
    switch wrong {
    case .imported, .exported: false
    case .item, .pack, .repeated, .files, .situation: true
    }
  }

  /// Pages on what a format of another program cannot hold.
  static let exportPages: [ExplanationPage] = [
    ExplanationPage(
      .exportedOtherwise, "an item is exported as another kind",
      """
      The other program has no question of this kind. So that nothing is lost, the item is written as
      the nearest kind it has: an essay with the key as its feedback, or a card with the key on its
      back. Somebody then has to mark it by hand.
      """, .exported(.gift, "### Name two rivers.\n\n- Songhua\n- Yalu"),
      .exported(.gift, "### Which river runs through Harbin?\n\nAnswer: Songhua")),
    ExplanationPage(
      .exportFieldLost, "a format cannot hold something that an item has",
      """
      Hints, sources, readings and the like have no place in the other program's format. The message
      names everything of the item that is not in the file. JSON holds a whole pack, CSV and TSV whole
      items.
      """,
      .exported(.aiken, "### Which?\n\n- [x] Yalu\n- [ ] Liao\n\nHint: It is a border."),
      .exported(.aiken, "### Which?\n\n- [x] Yalu\n- [ ] Liao")),
    ExplanationPage(
      .exportChanged, "a text is changed to fit a format",
      """
      The other program would take a mark in the text for something else, or cannot show it. The text
      is changed as the message says.
      """, .exported(.gift, "### How far is it?\n\nAnswer: 120 km"),
      .exported(.gift, "### How many kilometres is it?\n\nAnswer: 120")),
    ExplanationPage(
      .exportLeftOut, "an item is not exported",
      """
      The other program has nothing that comes near this item, such as a map, or it knows one kind of
      question only.
      """, .exported(.aiken, "### Which river runs through Harbin?\n\nAnswer: Songhua"),
      .exported(.aiken, "### Which?\n\n- [x] Songhua\n- [ ] Liao")),
  ]

  /// Pages on files of other programs, whatever their format.
  static let importPages: [ExplanationPage] = [
    ExplanationPage(
      .importDecoded, "a file to import is not UTF-8",
      """
      Older programs save in Windows-1252 or UTF-16. Such a file is read all the same; accents and
      quotation marks should be looked at, since nothing in the file says for sure what it is. Other
      encodings are refused, with their likely name.
      """, .situation("A sheet that was saved as 'CSV' by an older spreadsheet."),
      .situation("Save it as 'CSV UTF-8'.")),
    ExplanationPage(
      .nothingToImport, "a file holds no question",
      """
      Nothing in the file reads as a question of the format. Most often the format is another one than
      the file's name says.
      """, .imported(.gift, "// Nothing but a comment.\n"),
      .imported(.gift, "Which river runs through Harbin? {=Songhua}\n")),
    ExplanationPage(
      .questionLeftOut, "a question can be no item, and is kept as a comment",
      """
      A pack marks answers by itself, so a question without a key cannot be an item. It stands as a
      comment in the pack, where its author may give it a key: an essay gets 'Points:', a bullet for
      each thing that a good answer says.
      """, .imported(.gift, "Why did the mines close? {}\n\nWhich city? {=Harbin}\n"),
      .imported(.gift, "Which city? {=Harbin}\n")),
    ExplanationPage(
      .brokenQuestion, "a question cannot be read",
      """
      Its answers are missing, or none of them is right. Its own program refuses it too. The question
      stands as a comment in the pack; the others are imported.
      """, .imported(.gift, "Which city? {~Harbin ~Dalian}\n"),
      .imported(.gift, "Which city? {=Harbin ~Dalian}\n")),
    ExplanationPage(
      .weightLost, "weights of answers are not kept",
      """
      In Moodle an answer may earn any share of the mark. In a pack one option of a choice is right;
      in a selection every right option earns the same share, and every wrong one takes as much; a
      typed answer counts or not. Weights that say something else stand as a comment before the item.
      """, .imported(.gift, "Which lie inland? {~%80%Harbin ~%20%Jilin ~%-100%Dalian}\n"),
      .imported(.gift, "Which lie inland? {~%50%Harbin ~%50%Jilin ~%-50%Dalian}\n")),
    ExplanationPage(
      .feedbackLost, "a feedback has no place in a pack",
      """
      A pack has feedback for wrong options and for known wrong answers ('Reject:'), and an explanation
      that everybody reads ('Why:'). Praise for a right answer, or a word on any other one, has no
      place of its own; it stands as a comment before the item.
      """, .imported(.gift, "Which city? {=Harbin#Well done!}\n"),
      .imported(.gift, "Which city? {=Harbin =%0%Dalian#It lies on the coast.}\n")),
    ExplanationPage(
      .markupLost, "a pack cannot show some of a text's marks",
      """
      Paragraphs, lists, tables, emphasis, links and code go over. Pictures, sounds, colours and
      underlining do not; the words inside them are kept. The message names what was lost.
      """, .imported(.gift, "[html]Which <u>city</u>? {=Harbin}\n"),
      .imported(.gift, "[html]Which <b>city</b>? {=Harbin}\n")),
    ExplanationPage(
      .settingLost, "a setting is not imported",
      """
      The file says something that a pack has no word for: points, a deck's options, a tag of other
      characters than letters, digits and hyphens. The message names it.
      """, .imported(.text2qti, "Points: 2\n1.  Which city?\n*   Harbin\n"),
      .imported(.text2qti, "1.  Which city?\n*   Harbin\n")),
    ExplanationPage(
      .longAnswer, "an answer is longer than anybody types",
      """
      The back of a card may be a paragraph; an answer that is typed may not. It is imported as it is.
      Such an item is better asked by its parts: a list, a choice, or 'Points:' to mark free text by.
      """,
      .imported(
        .hashcards,
        "Q: Why did the mines close?\nA: The seams that were easy to reach were worked out, and coal from elsewhere cost less.\n"
      ), .imported(.hashcards, "Q: What was worked out?\nA: the seams\n")),
    ExplanationPage(
      .brokenJSON, "a JSON file is no pack",
      """
      The file is no JSON, or not the JSON of a pack. 'recite export --schema' prints what it must look
      like.
      """, .imported(.json, "{\"pack\":\"rivers\"}\n"), .situation("recite export rivers --to json")
    ),
  ]

  /// Pages on formats other than GIFT.
  static let otherFormatPages: [ExplanationPage] = [
    ExplanationPage(
      .aikenLine, "a line is not as Aiken wants it",
      """
      Aiken wants a question on one line, options that begin with a capital letter and '.' or ')', and
      'ANSWER: ' with a letter. Recite reads more than that; Moodle would refuse the file here.
      """, .imported(.aiken, "Which city?\na) Harbin\nb) Dalian\nANSWER: A\n"),
      .imported(.aiken, "Which city?\nA) Harbin\nB) Dalian\nANSWER: A\n")),
    ExplanationPage(
      .sheetRow, "a row of a sheet cannot be read",
      """
      A quotation mark is open or stands within a cell, a cell is missing, or a row has more cells than
      the sheet has columns. The other rows are imported.
      """, .imported(.csv, "question,answer\nWhich city?,Harbin,Dalian\n"),
      .imported(.csv, "question,answer\nWhich city?,Harbin\n")),
    ExplanationPage(
      .sheetColumn, "a column of a sheet is not imported",
      """
      The first row names the columns: id, kind, lesson, topic, tags, question, answer, aliases,
      option1 and so on, correct, hint, why, source. Many other names for them are known, whatever
      their case. A column of another name is left out.
      """, .imported(.csv, "question,answer,colour\nWhich city?,Harbin,red\n"),
      .imported(.csv, "question,answer\nWhich city?,Harbin\n")),
    ExplanationPage(
      .ankiHeader, "a header line of Anki's is not understood",
      """
      Lines at the top that begin with '#' and a known name tell how the notes are written: the
      separator, whether texts are HTML, which column holds tags, deck, note type and id.
      """, .imported(.anki, "#separator:dash\nWhich city?\tHarbin\n"),
      .imported(.anki, "#separator:tab\nWhich city?\tHarbin\n")),
    ExplanationPage(
      .hashcardsCard, "a card of hashcards is not complete",
      """
      A card is 'Q:' with 'A:' under it, or 'C:' with at least one [gap]. hashcards itself refuses the
      whole file; here the other cards are imported.
      """, .imported(.hashcards, "Q: Which city?\n\nQ: Which river?\nA: Songhua\n"),
      .imported(.hashcards, "Q: Which river?\nA: Songhua\n")),
    ExplanationPage(
      .text2qtiLine, "a line of a text2qti quiz is not understood",
      """
      Every line begins with a mark (a number, 'a)', '[ ]', '*', '=', '...') or is indented under the
      text that it goes on with. Code that would write questions is never run.
      """, .imported(.text2qti, "1.  Which city lies there?\n*   Harbin\non the Songhua\n"),
      .imported(.text2qti, "1.  Which city lies\n    on the Songhua?\n*   Harbin\n")),
  ]
}
