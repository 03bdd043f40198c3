import ReciteCore

/// The settings file: `key = value` a line, `#` before what is said to the reader only.
///
/// A value may stand in quotation marks, and must where it holds ` #`; a mark within is then written
/// twice.
///
/// It belongs to the learner: comments, blank lines, lines that say nothing we know and the layout
/// of those that we do all stay as they are when a setting is changed.
package struct SettingsText: Equatable, Sendable {
  /// A larger file is none of settings.
  package static let limit = 1 << 20

  /// Something that a line says and that could not be used.
  package struct Fault: Error, Equatable, Sendable {
    /// Counted from 1.
    package var line: Int
    /// What is wrong, and what to do.
    package var message: String
  }

  private struct Line: Equatable, Sendable {
    /// Without its end.
    var text: String
    /// The setting that it names and what stands after the `=`, as ranges of `text`.
    var assignment: Assignment?
  }

  private struct Assignment: Equatable, Sendable {
    var setting: Setting
    var value: Range<String.Index>
    var written: String
  }

  private var lines: [Line] = []
  private let endsLine: String
  /// What could not be used, by line.
  package private(set) var faults: [Fault] = []
  /// What the file sets: each setting once, the last line of it.
  package private(set) var values: [(setting: Setting, value: SettingValue)] = []

  package static func == (one: SettingsText, other: SettingsText) -> Bool {
    one.bytes == other.bytes
  }

  /// An empty file.
  package init() { endsLine = "\n" }

  /// Reads a file; what is broken is left out and told.
  package init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    endsLine = bytes.contains(0x0d) ? "\r\n" : "\n"
    var rows = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    if rows.last?.isEmpty == true { rows.removeLast() }
    var places: [Setting: Int] = [:]
    for (index, row) in rows.enumerated() {
      var bytes = row.last == 0x0d ? row.dropLast() : row
      // Files that were joined may have a byte order mark in their midst.
      while bytes.starts(with: mark) { bytes = bytes.dropFirst(mark.count) }
      var line = Line(text: String(decoding: bytes, as: UTF8.self))
      do throws(Fault) {
        if let (assignment, value) = try SettingsText.read(line.text, number: index + 1) {
          line.assignment = assignment
          if let earlier = places[assignment.setting] {
            faults.append(
              Fault(
                line: earlier + 1,
                message: "'\(assignment.setting.rawValue)' is set again in line \(index + 1), "
                  + "which counts; delete one of them"))
            values.removeAll { $0.setting == assignment.setting }
          }
          places[assignment.setting] = index
          values.append((assignment.setting, value))
        }
      } catch {
        faults.append(error)
      }
      lines.append(line)
    }
    faults.sort { $0.line < $1.line }
  }

  /// The file as it is to be written.
  package var bytes: [UInt8] {
    Array(lines.reduce(into: "") { $0 += $1.text + endsLine }.utf8)
  }

  /// Sets a value where the setting stands, or in a new last line.
  package mutating func set(_ setting: Setting, to value: SettingValue) {
    values.removeAll { $0.setting == setting }
    values.append((setting, value))
    let written = SettingsText.written(value)
    let places = lines.indices.filter { lines[$0].assignment?.setting == setting }
    guard let place = places.last, let assignment = lines[place].assignment else {
      if lines.isEmpty { lines = [Line(text: SettingsText.header)] }
      return append("\(setting.rawValue) = \(written)")
    }
    lines[place].text.replaceSubrange(assignment.value, with: written)
    lines[place].assignment = (try? SettingsText.read(lines[place].text, number: 1))?.0
    for double in places.dropLast().reversed() { lines.remove(at: double) }
  }

  /// Takes a setting out, so that it is what it is unless set.
  package mutating func reset(_ setting: Setting) {
    values.removeAll { $0.setting == setting }
    lines.removeAll { $0.assignment?.setting == setting }
  }

  private mutating func append(_ text: String) {
    lines.append(
      Line(text: text, assignment: (try? SettingsText.read(text, number: 1))?.0))
  }

  private static let header = "# Recite's settings; 'recite settings' lists and explains them."

  /// A value that would be read otherwise stands in quotation marks.
  private static func written(_ value: SettingValue) -> String {
    guard case .text(let text) = value else { return value.text }
    let needsMarks = text.hasPrefix("\"") || text.hasPrefix("#") || text.contains(" #")
    return needsMarks ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// What a line sets; nil for one that is blank or a comment.
  private static func read(
    _ text: String, number: Int
  ) throws(Fault) -> (Assignment, SettingValue)? {
    let trimmed = text.trimmingBlanks()
    guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { return nil }
    guard !text.unicodeScalars.contains("\u{fffd}"), !text.unicodeScalars.contains("\0") else {
      throw Fault(line: number, message: "this line is not UTF-8 text; write it anew")
    }
    guard let equals = text.firstIndex(of: "=") else {
      let name = trimmed.prefix { $0 != " " && $0 != "\t" && $0 != ":" }
      let example = Setting.named(String(name)) ?? .theme
      throw Fault(
        line: number,
        message: "expected 'key = value', such as '\(example.rawValue) = \(example.standard.text)'")
    }
    let name = String(text[..<equals]).trimmingBlanks()
    guard let setting = Setting.named(name) else {
      let near = Setting.suggestion(for: name).map { "; did you mean '\($0)'?" } ?? ""
      throw Fault(line: number, message: "there is no setting '\(name)'\(near)")
    }
    let start = text[text.index(after: equals)...].firstIndex { !isBlank($0) } ?? text.endIndex
    let value: Range<String.Index>
    let written: String
    if start < text.endIndex, text[start] == "\"" {
      guard let end = closingMark(in: text, opened: start) else {
        throw Fault(
          line: number,
          message:
            "a value in quotation marks ends with one, and nothing but a comment may follow; "
            + "write a mark within it as two")
      }
      value = start..<text.index(after: end)
      written = String(text[text.index(after: start)..<end]).replacing("\"\"", with: "\"")
    } else {
      value = start..<end(ofValueIn: text, from: start)
      written = String(text[value])
    }
    do throws(SettingFault) {
      return (
        Assignment(setting: setting, value: value, written: written),
        try SettingValue(written, for: setting)
      )
    } catch {
      throw Fault(line: number, message: "\(error)")
    }
  }

  /// Where a value without marks ends: before a comment, and the blanks before it.
  private static func end(ofValueIn text: String, from start: String.Index) -> String.Index {
    var end = start
    var place = start
    while place < text.endIndex {
      let isComment =
        text[place] == "#" && (place == start || isBlank(text[text.index(before: place)]))
      if isComment { break }
      if !isBlank(text[place]) { end = text.index(after: place) }
      place = text.index(after: place)
    }
    return end
  }

  /// The mark that ends a value begun with one; nil where there is none or a value goes on after it.
  private static func closingMark(in text: String, opened: String.Index) -> String.Index? {
    var place = text.index(after: opened)
    while let mark = text[place...].firstIndex(of: "\"") {
      place = text.index(after: mark)
      if place < text.endIndex, text[place] == "\"" {
        place = text.index(after: place)
        continue
      }
      let rest = text[place...].drop(while: isBlank)
      let isComment = rest.first == "#" && rest.startIndex > place
      return rest.isEmpty || isComment ? mark : nil
    }
    return nil
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}
