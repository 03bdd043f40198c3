import ReciteCore

/// Questions whose answer is typed: words, numbers, and what belongs to what.
extension GIFTImporter {
  mutating func addShortAnswer(
    _ question: GIFTQuestion, _ answers: [GIFTQuestion.Answer]
  ) -> ItemID? {
    var right: [String] = []
    var rejected: [RejectedAnswer] = []
    var lost: [String] = []
    for answer in answers {
      guard let text = typed(answer, &lost) else { continue }
      if answer.weight >= 1 {
        if !right.contains(text) { right.append(text) }
        if let feedback = answer.feedback { lose(feedback, "the right answer '\(text)'", &lost) }
        continue
      }
      if answer.weight > 0 {
        assembly.report(
          .weightLost, at: answer.range,
          "'\(text)' is worth \(percent(answer.weight)) in Moodle; in a pack an answer counts or not",
          help: answer.weight > 0.5
            ? "it is accepted; delete it from 'Answer:' where that is too kind"
            : "it is refused, with its feedback; put it behind a bar in 'Answer:' to accept it")
        lost.append("\(text): \(percent(answer.weight))")
      }
      if answer.weight > 0.5 {
        if !right.contains(text) { right.append(text) }
        if let feedback = answer.feedback { lose(feedback, "the answer '\(text)'", &lost) }
      } else if !right.contains(text) {
        rejected.append(
          RejectedAnswer(Accepted(text), feedback: answer.feedback.map { inline($0) }))
      }
    }
    guard let key = right.first else {
      return fail(
        question, "no answer of this question is right",
        help: "give one of them the full weight: '=answer'")
    }
    return add(question, .text(Accepted(key, aliases: Array(right.dropFirst()))), lost) {
      $0.marking.rejected = rejected
    }
  }

  /// An answer as one types it; nil for `*` alone, which stands for anything else.
  mutating func typed(_ answer: GIFTQuestion.Answer, _ lost: inout [String]) -> String? {
    var text = ""
    var hasWildcard = false
    let characters = Array(PackAssembly.oneLine(answer.text.text))
    for (index, character) in characters.enumerated() {
      // Only before '*' does a backslash mean anything to Moodle.
      if character == "\\", index + 1 < characters.count, characters[index + 1] == "*" { continue }
      let isPlain = index > 0 && characters[index - 1] == "\\"
      if character == "*", !isPlain { hasWildcard = true } else { text.append(character) }
    }
    let words = PackAssembly.oneLine(text)
    if words.isEmpty {
      if hasWildcard, answer.weight <= 0, let feedback = answer.feedback {
        lose(feedback, "every other answer", &lost)
      } else if hasWildcard || answer.feedback != nil {
        assembly.report(
          .giftWildcard, at: answer.range, "'*' stands for any text, which a pack cannot accept",
          help: "name the answers that are right")
      }
      return nil
    }
    if hasWildcard {
      assembly.report(
        .giftWildcard, at: answer.range,
        "'*' stands for any text in Moodle; here the answer is '\(words)'",
        help: "add other ways to write it behind bars, or ask for 'Points:'")
    }
    return words
  }

  mutating func addNumbers(
    _ question: GIFTQuestion, _ numbers: [GIFTQuestion.NumericAnswer], _ other: GIFTQuestion.Text?
  ) -> ItemID? {
    var lost: [String] = []
    if let other, !other.text.isEmpty { lose(other, "every other number", &lost) }
    let most = numbers.map(\.weight).max() ?? 0
    var key: NumberKey?
    var rejected: [RejectedAnswer] = []
    for number in numbers {
      guard let read = number.value.key else {
        return fail(
          question, "'\(number.value.written)' is a number that a pack cannot hold",
          help: "write it with fewer digits")
      }
      let isRight = most > 0 && number.weight >= most
      if isRight, key == nil {
        key = read
        if most < 1 { lost.append("\(number.value.written): \(percent(most))") }
      } else if isRight, case .exactly = read.target {
        key?.written.aliases.append(read.written.key)
      } else if number.weight <= 0, case .exactly = read.target {
        rejected.append(
          RejectedAnswer(
            Accepted(read.written.key), feedback: number.feedback.map { inline($0) }))
        continue
      } else {
        assembly.report(
          .weightLost, at: number.range,
          "a pack has one number a question; '\(number.value.written)' "
            + "(\(percent(number.weight))) is kept as a comment",
          help: "widen the tolerance where it should count")
        lost.append("\(number.value.written): \(percent(number.weight))")
      }
      if let feedback = number.feedback { lose(feedback, "'\(number.value.written)'", &lost) }
    }
    guard let key else {
      return fail(
        question, "no number of this question is right", help: "give one of them the full weight")
    }
    return add(question, .number(key), lost) { $0.marking.rejected = rejected }
  }

  mutating func addPairs(
    _ question: GIFTQuestion, _ pairs: [(left: GIFTQuestion.Text, right: String)]
  ) -> ItemID? {
    var matching = Matching(leftCaption: RichText(""), rightCaption: RichText(""), pairs: [])
    for pair in pairs {
      let right = RichText(PackAssembly.oneLine(pair.right))
      let left = inline(pair.left)
      guard !right.isEmpty else {
        return fail(
          question, "a pair of this question has nothing behind '->'", help: "write its match")
      }
      if left.isEmpty {
        matching.distractors.append(right)
      } else {
        matching.pairs.append(Matching.Pair(left: left, right: right))
      }
    }
    guard matching.pairs.count > 1 else {
      return fail(
        question, "a question to match needs two pairs", help: "add one: '=left -> right'")
    }
    let rights = matching.pairs.map(\.right.plain)
    if Set(rights).count < rights.count {
      assembly.report(
        .questionLeftOut, at: question.range,
        "two pairs have the same right side, which a pack cannot mark; it is kept as a comment",
        help: "make it a question with options, or tell the right sides apart")
      assembly.leaveOut(source.text(question.range))
      return nil
    }
    matching.distractors.removeAll { rights.contains($0.plain) }
    return add(question, .matching(matching), [])
  }
}
