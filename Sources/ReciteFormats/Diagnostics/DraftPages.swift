extension ExplanationPage {
  /// Pages on items that 'recite draft' proposed.
  static let draftPages: [ExplanationPage] = [
    ExplanationPage(
      .draftItem, "an item is still a draft",
      """
      'recite draft' marks each item that it proposes with '.draft' in the heading. A machine chose the
      sentence, turned it into a question and took the key from it; only you know whether that is worth
      asking. Read the item against the paragraph that its 'Source:' names, mend the wording, add what a
      learner who is wrong should be told, or delete it. Then take '.draft' out of the heading.
      """,
      wrong: "### Which city is it? {#city .draft}\n\nAnswer: Harbin",
      right: "### Which city lies on the Songhua? {#city}\n\nAnswer: Harbin")
  ]
}
