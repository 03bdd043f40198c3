import ReciteCore

/// Finds where the parts of a pack's items stand in its files, for what is found after reading.
struct PlaceFinder {
  private let reading: PackReading
  private let folder: PackFolder
  private var indices: [Int: LineIndex] = [:]

  init(_ reading: PackReading, _ folder: PackFolder) {
    self.reading = reading
    self.folder = folder
  }

  /// The place of a part of an item, which is counted from 0 in the order of the pack.
  mutating func place(of part: Flaw.Part, in item: Int) -> Diagnostic.Place? {
    guard reading.places.indices.contains(item) else { return nil }
    let found = reading.places[item]
    let places = found.places
    switch part {
    case .heading: return place(places.heading, in: found.file)
    case .answer: return place(places.answer, in: found.file)
    case .source:
      let source = places.references.first {
        if case .source = $0.reference { true } else { false }
      }
      return place(source?.range ?? places.heading, in: found.file)
    case .option(let number):
      return place(line(number, of: .boxes, in: item) ?? places.answer, in: found.file)
    case .hint(let number):
      return place(line(number, of: .hints, in: item) ?? places.heading, in: found.file)
    }
  }

  /// The line of the header that begins with these words; the file's beginning where there is none.
  mutating func headerPlace(_ words: String) -> Diagnostic.Place? {
    guard let file = folder.files.firstIndex(where: { PackReader.isLesson($0.name) }),
      case .bytes(let bytes) = folder.files[file].contents
    else { return nil }
    var start = 0
    var number = 0
    while start < bytes.count, number < PackLimits.headerLines {
      let end = bytes[start...].firstIndex(of: Ascii.newline) ?? bytes.count
      if bytes[start..<end].starts(with: words.utf8) {
        return place(original: start..<max(start, end), in: file)
      }
      if number > 0, bytes[start..<end].starts(with: "---".utf8) { break }
      start = end + 1
      number += 1
    }
    return place(original: 0..<0, in: file)
  }

  private mutating func place(_ range: Range<Int>, in file: Int) -> Diagnostic.Place? {
    let map = reading.offsets.indices.contains(file) ? reading.offsets[file] : nil
    return place(original: map?.original(range) ?? range, in: file)
  }

  private mutating func place(original range: Range<Int>, in file: Int) -> Diagnostic.Place? {
    guard folder.files.indices.contains(file),
      case .bytes(let bytes) = folder.files[file].contents
    else { return nil }
    let index = indices[file] ?? LineIndex(bytes)
    indices[file] = index
    let start = index.position(of: range.lowerBound)
    return Diagnostic.Place(
      path: folder.files[file].path, start: start, end: index.position(of: range.upperBound),
      excerpt: index.line(start.line))
  }

  // MARK: Lines of an item

  private enum Sought { case boxes, hints }

  /// The text of the line with the box or hint of this number; nil where the file has it not.
  ///
  /// Nothing is kept of such lines when a pack is read, since only a flaw ever asks for them.
  private func line(_ number: Int, of sought: Sought, in item: Int) -> Range<Int>? {
    let found = reading.places[item]
    guard case .bytes(let bytes) = folder.files[found.file].contents else { return nil }
    // A file from which marks were taken out has other offsets; its places stay coarse.
    let heading = found.places.heading
    guard reading.offsets.indices.contains(found.file),
      reading.offsets[found.file].original(heading) == heading
    else { return nil }
    var start = bytes[heading.upperBound...].firstIndex(of: Ascii.newline).map { $0 + 1 }
    var count = 0
    var lines = 0
    while let line = start, line < bytes.count, lines < 2_000 {
      let end = bytes[line...].firstIndex(of: Ascii.newline) ?? bytes.count
      if bytes[line] == Ascii.hash { return nil }
      if let text = PlaceFinder.text(of: bytes[line..<end], sought) {
        if count == number { return text }
        count += 1
      }
      start = end + 1
      lines += 1
    }
    return nil
  }

  private static func text(of line: ArraySlice<UInt8>, _ sought: Sought) -> Range<Int>? {
    let trimmed = line.drop(while: Ascii.isSpace)
    var end = line.endIndex
    while end > trimmed.startIndex, Ascii.isSpace(line[end - 1]) || line[end - 1] == 0x0d {
      end -= 1
    }
    switch sought {
    case .hints:
      let name = trimmed.drop { $0 == Ascii.asterisk }
      guard name.prefix(4).map(Ascii.lowered).elementsEqual("hint".utf8), name.count > 4 else {
        return nil
      }
      return trimmed.startIndex..<end
    case .boxes:
      guard let open = trimmed.prefix(8).firstIndex(of: Ascii.openBracket), open + 2 < end,
        line[open + 2] == Ascii.closeBracket, open + 3 < end
      else { return nil }
      var start = open + 3
      while start < end, Ascii.isSpace(line[start]) { start += 1 }
      return start..<end
    }
  }
}
