import ReciteCore

/// What grading a pack's own keys found, as diagnostics at the answers' places.
package enum KeyDiagnostics {
  /// The faults that the pack does not allow, in the order of its items.
  package static func diagnostics(
    of faults: [KeyFault], in reading: PackReading, folder: PackFolder
  ) -> [Diagnostic] {
    let allowed = Set(reading.pack?.allowedWarnings ?? [])
    var numbers: [ItemID: Int] = [:]
    for (number, place) in reading.places.enumerated() where numbers[place.id] == nil {
      numbers[place.id] = number
    }
    var finder = PlaceFinder(reading, folder)
    return faults.compactMap { fault in
      let text = words(of: fault.kind)
      guard let item = numbers[fault.item],
        text.code.severity == .error || !allowed.contains(text.code.rawValue),
        let place = finder.place(of: .answer, in: item)
      else { return nil }
      return Diagnostic(
        code: text.code, severity: text.code.severity, place: place, message: text.message,
        help: text.help)
    }
  }

  private static func words(
    of kind: KeyFault.Kind
  ) -> (code: DiagnosticCode, message: String, help: String) {
    switch kind {
    case .keyRefused(let answer, let rule):
      (
        .keyRefused, "the grader refuses this item's own answer '\(answer)' (\(rule.rawValue))",
        "write the answer in another way, or loosen 'Must not contain', 'Case' or 'Accents'"
      )
    case .modelLacks(let point):
      (
        .keyRefused, "the model answer of this item does not make its point '\(point)'",
        "say it in the model answer, or add the words of the model answer to the point"
      )
    case .rejectedAccepted(let answer):
      (
        .rejectedAccepted, "'\(answer)' is rejected, and the grader takes it for the key",
        "delete it from 'Reject', or give a key that is further from it"
      )
    case .tooNear(let answer, let other, let item):
      (
        .answersTooNear, "'\(answer)' and '\(other)', the answer to '\(item)', are one slip apart",
        "use 'Spelling: exact' in both, or 'allow: \(DiagnosticCode.answersTooNear.rawValue)' in "
          + "the header where learners will not mix them up"
      )
    }
  }
}

extension ExplanationPage {
  /// Pages on keys that the grader itself does not mark as the author meant.
  static let keyPages: [ExplanationPage] = [
    ExplanationPage(
      .keyRefused, "the grader refuses a key",
      """
      Every answer that an item accepts is graded as if a learner had typed it. One that is refused
      would never be marked right, most often since 'Must not contain' names a word of the key.
      The 'Model:' answer of an open question is graded as well: it has to make every point.
      """,
      .situation("Answer: Black Dragon River\n\nMust not contain: dragon"),
      .situation("Answer: Black Dragon River\n\nMust not contain: Yalu")),
    ExplanationPage(
      .rejectedAccepted, "a rejected answer is accepted",
      """
      What 'Reject:' names is graded too, without being looked up there. Where the grader takes it for
      the key, learners who write the key in the same way would be told that they are wrong.
      """,
      .situation("Answer: Northeast China\n\nReject: northeast china"),
      .situation("Answer: Northeast China\n\nReject: North China Plain")),
    ExplanationPage(
      .answersTooNear, "two answers are one slip apart",
      """
      A slip of the keyboard turns one answer of this pack into the other, as Hunan into Henan. The
      grader then calls the nearer one what was meant, and learners wonder why. Only questions that ask
      for the like, as two that ask for a province, are compared.
      """,
      .situation("### Which province is it?\n\nAnswer: Hunan\n\n### And this?\n\nAnswer: Henan"),
      .situation(
        "### Which province is it?\n\nAnswer: Hunan\n\nSpelling: exact\n\n### And this?\n\n"
          + "Answer: Henan\n\nSpelling: exact")),
    ExplanationPage(
      .circularChain, "a chain leads back to its own cause",
      """
      The chains of a pack make one graph: links of one wording are one link, wherever they stand. In
      it no cause can be its own effect, for then nothing would come first. Often two things only have
      the same name: say "less trade" in one place and "poverty" in the other.
      """,
      wrong: "### What does poverty lead to?\n\nChain: poverty → little schooling → low wages\n\n"
        + "### And what do low wages lead to?\n\nChain: low wages → poverty",
      right: "### What does poverty lead to?\n\nChain: poverty → little schooling → low wages\n\n"
        + "### And what do low wages lead to?\n\nChain: low wages → bad housing"),
  ]
}
