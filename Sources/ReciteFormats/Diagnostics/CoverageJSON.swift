import ReciteCore

/// What packs cover, for programs: the member `coverage` of `check --coverage --format json`.
extension DiagnosticReport {
  static func write(_ coverage: Coverage, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("pack", coverage.pack.rawValue)
      writer.member("items", coverage.items)
      writer.member("explained", coverage.explained)
      writer.member("hinted", coverage.hinted)
      writer.member("cited", coverage.cited)
      writer.key("sources")
      writer.array { writer in
        for source in coverage.sources { write(source, to: &writer) }
      }
      writer.key("topics")
      writer.array { writer in
        for line in coverage.topics {
          writer.object { writer in
            writer.key("topic")
            if let topic = line.topic { writer.string(topic.rawValue) } else { writer.null() }
            writer.member("items", line.items)
            writer.key("kinds")
            writer.object { writer in
              for (kind, count) in zip(coverage.kinds, line.kinds) where count > 0 {
                writer.member(kind, count)
              }
            }
          }
        }
      }
      writer.key("lessons")
      writer.array { writer in
        for lesson in coverage.lessons { write(lesson, to: &writer) }
      }
    }
  }

  private static func write(_ source: Coverage.Source, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("source", source.id.rawValue)
      writer.member("title", source.title)
      writer.key("paragraphs")
      if let count = source.paragraphs { writer.integer(count) } else { writer.null() }
      writer.member("items", source.items)
      writer.key("cited")
      writer.array { writer in
        for number in source.cited { writer.integer(number) }
      }
      writer.key("uncited")
      writer.array { writer in
        for paragraph in source.uncited {
          writer.object { writer in
            writer.member("paragraph", paragraph.number)
            writer.member("beginning", paragraph.beginning)
          }
        }
      }
    }
  }

  private static func write(_ lesson: Coverage.LessonLine, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", lesson.title)
      writer.member("items", lesson.items)
      writer.member("words", lesson.words)
      writer.key("grade")
      if let grade = lesson.grade { writer.double(grade, places: 1) } else { writer.null() }
      writer.member("unasked", lesson.unasked)
    }
  }
}
