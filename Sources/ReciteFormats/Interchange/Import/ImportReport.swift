/// An import as JSON: every question as its own program takes it, and every diagnostic.
package enum ImportReport {
  /// One object.
  ///
  ///     {"format":"gift","questions":[{"line":1,"kind":"multichoice",…}],"diagnostics":[…],…}
  package static func json(_ read: Import) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", read.format.rawValue)
      writer.member("items", read.pack.items.count)
      writer.key("questions")
      writer.array { writer in
        for question in read.questions { write(question, to: &writer) }
      }
      DiagnosticReport.write(read.diagnostics, to: &writer)
    }
    writer.newline()
    return writer.text
  }

  private static func write(_ question: ImportedQuestion, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", question.line)
      writer.member("kind", question.kind)
      if let name = question.name { writer.member("name", name) }
      writer.key("item")
      if let item = question.item { writer.string(item.rawValue) } else { writer.null() }
      writer.member("stem", question.stem)
      writer.key("answers")
      writer.array { writer in
        for answer in question.answers { write(answer, to: &writer) }
      }
      writer.member("feedback", question.feedback)
      writer.member("tags", question.tags)
    }
  }

  private static func write(_ answer: ImportedQuestion.Answer, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", answer.text)
      if let weight = answer.weight { writer.member("weight", weight, places: 7) }
      if let tolerance = answer.tolerance { writer.member("tolerance", tolerance, places: nil) }
      if let match = answer.match { writer.member("match", match) }
      if !answer.feedback.isEmpty { writer.member("feedback", answer.feedback) }
    }
  }
}
