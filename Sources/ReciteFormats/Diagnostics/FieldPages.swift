extension ExplanationPage {
  /// Pages on the fields of an item.
  static let fieldPages: [ExplanationPage] = [
    ExplanationPage(
      .unknownField, "there is no such field",
      """
      After the answer every line that begins with one to three words and a colon is a field, so a slip
      in its name would be lost. In the stem such lines are prose, unless the word can only be a slip
      ('Hnit:'). The fields are \(FieldName.ofItems.map(\.rawValue).joined(separator: ", ")).
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nHnit: It begins with H.",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nHint: It begins with H."),
    ExplanationPage(
      .textAfterAnswer, "text stands after the answer",
      """
      What belongs to the question stands before its answer; after it come fields. An explanation begins
      with 'Why:', help with 'Hint:'. A quotation ('>') speaks to the learner only right under an option
      or a 'Reject:'. A second paragraph of an explanation has a 'Why:' of its own.
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nIt lies on the Songhua.",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nWhy: It lies on the Songhua."),
    ExplanationPage(
      .repeatedField, "a field is given twice",
      "Only hints, explanations, references and rejected answers may stand several times.",
      wrong: "### Name two provinces.\n\n- Jilin\n- Liaoning\n- Heilongjiang\n\nNeed: 2\n\nNeed: 3",
      right: "### Name two provinces.\n\n- Jilin\n- Liaoning\n- Heilongjiang\n\nNeed: 2"),
    ExplanationPage(
      .badFieldValue, "a field has an impossible value",
      """
      Settings have few values: 'Kind:' one of the twelve kinds, 'Spelling:' exact or off, 'Case:' and
      'Accents:' exact, 'Unit:' required, 'Order:' any, 'Shuffle:' no.
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nSpelling: strict",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nSpelling: exact"),
    ExplanationPage(
      .fieldDoesNotApply, "a field means nothing for this kind of item",
      """
      'Need:' belongs to lists and points, 'Model:' to points, 'Unit:' to numbers, 'Order:' to gaps, 'Spelling:', 'Case:' and
      'Accents:' to answers that are typed, 'Shuffle:' to what is shuffled, 'Not:' under a point. A field
      that does nothing would make its author believe that it does.
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nNeed: 1",
      right: "### Which city is it?\n\nAnswer: Harbin"),
    ExplanationPage(
      .badSourceReference, "'Source:' names no place",
      """
      A reference is the short name of a source, and the place in it: '¶3', '¶3-5', 'p 3' or 'p 3-5';
      without one the whole source is meant. Each stands on a line of its own.
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nSource: map, third paragraph",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nSource: map ¶3"),
    ExplanationPage(
      .badPassageReference, "'See:' names no passage",
      """
      'See: ¶4' means the fourth paragraph of the lesson's reading, counted from its '#'; 'See: "words"'
      the paragraph in which these words stand. Without 'See:' the item's section is shown.
      """,
      .pack(
        "# Cities\n\nHarbin lies on the Songhua.\n\n### Which river?\n\nAnswer: Songhua\n\nSee: above\n"
      ),
      .pack(
        "# Cities\n\nHarbin lies on the Songhua.\n\n### Which river?\n\nAnswer: Songhua\n\nSee: ¶1\n"
      )),
  ]
}
