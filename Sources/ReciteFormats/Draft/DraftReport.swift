import ReciteCore

/// What is said about a draft: in a few lines, one by one, or as JSON.
package enum DraftReport {
  /// How much was proposed and left out, by reason; one line a reason.
  package static func summary(of draft: Draft, in document: String) -> String {
    let leftOut = draft.sentenceCount - draft.askedCount
    var lines = [
      "\(counted(draft.entries.count, "item")) proposed from "
        + "\(counted(draft.sentenceCount, "sentence")) of '\(document)'"
    ]
    let forms = DraftProposal.Form.allCases.compactMap { form in
      let count = draft.entries.count { $0.form == form.rawValue }
      return count > 0 ? "\(count) \(form.rawValue)" : nil
    }
    if !forms.isEmpty { lines.append("  by form: " + forms.joined(separator: ", ")) }
    if leftOut > 0 {
      lines.append("  sentences asked about: \(draft.askedCount); left out: \(leftOut)")
      lines += reasons(of: draft.leftOut)
    }
    if !draft.setAside.isEmpty {
      lines.append("  further proposals set aside: \(draft.setAside.count)")
      lines += reasons(of: draft.setAside)
    }
    if !draft.skipped.isEmpty {
      let passages = draft.skipped.map { counted($0.count, $0.what.rawValue) }
      lines.append("  read past: " + passages.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  private static func reasons(of left: [Draft.LeftOut]) -> [String] {
    DraftReason.allCases.compactMap { reason in
      let number = left.count { $0.reason == reason }
      return number > 0 ? "    \(number) - \(reason.rawValue)" : nil
    }
  }

  /// One line for each thing that was left out.
  package static func details(of draft: Draft) -> [String] {
    draft.leftOut.map { detail($0, "left out, \($0.reason.rawValue)") }
      + draft.setAside.map { detail($0, "set aside, \($0.reason.rawValue)") }
  }

  private static func detail(_ left: Draft.LeftOut, _ what: String) -> String {
    let text = left.text.count > 90 ? left.text.prefix(89) + "…" : left.text[...]
    return "¶\(left.paragraph): \(what): \(text)"
  }

  /// Proposals and what was left out, in the order of the document.
  package static func json(_ draft: Draft) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("items")
      writer.array { writer in
        for entry in draft.entries {
          writer.object { writer in
            writer.member("id", entry.item.id.rawValue)
            writer.member("kind", entry.item.kind.name)
            writer.member("form", entry.form)
            writer.member("topic", entry.item.topic?.rawValue ?? "")
            writer.key("paragraphs")
            writer.array { writer in
              for range in entry.paragraphs {
                writer.array { writer in
                  writer.integer(range.lowerBound)
                  writer.integer(range.upperBound)
                }
              }
            }
            writer.member("stem", PackWriter.text(of: entry.item.stem))
            writer.member("key", entry.key)
            writer.member("quotes", entry.item.quotes)
          }
        }
      }
      writer.leftOut("left_out", draft.leftOut)
      writer.leftOut("set_aside", draft.setAside)
      writer.member("sentences", draft.sentenceCount)
      writer.member("asked", draft.askedCount)
      writer.member("proposed", draft.entries.count)
    }
    return writer.text + "\n"
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension JSONWriter {
  fileprivate mutating func leftOut(_ key: String, _ all: [Draft.LeftOut]) {
    self.key(key)
    array { writer in
      for left in all {
        writer.object { writer in
          writer.member("paragraph", left.paragraph)
          writer.member("reason", "\(left.reason)")
          writer.member("text", left.text)
        }
      }
    }
  }
}
