import ReciteCore

/// Reads what the header names: the map, the documents.
extension PackReader {
  /// The bytes of a file that the header names; nil, and a report at its name, where there are none.
  private mutating func attachment(_ name: String, at range: Range<Int>) -> [UInt8]? {
    let file = folder.files.first { $0.name == name }
    switch file?.contents ?? .unusable(.missing) {
    case .bytes(let bytes): return bytes
    case .unusable(let fault):
      let report = FaultReport(fault)
      reports[mainFile].add(
        report.code, at: range, "'\(name)': \(report.message)", help: report.help)
      return nil
    }
  }

  mutating func readMap() -> GeoMap? {
    guard let name = pack.mapFile, let range = headerPlaces.map,
      let bytes = attachment(name, at: range)
    else { return nil }
    let reading = readsMap(bytes)
    for fault in reading.faults {
      guard let file = folder.files.firstIndex(where: { $0.name == name }) else { continue }
      reports[file].add(
        .badMap, at: fault.offset..<min(fault.offset + 1, bytes.count), fault.message,
        help: fault.help ?? "'recite explain P059' says what a map holds")
    }
    return reading.map
  }

  mutating func readDocuments() -> [SourceParagraphs] {
    var documents: [SourceParagraphs] = []
    for source in given where pack.sources.contains(where: { $0.id == source.id }) {
      var screened = Reports(file: mainFile)
      if case .text(let text, _) = TextScreen.screen(source.bytes, reports: &screened) {
        documents.append(SourceParagraphs(source: source.id, text: text))
      } else {
        let fault = screened.entries.first
        reports[mainFile].add(
          fault?.code ?? .notUTF8, at: 0..<0,
          "'\(source.path)', given as the source '\(source.id)': "
            + (fault?.message ?? "this is no text"), help: fault?.help)
      }
    }
    for (source, range) in headerPlaces.files
    where !given.contains(where: { $0.id == source }) {
      guard let name = pack.sources.first(where: { $0.id == source })?.file,
        let bytes = attachment(name, at: range)
      else { continue }
      var screened = Reports(file: mainFile)
      guard case .text(let text, _) = TextScreen.screen(bytes, reports: &screened) else {
        let fault = screened.entries.first
        reports[mainFile].add(
          fault?.code ?? .notUTF8, at: range, "'\(name)': \(fault?.message ?? "this is no text")",
          help: fault?.help)
        continue
      }
      documents.append(SourceParagraphs(source: source, text: text))
    }
    return documents
  }
}
