import ReciteCore

/// A pack as JSON for other programs: everything that the model holds, texts as Markdown.
///
///     {"pack":"rivers","title":"Rivers",…,"items":[{"id":"longest","kind":"text",…}]}
///
/// `PackSchema.text` describes it; a member that has no value is left out.
package enum PackJSON {
  /// The pack as one line of JSON.
  /// - Complexity: O(*n*) over the pack.
  package static func text(of pack: Pack) -> String {
    var writer = JSONWriter()
    write(pack, to: &writer)
    writer.newline()
    return writer.text
  }

  private static func write(_ pack: Pack, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("pack", pack.id.rawValue)
      writer.member("title", pack.title)
      if let author = pack.author { writer.member("author", author) }
      if let license = pack.license { writer.member("license", license) }
      writer.member("language", pack.language)
      writer.member("topics", pack.topics.map(\.rawValue))
      writer.key("sources")
      writer.array { writer in
        for source in pack.sources { write(source, to: &writer) }
      }
      if let map = pack.mapFile { writer.member("map", map) }
      writer.member("credits", pack.credits)
      if let pass = pack.passMark { writer.member("pass", pass, places: 3) }
      writer.key("synonyms")
      writer.array { writer in
        for synonym in pack.synonyms { strings(synonym.phrases, to: &writer) }
      }
      writer.member("introduction", PackWriter.text(of: pack.introduction))
      writer.key("lessons")
      writer.array { writer in
        for lesson in pack.lessons { write(lesson, to: &writer) }
      }
      writer.key("items")
      writer.array { writer in
        for item in pack.items { write(item, to: &writer) }
      }
    }
  }

  private static func write(_ source: SourceDocument, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", source.id.rawValue)
      writer.member("title", source.title)
      if let file = source.file { writer.member("file", file) }
      if let count = source.paragraphCount { writer.member("paragraphs", count) }
    }
  }

  private static func write(_ lesson: Lesson, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", lesson.title.plain)
      if let topic = lesson.topic { writer.member("topic", topic.rawValue) }
      writer.member("requires", lesson.requires)
      writer.key("sections")
      writer.array { writer in
        for section in lesson.sections {
          writer.object { writer in
            if let title = section.title { writer.member("title", title.plain) }
            writer.member("reading", PackWriter.text(of: section.reading))
            writer.member("items", section.items.map(\.id.rawValue))
          }
        }
      }
    }
  }

  // MARK: Items

  private static func write(_ item: Item, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", item.id.rawValue)
      writer.member("kind", item.kind.name)
      if let topic = item.topic { writer.member("topic", topic.rawValue) }
      writer.member("tags", item.tags)
      writer.member("stem", PackWriter.text(of: item.stem))
      write(item.kind, to: &writer)
      writer.member("hints", item.hints.map(markdown))
      writer.member("explanation", item.explanation.map(markdown))
      writer.key("sources")
      writer.array { writer in
        for source in item.sources { write(source, to: &writer) }
      }
      writer.member("quotes", item.quotes)
      writer.member("see", item.passages.map(see))
      write(item.marking, to: &writer)
      writer.member("requires", item.requires.map(\.rawValue))
      writer.member("apart", item.apart.map(\.rawValue))
      writer.member("shuffle", item.shuffles)
    }
  }

  private static func write(_ kind: ItemKind, to writer: inout JSONWriter) {
    switch kind {
    case .choice(let options, let key): write(options, keys: [key], to: &writer)
    case .selection(let options, let keys): write(options, keys: keys, to: &writer)
    case .trueFalse(let truth): writer.member("answer", truth)
    case .text(let accepted): writer.member("accepted", accepted.all)
    case .number(let key): write(key, to: &writer)
    case .list(let parts, let need):
      write("parts", parts, to: &writer)
      if let need { writer.member("need", need) }
    case .ordering(let steps): write("parts", steps, to: &writer)
    case .matching(let matching): write(matching, to: &writer)
    case .cloze(let gaps, let anyOrder):
      write("gaps", gaps, to: &writer)
      writer.member("any_order", anyOrder)
    case .map(let question): write(question, to: &writer)
    case .chain(let links): write("parts", links, to: &writer)
    case .open(let rubric): write(rubric, to: &writer)
    }
  }

  private static func write(
    _ options: [ReciteCore.Option], keys: [Int], to writer: inout JSONWriter
  ) {
    writer.key("options")
    writer.array { writer in
      for (index, option) in options.enumerated() {
        writer.object { writer in
          writer.member("text", markdown(option.text))
          writer.member("right", keys.contains(index))
          if let feedback = option.feedback { writer.member("feedback", markdown(feedback)) }
        }
      }
    }
  }

  private static func write(_ key: NumberKey, to writer: inout JSONWriter) {
    writer.member("accepted", key.written.all)
    writer.key("number")
    writer.object { writer in
      switch key.target {
      case .exactly(let value): writer.member("value", value, places: nil)
      case .within(let value, let tolerance):
        writer.member("value", value, places: nil)
        writer.member("tolerance", tolerance, places: nil)
      case .range(let range):
        writer.member("from", range.lowerBound, places: nil)
        writer.member("to", range.upperBound, places: nil)
      }
      writer.member("unit", key.unit)
    }
  }

  private static func write(_ matching: Matching, to writer: inout JSONWriter) {
    writer.member("captions", [markdown(matching.leftCaption), markdown(matching.rightCaption)])
    writer.key("pairs")
    writer.array { writer in
      for pair in matching.pairs {
        strings([markdown(pair.left), markdown(pair.right)], to: &writer)
      }
    }
    writer.member("distractors", matching.distractors.map(markdown))
  }

  private static func write(_ question: MapQuestion, to writer: inout JSONWriter) {
    writer.key("map")
    writer.object { writer in
      switch question {
      case .name(let id): writer.member("name", id.rawValue)
      case .pick(let id): writer.member("pick", id.rawValue)
      case .borders(let id): writer.member("borders", id.rawValue)
      case .each(let kind): writer.member("each", kind)
      }
    }
  }

  private static func write(_ rubric: Rubric, to writer: inout JSONWriter) {
    writer.key("points")
    writer.array { writer in
      for point in rubric.points {
        writer.object { writer in
          writer.member("weight", point.weight)
          write("any", point.any, to: &writer)
          write("not", point.not, to: &writer)
        }
      }
    }
    if let need = rubric.need { writer.member("need", need) }
    if !rubric.model.isEmpty { writer.member("model", rubric.model.map(markdown)) }
  }

  /// Requirements: each a list of groups, each group a list of phrases.
  private static func write(
    _ key: String, _ requirements: [Requirement], to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.array { writer in
      for requirement in requirements {
        writer.array { writer in
          for group in requirement.groups { strings(group, to: &writer) }
        }
      }
    }
  }

  // MARK: Fields

  private static func write(_ marking: Marking, to writer: inout JSONWriter) {
    writer.key("marking")
    writer.object { writer in
      writer.member("spelling", marking.spelling.rawValue)
      writer.member("case_matters", marking.caseMatters)
      writer.member("accents_matter", marking.accentsMatter)
      writer.member("unit_required", marking.unitRequired)
      writer.key("reject")
      writer.array { writer in
        for rejected in marking.rejected {
          writer.object { writer in
            writer.member("answers", rejected.accepted.all)
            if let feedback = rejected.feedback { writer.member("feedback", markdown(feedback)) }
          }
        }
      }
      writer.member("must_not_contain", marking.mustNotContain)
    }
  }

  private static func write(_ reference: SourceReference, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("source", reference.source.rawValue)
      switch reference.place {
      case .whole: break
      case .paragraphs(let range): span("paragraphs", range, to: &writer)
      case .pages(let range): span("pages", range, to: &writer)
      }
    }
  }

  private static func span(_ key: String, _ range: ClosedRange<Int>, to writer: inout JSONWriter) {
    writer.key(key)
    writer.array {
      $0.integer(range.lowerBound)
      $0.integer(range.upperBound)
    }
  }

  private static func see(_ reference: PassageReference) -> String {
    switch reference {
    case .paragraph(let number): "¶\(number)"
    case .words(let words): "\"\(words)\""
    }
  }

  /// Answers, each with its alternatives, the key first.
  private static func write(_ key: String, _ parts: [Accepted], to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for part in parts { strings(part.all, to: &writer) }
    }
  }

  private static func strings(_ strings: [String], to writer: inout JSONWriter) {
    writer.array { writer in
      for string in strings { writer.string(string) }
    }
  }

  private static func markdown(_ text: RichText) -> String { MarkdownText.text(text, at: .value) }
}
