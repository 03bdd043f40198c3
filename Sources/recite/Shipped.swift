import CShipped
import ReciteCore

/// The files that ship inside the program.
enum Shipped {
  /// The lesson files: paths below `Lessons/`, ascending, with their bytes.
  ///
  /// The bytes are the program's own and live as long as it runs.
  static var lessons: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] {
    var files: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] = []
    while let file = shipped_lesson(files.count)?.pointee {
      files.append(
        (String(cString: file.path), UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
    return files
  }

  /// What the grader knows of words and places.
  static var lexicon: Lexicon {
    guard let file = shipped_lexicon()?.pointee else { return .empty }
    return Lexicon(bytes: UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// The author's guide, in Markdown.
  static var guide: String {
    guard let file = lessons.first(where: { $0.path == "README.md" }) else { return "" }
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The TextMate grammar of packs, as JSON.
  static var grammar: String {
    guard let file = shipped_grammar()?.pointee else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
