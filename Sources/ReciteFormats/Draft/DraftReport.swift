import ReciteCore

/// What is said about a draft: in a few lines, one by one, or as JSON.
package enum DraftReport {
  /// How much was proposed and left out, by reason; one line a reason.
  package static func summary(of draft: Draft, in document: String) -> String {
    var lines = [
      "\(count(draft.entries.count, "item")) proposed from \(count(draft.sentenceCount, "sentence")) of '\(document)'"
    ]
    let kinds = counts(draft.entries.map(\.form))
    if !kinds.isEmpty {
      lines.append("  by form: " + kinds.map { "\($0.count) \($0.name)" }.joined(separator: ", "))
    }
    let reasons = DraftReason.allCases.compactMap { reason in
      let number = draft.leftOut.count { $0.reason == reason }
      return number > 0 ? "  left out: \(number) - \(reason.rawValue)" : nil
    }
    lines += reasons
    if !draft.skipped.isEmpty {
      lines.append(
        "  read past: "
          + draft.skipped.map { "\($0.count) \(name($0.what))" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// One line for each thing that was left out.
  package static func details(of draft: Draft) -> [String] {
    draft.leftOut.map { left in
      let text = left.text.count > 90 ? left.text.prefix(89) + "…" : left.text[...]
      return "¶\(left.paragraph): \(left.reason.rawValue): \(text)"
    }
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
      writer.key("left_out")
      writer.array { writer in
        for left in draft.leftOut {
          writer.object { writer in
            writer.member("paragraph", left.paragraph)
            writer.member("reason", "\(left.reason)")
            writer.member("text", left.text)
          }
        }
      }
      writer.member("sentences", draft.sentenceCount)
      writer.member("proposed", draft.entries.count)
    }
    return writer.text + "\n"
  }

  private static func counts(_ names: [String]) -> [(name: String, count: Int)] {
    DraftProposal.Form.allCases.compactMap { form in
      let count = names.count { $0 == form.rawValue }
      return count > 0 ? (form.rawValue, count) : nil
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func name(_ what: String) -> String {
    switch what {
    case "pageHeader": "page headers"
    case "table": "tables"
    case "code": "code blocks"
    case "caption": "captions"
    case "references": "references and notes"
    case "teaser": "teasers at the end"
    default: what
    }
  }
}
