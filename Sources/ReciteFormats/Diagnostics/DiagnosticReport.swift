import ReciteCore

/// Diagnostics for programs: the checker's own JSON, and SARIF.
package enum DiagnosticReport {
  /// One object with every diagnostic, and how many errors and warnings there are.
  ///
  ///     {"diagnostics":[{"path":…,"line":14,"column":7,…}],"errors":1,"warnings":0}
  package static func json(
    _ diagnostics: [Diagnostic], kinds: [KindLine]? = nil, coverage: [Coverage]? = nil
  ) -> String {
    var writer = JSONWriter()
    writer.object { write(diagnostics, kinds: kinds, coverage: coverage, to: &$0) }
    writer.newline()
    return writer.text
  }

  /// The members of an object that hold diagnostics, and how many there are.
  static func write(
    _ diagnostics: [Diagnostic], kinds: [KindLine]? = nil, coverage: [Coverage]? = nil,
    to writer: inout JSONWriter
  ) {
    writer.key("diagnostics")
    writer.array { writer in
      for diagnostic in diagnostics { write(diagnostic, to: &writer) }
    }
    if let kinds {
      writer.key("kinds")
      writer.array { writer in
        for line in kinds { write(line, to: &writer) }
      }
    }
    if let coverage {
      writer.key("coverage")
      writer.array { writer in
        for pack in coverage { write(pack, to: &writer) }
      }
    }
    writer.member("errors", diagnostics.count { $0.severity == .error })
    writer.member("warnings", diagnostics.count { $0.severity == .warning })
  }

  private static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", diagnostic.place.path)
      writer.member("line", diagnostic.place.start.line)
      writer.member("column", diagnostic.place.start.column)
      writer.member("end_line", diagnostic.place.end.line)
      writer.member("end_column", diagnostic.place.end.column)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("code", diagnostic.code.rawValue)
      writer.member("message", diagnostic.message)
      writer.key("help")
      if let help = diagnostic.help { writer.string(help) } else { writer.null() }
    }
  }

  private static func write(_ line: KindLine, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", line.path)
      writer.member("line", line.line)
      writer.member("item", line.item)
      writer.member("kind", line.kind)
      writer.member("key", line.key)
    }
  }

  // MARK: SARIF

  /// The diagnostics as SARIF 2.1.0, one run, a rule for each code that occurs.
  /// - Source: OASIS, "Static Analysis Results Interchange Format Version 2.1.0".
  package static func sarif(_ diagnostics: [Diagnostic]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array { $0.object { run(diagnostics, to: &$0) } }
    }
    writer.newline()
    return writer.text
  }

  private static func run(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    let codes = DiagnosticCode.allCases.filter { code in
      diagnostics.contains { $0.code == code }
    }
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.member("name", "recite")
        writer.key("rules")
        writer.array { writer in
          for code in codes { rule(code, to: &writer) }
        }
      }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.array { writer in
      for diagnostic in diagnostics { result(diagnostic, codes, to: &writer) }
    }
  }

  private static func rule(_ code: DiagnosticCode, to writer: inout JSONWriter) {
    let page = ExplanationPage.page(code)
    writer.object { writer in
      writer.member("id", code.rawValue)
      writer.member("name", "\(code)")
      writer.key("shortDescription")
      writer.object { $0.member("text", page?.title ?? "\(code)") }
      writer.key("fullDescription")
      writer.object { writer in
        let text = (page?.text ?? "").split(separator: "\n").joined(separator: " ")
        writer.member("text", text.isEmpty ? "\(code)" : text)
      }
      writer.key("defaultConfiguration")
      writer.object { $0.member("level", level(code.severity)) }
    }
  }

  /// What SARIF calls a severity.
  private static func level(_ severity: Diagnostic.Severity) -> String {
    severity == .notice ? "note" : severity.rawValue
  }

  private static func result(
    _ diagnostic: Diagnostic, _ codes: [DiagnosticCode], to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("ruleId", diagnostic.code.rawValue)
      if let index = codes.firstIndex(of: diagnostic.code) { writer.member("ruleIndex", index) }
      writer.member("level", level(diagnostic.severity))
      writer.key("message")
      writer.object { writer in
        let help = diagnostic.help.map { "\n" + $0 } ?? ""
        writer.member("text", diagnostic.message + help)
      }
      writer.key("locations")
      writer.array { $0.object { physical(diagnostic.place, to: &$0) } }
      if !diagnostic.notes.isEmpty {
        writer.key("relatedLocations")
        writer.array { writer in
          for note in diagnostic.notes {
            writer.object { writer in
              physical(note.place, to: &writer)
              writer.key("message")
              writer.object { $0.member("text", note.message) }
            }
          }
        }
      }
    }
  }

  private static func physical(_ place: Diagnostic.Place, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writer.key("artifactLocation")
      writer.object { $0.member("uri", uri(place.path)) }
      writer.key("region")
      writer.object { writer in
        let start = codePoints(before: place.start.column, in: place.excerpt)
        writer.member("startLine", place.start.line)
        writer.member("startColumn", start)
        guard place.end.line == place.start.line, place.end > place.start else { return }
        writer.member("endColumn", codePoints(before: place.end.column, in: place.excerpt))
      }
    }
  }

  /// A column of characters as one of code points, which is what SARIF can count.
  private static func codePoints(before column: Int, in line: String) -> Int {
    line.prefix(max(0, column - 1)).unicodeScalars.count + 1
  }

  /// A path as the reference of a URI: all but the unreserved characters and `/` in per cent form.
  private static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case _ where Ascii.isAlphanumeric(byte), Ascii.hyphen, Ascii.dot, Ascii.underscore,
        Ascii.tilde, Ascii.slash:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}
