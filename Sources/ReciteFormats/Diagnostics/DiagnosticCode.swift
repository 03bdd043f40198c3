/// The faults that a pack can have; one case a fault, each with a page (`recite explain P012`).
package enum DiagnosticCode: String, CaseIterable, Sendable {
  // Files.
  case notUTF8 = "P001"
  case binaryFile = "P002"
  case unreadableFile = "P003"
  case notAFile = "P004"
  case outsideThePack = "P005"
  case tooLarge = "P006"
  case nothingToLearn = "P007"
  case controlCharacter = "P008"
  case directionMark = "P009"

  // Answers.
  case noAnswer = "P010"
  case twoAnswers = "P011"
  case sameOption = "P012"
  case noKey = "P013"
  case almostABox = "P014"
  case kindMismatch = "P015"
  case letteredOptions = "P016"
  case answerAmongBullets = "P017"
  case markedBullet = "P018"
  case singlePart = "P019"
  case emptyPart = "P020"
  case stepNumbers = "P021"
  case nestedBullets = "P022"
  case answerInReading = "P023"
  case unclosedGap = "P024"
  case badNumber = "P025"
  case emptyRange = "P026"
  case ambiguousComma = "P027"
  case noTableRule = "P028"
  case tableColumns = "P029"
  case sameCell = "P030"
  case everyOptionRight = "P031"
  case brokenChain = "P032"
  case badMapAnswer = "P033"
  case badWeight = "P034"
  case badNeed = "P035"
  case repeatedAlternative = "P036"
  case unclosedQuotation = "P037"
  case truthNeedsNoAlternatives = "P038"
  case fieldInsidePart = "P039"
  case textBeforeLesson = "P040"

  // Fields.
  case unknownField = "P041"
  case textAfterAnswer = "P042"
  case repeatedField = "P043"
  case badFieldValue = "P044"
  case fieldDoesNotApply = "P045"
  case badSourceReference = "P046"
  case badPassageReference = "P047"

  // References.
  case unknownSource = "P050"
  case noSuchParagraph = "P051"
  case quoteNotFound = "P052"
  case passageNotFound = "P053"
  case unknownItem = "P054"
  case circularRequirement = "P055"
  case unknownFeature = "P056"
  case unknownFeatureKind = "P057"
  case noMap = "P058"
  case badMap = "P059"
  case unknownLesson = "P060"
  case missingFile = "P061"

  // Headings and ids.
  case duplicateID = "P062"
  case noID = "P063"
  case badAttributes = "P064"
  case headingWithoutSpace = "P065"
  case deepHeading = "P066"
  case itemBeforeLesson = "P067"
  case underlinedHeading = "P068"
  case attributesNotOnItem = "P069"
  case emptyHeading = "P070"
  case sameLessonTitle = "P071"

  // The header.
  case headerNotFirst = "P072"
  case unclosedHeader = "P073"
  case unknownKey = "P074"
  case badKeyValue = "P075"
  case repeatedKey = "P076"
  case badPackID = "P077"
  case unknownAllowedCode = "P078"
  case keyInWrongFile = "P079"
  case headerLineWithoutColon = "P080"
  case unclosedFence = "P081"
  case unclosedComment = "P082"
  case unknownTopic = "P083"
  case tooManyFaults = "P084"

  // Keys, graded as a learner's answers would be.
  case keyRefused = "P085"
  case rejectedAccepted = "P086"
  case answersTooNear = "P087"

  // Chains of a pack, joined.
  case circularChain = "P088"

  // Packs written in the format of another program.
  case exportedOtherwise = "P090"
  case exportFieldLost = "P091"
  case exportChanged = "P092"
  case exportLeftOut = "P093"

  // Files of other programs.
  case importDecoded = "P140"
  case nothingToImport = "P141"
  case questionLeftOut = "P142"
  case brokenQuestion = "P143"
  case weightLost = "P144"
  case feedbackLost = "P145"
  case markupLost = "P146"
  case settingLost = "P147"
  case longAnswer = "P148"
  case brokenJSON = "P149"
  case giftUnescaped = "P150"
  case giftFormat = "P151"
  case giftName = "P152"
  case giftWeightIgnored = "P153"
  case giftNotANumber = "P154"
  case giftSecondBlock = "P155"
  case giftBadWeight = "P156"
  case giftEmpty = "P157"
  case giftTruthCase = "P158"
  case giftBraces = "P159"
  case giftTrailingMark = "P160"
  case giftCategoryLines = "P161"
  case giftWildcard = "P162"
  case aikenLine = "P170"
  case sheetRow = "P175"
  case sheetColumn = "P176"
  case ankiHeader = "P177"
  case hashcardsCard = "P180"
  case text2qtiLine = "P185"

  // What a reviewer would mark: answers.
  case optionAccepted = "P100"
  case partsAlike = "P101"
  case keyNotFull = "P102"
  case optionOnOthers = "P103"
  case optionIsLetter = "P104"
  case groupsShare = "P115"
  case slashInAnswer = "P130"

  // What gives a key away.
  case stemHoldsKey = "P105"
  case hintHoldsKey = "P106"
  case neighbourHoldsKey = "P107"
  case keyFarLonger = "P108"
  case longestIsKey = "P109"
  case sameKeyPlace = "P110"
  case sameTruth = "P111"
  case grammarShowsKey = "P112"
  case absoluteDistractors = "P113"
  case punctuationShowsKey = "P114"

  // How items read, and how a pack is balanced.
  case hiddenNegation = "P116"
  case longOption = "P117"
  case unexplained = "P118"
  case emptyTopic = "P119"
  case thinTopic = "P120"
  case longReading = "P121"
  case readingLevel = "P122"

  // What proves a key.
  case keyNotInPassage = "P123"
  case keyNotInSource = "P124"
  case sourceUncited = "P125"

  // Items against each other.
  case duplicateItem = "P126"
  case nearDuplicate = "P127"
  case twoKeys = "P128"
  case contradictoryOrder = "P129"

  // Drafts.
  case draftItem = "P200"

  /// What a fault of this code is: an error, or a warning or notice that `allow` may silence.
  package var severity: Diagnostic.Severity {
    switch self {
    case .longOption, .unexplained, .thinTopic, .longReading, .sourceUncited: .notice
    case .directionMark, .ambiguousComma, .everyOptionRight, .repeatedAlternative,
      .unclosedQuotation, .truthNeedsNoAlternatives, .textBeforeLesson, .attributesNotOnItem,
      .sameLessonTitle, .unknownAllowedCode, .tooManyFaults, .answersTooNear, .optionAccepted,
      .partsAlike, .keyNotFull, .groupsShare, .slashInAnswer, .optionOnOthers, .optionIsLetter,
      .stemHoldsKey,
      .hintHoldsKey, .neighbourHoldsKey, .keyFarLonger, .longestIsKey, .sameKeyPlace, .sameTruth,
      .grammarShowsKey, .absoluteDistractors, .punctuationShowsKey,
      .hiddenNegation, .emptyTopic, .readingLevel, .keyNotInPassage, .keyNotInSource,
      .duplicateItem, .nearDuplicate, .twoKeys, .contradictoryOrder, .draftItem:
      .warning
    case .exportedOtherwise, .exportFieldLost, .exportChanged, .exportLeftOut: .warning
    case .importDecoded, .questionLeftOut, .weightLost, .feedbackLost, .markupLost, .settingLost,
      .longAnswer, .giftUnescaped, .giftFormat, .giftName, .giftWeightIgnored, .giftSecondBlock,
      .giftBadWeight, .giftEmpty, .giftTruthCase, .giftTrailingMark, .giftCategoryLines,
      .giftWildcard, .aikenLine, .sheetColumn, .ankiHeader:
      .warning
    default: .error
    }
  }

  /// The code of an id such as `P012`, whatever its case; nil where there is none.
  package init?(id: String) { self.init(rawValue: id.uppercased()) }
}
