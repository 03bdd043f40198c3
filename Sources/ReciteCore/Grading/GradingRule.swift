/// The rules of the grader; each verdict names the one that decided, and `:why` explains it.
package enum GradingRule: String, CaseIterable, Sendable {
  // Right as it stands, or in another form.
  case exact
  case normalized
  case wordForm = "word-form"
  case numberForm = "number-form"
  case unitForm = "unit-form"
  case dateForm = "date-form"
  case spacing
  case pinyin
  case wordOrder = "word-order"
  case synonym
  case longerAnswer = "longer-answer"
  case headOfName = "head-of-name"
  case surname
  case learnerAlias = "learner-alias"
  case withinTolerance = "within-tolerance"

  // Right with a slip, or nearly.
  case spelling
  case spellingOff = "spelling-off"
  case nearSpelling = "near-spelling"
  case unitMissing = "unit-missing"
  case betweenAnswers = "between-answers"

  // Wrong.
  case empty
  case rejected
  case spoiled
  case hedged
  case negated
  case opposite
  case numberDiffers = "number-differs"
  case signDiffers = "sign-differs"
  case unitDiffers = "unit-differs"
  case dateDiffers = "date-differs"
  case outOfTolerance = "out-of-tolerance"
  case otherWord = "other-word"
  case otherAnswer = "other-answer"
  case nearerOther = "nearer-other"
  case abbreviation
  case symbol
  case charactersDiffer = "characters-differ"
  case accents
  case letterCase = "letter-case"
  case spellingExact = "spelling-exact"
  case partMissing = "part-missing"
  case tooMuch = "too-much"
  case stemCopied = "stem-copied"
  case different

  // Answers of several parts.
  case option
  case options
  case truth
  case parts
  case order
  case pairs
  case gaps
  case points
  case keywordsOnly = "keywords-only"

  // The session's own.
  case unreadable
  case givenUp = "given-up"
  case override

  /// The rule in plain words, as `:why` says it.
  package var explanation: String {
    switch self {
    case .exact: "the answer is the key, letter for letter"
    case .normalized:
      "capitals, accents, punctuation, spaces and articles do not count, and the rest is the key"
    case .wordForm: "another form of the same word counts: plural, British or American spelling"
    case .numberForm: "the same number, written in another way"
    case .unitForm: "the same quantity, with its unit written in another way or left out"
    case .dateForm: "the same date, written in another way"
    case .spacing: "the same letters, run together or split in another place"
    case .pinyin: "the same syllables; tones and spaces do not count here"
    case .wordOrder: "the same words in another order"
    case .synonym: "the author of the pack gives this as another way to say it"
    case .longerAnswer: "the key stands in the answer, and what is added does not change it"
    case .headOfName: "the part of the name that says it all is there"
    case .surname: "the surname alone is enough"
    case .learnerAlias: "you marked this answer right before, and it was kept"
    case .withinTolerance: "the number lies within what the author allows"
    case .spelling: "a slip of spelling in a word that is no other word"
    case .spellingOff: "the author lets spelling count for nothing here"
    case .nearSpelling: "near the key, but too far off to be sure"
    case .unitMissing: "the number is right, and this item asks for its unit too"
    case .betweenAnswers: "as near to another answer of the pack as to this one"
    case .empty: "there is no answer in the line"
    case .rejected: "the author lists this as a known wrong answer"
    case .spoiled: "the answer holds a word that the author does not allow in it"
    case .hedged: "several answers were given where one is asked, and not all are right"
    case .negated: "a word like 'not' turns the answer round"
    case .opposite: "a word of the answer is the opposite of the key's"
    case .numberDiffers: "numbers are never misspelt: another number is another answer"
    case .signDiffers: "the sign differs"
    case .unitDiffers: "the unit differs"
    case .dateDiffers: "the date differs"
    case .outOfTolerance: "the number lies outside what the author allows"
    case .otherWord: "what was typed is another word or place, not a slip in the key"
    case .otherAnswer: "this is another answer of the pack"
    case .nearerOther: "the answer lies nearer to another answer of the pack"
    case .abbreviation: "abbreviations must agree letter for letter"
    case .symbol: "formulas and codes must agree sign for sign"
    case .charactersDiffer: "the characters differ, and other characters are another word"
    case .accents: "accents and tones count in this item"
    case .letterCase: "capitals count in this item"
    case .spellingExact: "spelling counts in this item"
    case .partMissing: "a part of the key that it cannot do without is missing"
    case .tooMuch: "what was added to the key makes it another answer"
    case .stemCopied: "the answer repeats the question"
    case .different: "the answer and the key differ"
    case .option: "the option that was picked decides"
    case .options: "each right option counts, and each wrong one takes one away"
    case .truth: "true or false, in any of their names"
    case .parts: "each part counts by itself; wrong extra ones take credit away"
    case .order: "the longest run of steps that stand in the right order counts"
    case .pairs: "each pair counts by itself"
    case .gaps: "each gap counts by itself"
    case .points: "each of the author's points counts by itself"
    case .keywordsOnly: "words strung together without a sentence meet no point"
    case .unreadable: "the line could not be read as an answer of this kind"
    case .givenUp: "the answer was asked for"
    case .override: "you marked the answer right yourself"
    }
  }
}
