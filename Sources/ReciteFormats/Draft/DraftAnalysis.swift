import ReciteCore

/// Why a sentence, or what was made of one, is left out.
package enum DraftReason: String, CaseIterable, Sendable {
  case tooShort = "too short to ask about"
  case tooLong = "too long"
  case question = "questions and exclamations"
  case leansOnOthers = "lean on the sentence before ('it', 'this', 'the latter')"
  case foreign = "not in English"
  case personal = "speak of 'I', 'we' or 'you'"
  case hedged = "hedged ('may', 'is believed to') or conditional"
  case negated = "deny something"
  case quoted = "quote somebody, or report what was said"
  case fragment = "no whole sentences"
  case weak = "vague, or worth less than another question on the same words"
  case noFact = "no place, cause, date, figure or definition found"
  case ambiguous = "more than one answer would fit"
  case repeated = "ask what another proposal asks"
  case refused = "would not pass the checker"
  case overLimit = "beyond the limit, or worth less than those that are enough"
}

/// A sentence with what was found in it.
struct AnalysedSentence: Sendable {
  var sentence: DraftSentence
  /// The words that questions are made of: without an opening 'However,', a pronoun in front
  /// replaced by what it stands for.
  var words: [DraftWord]
  var mentions: [DraftMention]
  var clause: DraftClause?
  /// Why nothing, or nothing but a gap, should be made of it.
  var reasons: Set<DraftReason>
  /// True where a 'may', 'should' or 'not' stands in the main clause, and so in each question.
  var keepsItsDoubt: Bool
  /// The opening word that was left off: `as a result`.
  var opener: String?
  /// True where a pronoun or 'the canal' was replaced.
  var isResolved: Bool
  var paragraphs: ClosedRange<Int>
  var section: Int
  /// True for one point of a list.
  var isPoint: Bool
  /// Who says it, where the sentence tells: `According to` them.
  var attribution: String?

  /// Where a sentence stands: its passage, and its number there.
  struct Place: Hashable {
    var passage: Int
    var number: Int
  }

  var place: Place { Place(passage: sentence.passage, number: sentence.number) }

  /// True where questions may be made of it: nothing speaks against it, or a doubt that they keep.
  var isSound: Bool {
    reasons.isEmpty || keepsItsDoubt && reasons.isSubset(of: [.hedged, .negated])
  }

  var names: [DraftMention] { mentions.filter(\.isName) }
  var times: [DraftMention] { mentions.filter(\.isTime) }
  var figures: [DraftMention] { mentions.filter { $0.kind == .figure } }

  /// The main clause by itself, where it is sound and no condition follows; nil where it is not.
  var mainClause: AnalysedSentence? {
    guard let clause, !clause.leadIsClause, !clause.endsInDoubt, clause.isCut,
      (7...38).contains(clause.end),
      !words[clause.end...].prefix(2).contains(where: {
        ["if", "unless", "provided", "except", "until", "as", "than", "or"].contains($0.lower)
      }),
      // `past the capital, | Tbilisi, then swings …` goes on.
      clause.end + 1 < words.count, !words[clause.end + 1].isCapital
    else { return nil }
    var part = self
    part.words = Array(words[..<clause.end])
    while let last = part.words.last, last.kind == .mark { part.words.removeLast() }
    let kept = reasons.intersection([.question, .fragment])
    part.reasons = SentenceReader.reasons(of: sentence, part.words).union(kept)
    guard part.reasons.isEmpty, !SentenceReader.endsInSubject(part.words, clause),
      !SentenceReader.leansOnOthers(part.words, mentions)
    else {
      return nil
    }
    part.mentions = mentions.filter { $0.range.upperBound <= part.words.count }
    part.clause = DraftClause(part.words, mentions: part.mentions)
    return part.clause == nil ? nil : part
  }

  /// The mention that takes exactly these words, or all but an article before them.
  func mention(at range: Range<Int>) -> DraftMention? {
    var range = range
    if let first = range.first, range.count > 1, words[first].lower == "the" {
      range = first + 1..<range.upperBound
    }
    return mentions.first { $0.range == range }
  }
}

/// Everything that the rules need to know of a document.
struct DraftAnalysis: Sendable {
  var sentences: [AnalysedSentence]
  var names: DraftNames
  /// How often each word of content stands in the document.
  var frequency: [String: Int]
  /// The title and the headings, as `AnalysedSentence.section` counts them.
  var title: String?
  var headings: [String] = []
  /// The words of the title.
  var titleWords: Set<String>
  /// What the document sets in bold or italics.
  var emphasized: [String]
  /// Sentences of another language, which are not looked into.
  var foreign: [(text: String, paragraph: Int)]

  static func analyse(_ document: DraftDocument, lexicon: Lexicon) -> DraftAnalysis {
    var sentences: [DraftSentence] = []
    for (index, passage) in document.passages.enumerated() {
      sentences += SentenceSplitter.sentences(of: passage.text, passage: index)
    }
    let names = DraftNames(sentences: sentences, lexicon: lexicon)
    var analysis = DraftAnalysis(
      sentences: [], names: names, frequency: [:], titleWords: [], emphasized: document.emphasized,
      foreign: [])
    sentences.removeAll { sentence in
      guard DraftLanguage.isForeign(sentence.words) else { return false }
      let paragraph = document.passages[sentence.passage].paragraphs.lowerBound
      analysis.foreign.append((sentence.text, paragraph))
      return true
    }
    analysis.title = document.title
    analysis.headings = document.headings
    let title = DraftTokenizer.words(of: document.title ?? "")
    analysis.titleWords = Set(
      title.filter { $0.kind == .word }.map { $0.isPossessive ? $0.plain.lowercased() : $0.lower }
    )
    .subtracting(DraftGrammar.functionWords)
    var reader = SentenceReader(document: document, names: names)
    for sentence in sentences { reader.look(at: sentence) }
    reader.settleClasses()
    for sentence in sentences { analysis.sentences += reader.read(sentence) }
    analysis.names = reader.names
    for sentence in analysis.sentences {
      for word in sentence.sentence.words where word.kind == .word && word.lower.utf8.count > 3 {
        analysis.frequency[word.lower, default: 0] += 1
      }
    }
    return analysis
  }
}
