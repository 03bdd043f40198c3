import Glibc
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// How a quiz without a human reports.
enum QuizFormat: String, CaseIterable {
  case text, jsonl, tap, junit, xapi
}

/// The front end of `recite quiz --answers`: a line an answer, by order or by item.
final class AnswerSheet: FrontEnd {
  /// What stands in the sheet and was not used, or was wanted and not there.
  struct Leftover {
    var unused: Int
    /// Asked items for which a sheet by item has no line, in the order asked.
    var missing: [ItemID]
  }

  /// How many lines a sheet by item may have; it is read whole.
  private static let longestSheet = 200_000
  static let byItemMark = "#by-item"

  private let source: any LineSource
  private let name: String
  private let clock: RunClock
  private let output: (Page) throws -> Void
  /// Answers by item, when the sheet begins with the mark.
  private var byItem: [ItemID: String]?
  /// A first line that was read to look for the mark.
  private var waiting: String?
  private var missing: [ItemID] = []
  private(set) var signal: Int32?

  /// A sheet whose lines come from `source`; messages call it `name`, and `output` shows one page.
  init(
    source: any LineSource, name: String, clock: RunClock, output: @escaping (Page) throws -> Void
  ) {
    self.source = source
    self.name = name
    self.clock = clock
    self.output = output
  }

  /// Reads the first line, and the whole sheet where it is by item.
  ///
  /// - Parameter items: the items of the quiz's packs.
  /// - Throws: `Failure` naming the line, where a sheet by item cannot be used.
  func open(items: [ItemID]) throws {
    guard let first = readLine() else { return }
    guard first.trimmingBlanks() == AnswerSheet.byItemMark else {
      waiting = first
      return
    }
    let known = Set(items)
    var answers: [ItemID: String] = [:]
    var number = 1
    while let line = readLine() {
      number += 1
      if line.trimmingBlanks().isEmpty { continue }
      let (item, answer) = try split(line, number: number)
      guard known.contains(item) else {
        let near = nearest(to: item.rawValue, among: items.map(\.rawValue))
        throw Failure(
          .unusable,
          "\(name):\(number): there is no item '\(item)'"
            + (near.map { "; did you mean '\($0)'?" } ?? ""))
      }
      guard answers.updateValue(answer, forKey: item) == nil else {
        throw Failure(.unusable, "\(name):\(number): a second answer to '\(item)'; delete one")
      }
      guard number <= AnswerSheet.longestSheet else {
        throw Failure(
          .unusable, "\(name): more than \(AnswerSheet.longestSheet) lines, the limit of a sheet")
      }
    }
    byItem = answers
  }

  private func split(_ line: String, number: Int) throws -> (ItemID, String) {
    guard let colon = line.range(ofFirst: ": ") else {
      if line.hasSuffix(":") { return (ItemID(String(line.dropLast())), "") }
      throw Failure(.unusable, "\(name):\(number): expected 'id: answer'")
    }
    return (
      ItemID(String(line[..<colon.lowerBound])).trimmed, String(line[colon.upperBound...])
    )
  }

  func show(_ pages: [Page]) throws {
    for page in pages { try output(page) }
  }

  func next(_ prompt: Prompt) -> Event? {
    guard case .answer(let key, _, _, _) = prompt else { return nil }
    if let byItem {
      if byItem[key.item] == nil { missing.append(key.item) }
      return .answered(byItem[key.item] ?? "", at: clock.now)
    }
    guard let line = readLine() else {
      return signal != nil ? .interrupted(at: clock.now) : .endOfInput(at: clock.now)
    }
    return .answered(line, at: clock.now)
  }

  /// What is left once the quiz is over.
  func leftover() -> Leftover {
    guard byItem == nil, signal == nil else { return Leftover(unused: 0, missing: missing) }
    var unused = 0
    while let line = readLine() { unused += line.trimmingBlanks().isEmpty ? 0 : 1 }
    return Leftover(unused: unused, missing: missing)
  }

  private func readLine() -> String? {
    if let line = waiting {
      waiting = nil
      return line
    }
    while signal == nil {
      switch source.nextLine(LinePrompt("")) {
      case .line(let line): return line
      case .key, .elapsed: continue
      case .interrupted:
        signal = SIGINT
        return nil
      case .terminated(let number):
        signal = number
        return nil
      case .endOfInput, .failed: return nil
      }
    }
    return nil
  }
}

extension ItemID {
  fileprivate var trimmed: ItemID { ItemID(rawValue.trimmingBlanks()) }
}

extension String {
  /// Where `mark` stands first; nil where it does not.
  fileprivate func range(ofFirst mark: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
