import ReciteCore

extension ExplanationPage {
  /// Pages on the places of a GIFT file where Moodle guesses, or fails.
  static let giftPages: [ExplanationPage] = [
    ExplanationPage(
      .giftUnescaped, "a mark of GIFT's stands in a text without a backslash",
      """
      '~', '=', '#', '{', '}' and ':' mean something in GIFT. Where one of them is text, it has a
      backslash before it. Moodle guesses from the place; other programs refuse the file.
      """, .imported(.gift, "What is 1+1=? {=2 =two}\n"),
      .imported(.gift, "What is 1+1\\=? {=2 =two}\n")),
    ExplanationPage(
      .giftFormat, "a text begins with an unknown format",
      """
      A text may begin with [html], [moodle], [plain] or [markdown], in small letters. Any other word in
      brackets stays in the text.
      """, .imported(.gift, "[HTML]Which <b>city</b>? {=Harbin}\n"),
      .imported(.gift, "[html]Which <b>city</b>? {=Harbin}\n")),
    ExplanationPage(
      .giftName, "a question's name is never closed",
      """
      A name stands between two '::' at the beginning of a question. Where the second is missing,
      Moodle drops the first and takes all of it for the question.
      """, .imported(.gift, "::Rivers Which one? {=Songhua}\n"),
      .imported(.gift, "::Rivers::Which one? {=Songhua}\n")),
    ExplanationPage(
      .giftWeightIgnored, "a weight behind '=' is not read",
      """
      Among options with '~', Moodle gives '=' the full mark and reads no weight behind it: '%50%' stays
      in the option's text. A weighted option begins with '~'.
      """, .imported(.gift, "Which city? {=%100%Harbin ~Dalian}\n"),
      .imported(.gift, "Which city? {=Harbin ~Dalian}\n")),
    ExplanationPage(
      .giftNotANumber, "an answer that should be a number is none",
      """
      Behind '{#' stands a number with a point, a number and its tolerance ('3.14:0.01') or a range
      ('1..5'). Moodle takes anything else for '*', so that every answer would be right. The question is
      kept as a comment.
      """, .imported(.gift, "How many? {#three}\n"), .imported(.gift, "How many? {#3}\n")),
    ExplanationPage(
      .giftSecondBlock, "a question has a second block of answers",
      """
      Only the first '{…}' of a question holds answers; Moodle leaves any other as it stands in the
      text. A question with several blanks has to be several questions.
      """, .imported(.gift, "The {=Songhua} runs through {Harbin}\n"),
      .imported(.gift, "The {=Songhua} runs through Harbin.\n")),
    ExplanationPage(
      .giftBadWeight, "a weight cannot be read",
      """
      A weight is a percentage from -100 to 100 between two '%': %50%, %-33.333%. Anything else stays in
      the answer's text, and the answer counts as if it had no weight.
      """, .imported(.gift, "Which city? {~%half%Dalian =Harbin}\n"),
      .imported(.gift, "Which city? {~Dalian =Harbin}\n")),
    ExplanationPage(
      .giftEmpty, "what is empty to Moodle, and what only looks so",
      """
      Moodle's importer takes a line that is only '0' for an empty one, which ends the question, and
      drops an answer '0' that no mark precedes. Recite does neither; where the file is for Moodle too,
      it has to change. A line of no-break spaces is not empty to either, and ends nothing.
      """, .imported(.gift, "Which number is even, one or\n0\n{=0 =zero}\n"),
      .imported(.gift, "Which number is even, one or 0? {=0 =zero}\n")),
    ExplanationPage(
      .giftTruthCase, "true or false is not in capitals",
      """
      Moodle knows T, TRUE, F and FALSE. In small letters the word is an answer to be typed.
      """, .imported(.gift, "Harbin is a port. {false}\n"),
      .imported(.gift, "Harbin is a port. {FALSE}\n")),
    ExplanationPage(
      .giftBraces, "a brace has no partner",
      """
      The answers stand between '{' and '}'. A blank line ends a question, also between the braces. A
      brace that is text is '\\{' or '\\}'.
      """, .imported(.gift, "Which city? {=Harbin\n\n~Dalian\n"),
      .imported(.gift, "Which city? {=Harbin\n~Dalian}\n")),
    ExplanationPage(
      .giftTrailingMark, "a mark behind the answers makes a missing word",
      """
      Where anything stands behind the answers, Moodle shows '_____' in their place, even if it is a
      full stop alone.
      """, .imported(.gift, "Which city lies on the Songhua? {=Harbin}.\n"),
      .imported(.gift, "Which city lies on the Songhua? {=Harbin}\n")),
    ExplanationPage(
      .giftCategoryLines, "a category is not a block of its own",
      """
      '$CATEGORY:' has to stand alone between blank lines. What follows it on further lines becomes part
      of its name; within a question it is text.
      """, .imported(.gift, "$CATEGORY: Rivers\nWhich one? {=Songhua}\n\nWhich city? {=Harbin}\n"),
      .imported(.gift, "$CATEGORY: Rivers\n\nWhich one? {=Songhua}\n")),
    ExplanationPage(
      .giftWildcard, "'*' stands for any text",
      """
      In Moodle '*' in a typed answer stands for any text. A pack has no such answers: it forgives slips
      by itself, and 'Points:' look for words in a longer answer.
      """, .imported(.gift, "Which city? {=Harbin*}\n"), .imported(.gift, "Which city? {=Harbin}\n")
    ),
  ]
}
