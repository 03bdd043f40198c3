import ReciteCore

/// Everything that is wrong with a pack: what reading it found, what grading its keys found, and what
/// a reviewer would mark.
package enum PackReview {
  /// The diagnostics of a pack that was read, sorted by file and place; what its header allows is left
  /// out.
  ///
  /// Of one file at most `PackLimits.diagnostics` findings of the review are kept, errors first, and
  /// how many there are is said.
  package static func diagnostics(
    of reading: PackReading, in folder: PackFolder, lexicon: Lexicon
  ) -> [Diagnostic] {
    guard let pack = reading.pack else { return reading.diagnostics }
    let grader = Grader(lexicon: lexicon, packs: [pack])
    let keys = KeyDiagnostics.diagnostics(
      of: grader.keyFaults(of: pack), in: reading, folder: folder)
    let flaws = FlawDiagnostics.diagnostics(
      of: grader.flaws(of: pack, documents: reading.paragraphs), in: reading, folder: folder)
    return sorted(reading.diagnostics + capped(keys + flaws))
  }

  /// In the order of paths and places; at one place in the order in which they were found.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { one, other in
      let (first, second) = (one.element.place, other.element.place)
      if first.path != second.path { return first.path < second.path }
      if first.start != second.start { return first.start < second.start }
      return one.offset < other.offset
    }.map(\.element)
  }

  private static func capped(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for diagnostic in diagnostics { counts[diagnostic.place.path, default: 0] += 1 }
    let full = counts.filter { $0.value > PackLimits.diagnostics }
    guard !full.isEmpty else { return diagnostics }
    var kept = diagnostics.filter { full[$0.place.path] == nil }
    for (path, count) in full.sorted(by: { $0.key < $1.key }) {
      let own = diagnostics.filter { $0.place.path == path }
      let ranked =
        own.filter { $0.severity == .error } + own.filter { $0.severity == .warning }
        + own.filter { $0.severity == .notice }
      kept += ranked.prefix(PackLimits.diagnostics)
      kept.append(
        Diagnostic(
          code: .tooManyFaults, severity: DiagnosticCode.tooManyFaults.severity,
          place: Diagnostic.Place(path: path), message: Reports.overflowMessage(count),
          help: "mend these first, then check again"))
    }
    return kept
  }
}

extension PackReading {
  /// The paragraphs of the sources that are at hand.
  package var paragraphs: [SourceID: [String]] {
    Dictionary(
      documents.map { ($0.source, $0.paragraphs) }, uniquingKeysWith: { first, _ in first })
  }
}
