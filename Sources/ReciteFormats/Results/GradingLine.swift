import ReciteCore

/// One line of `recite grade --jsonl`: a response, and the key or the item to grade it by.
package struct GradingRequest: Equatable, Sendable {
  package enum Subject: Equatable, Sendable {
    case loose(LooseQuestion)
    case item(PackID, ItemID)
  }

  /// As it stood in the line, to be given back; nil where there was none.
  package var id: JSONValue?
  package var subject: Subject
  package var typed: String
  /// The ids of the rubric's points, in order; empty for other questions.
  package var points: [String]
}

/// A line that is no grading request, and why.
package struct GradingLineError: Error, Equatable, Sendable {
  package var id: JSONValue?
  package var reason: String

  package init(id: JSONValue?, reason: String) {
    self.id = id
    self.reason = reason
  }
}

extension GradingRequest {
  /// Reads one line.
  ///
  /// - Throws: `GradingLineError` where it is no JSON object or lacks what grading needs.
  package init(line: [UInt8]) throws(GradingLineError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: line) } catch {
      throw GradingLineError(id: nil, reason: "\(error.reason.message) at column \(error.column)")
    }
    guard value.object != nil else {
      throw GradingLineError(id: nil, reason: "expected an object")
    }
    id = value["id"]
    let fields = Fields(value: value)
    typed = try fields.string("typed")
    points = []
    if value["points"].isGiven {
      let read = try fields.points()
      points = read.map(\.id)
      let need = try fields.need()
      subject = .loose(.open(Rubric(points: read.map(\.point), need: need)))
    } else if value["items"].isGiven {
      let isOrdered = try fields.flag("ordered")
      subject = .loose(
        .list(
          try fields.items(), need: try fields.need(), isOrdered: isOrdered,
          others: try fields.strings("distractors")))
    } else if value["accepted"].isGiven {
      let accepted = try fields.strings("accepted")
      guard !accepted.isEmpty else { throw fields.error("'accepted' is empty") }
      subject = .loose(
        .answer(
          accepted: accepted, others: try fields.strings("distractors"),
          rejected: try fields.strings("reject")))
    } else if value["item"].isGiven || value["pack"].isGiven {
      subject = .item(PackID(try fields.string("pack")), ItemID(try fields.string("item")))
    } else {
      throw fields.error("expected 'accepted', 'items', 'points', or 'pack' and 'item'")
    }
  }
}

extension JSONValue? {
  /// Present and not null.
  fileprivate var isGiven: Bool { self != nil && self != .null }
}

/// The members of a line, each with the shape that it must have.
private struct Fields {
  let value: JSONValue

  func error(_ reason: String) -> GradingLineError {
    GradingLineError(id: value["id"], reason: reason)
  }

  func string(_ name: String) throws(GradingLineError) -> String {
    guard let text = value[name]?.string else { throw error("expected '\(name)' with a string") }
    return text
  }

  func flag(_ name: String) throws(GradingLineError) -> Bool {
    guard value[name].isGiven else { return false }
    guard let flag = value[name]?.bool else { throw error("'\(name)' is not true or false") }
    return flag
  }

  func need() throws(GradingLineError) -> Int? {
    guard value["need"].isGiven else { return nil }
    guard let need = value["need"]?.integer, need > 0 else {
      throw error("'need' is not a whole number above 0")
    }
    return need
  }

  /// A list of strings; empty where it is not there.
  func strings(_ name: String) throws(GradingLineError) -> [String] {
    guard value[name].isGiven else { return [] }
    return try strings(value[name], name)
  }

  private func strings(_ value: JSONValue?, _ name: String) throws(GradingLineError) -> [String] {
    guard let texts = value?.array?.compactMap(\.string), texts.count == value?.array?.count else {
      throw error("'\(name)' is not a list of strings")
    }
    return texts
  }

  func items() throws(GradingLineError) -> [Accepted] {
    guard let lists = value["items"]?.array, !lists.isEmpty else {
      throw error("'items' is not a list of lists of strings")
    }
    var items: [Accepted] = []
    for list in lists {
      let texts = list.string.map { [$0] }
      let all = if let texts { texts } else { try strings(list, "items") }
      guard let first = all.first else { throw error("an item of 'items' is empty") }
      items.append(Accepted(first, aliases: Array(all.dropFirst())))
    }
    return items
  }

  func points() throws(GradingLineError) -> [(id: String, point: RubricPoint)] {
    guard let list = value["points"]?.array, !list.isEmpty else {
      throw error("'points' is not a list")
    }
    var points: [(id: String, point: RubricPoint)] = []
    for (index, value) in list.enumerated() {
      let any = try requirements(value["any"], "any")
      guard !any.isEmpty else { throw error("a point has no 'any'") }
      let not = value["not"].isGiven ? try requirements(value["not"], "not") : []
      let weight = min(9, max(1, value["weight"]?.integer ?? 1))
      let id = value["id"]?.string ?? value["id"]?.integer.map(String.init) ?? "p\(index)"
      points.append((id, RubricPoint(weight: weight, any: any, not: not)))
    }
    return points
  }

  /// Each entry is a phrase, or a list of groups that must all be met.
  private func requirements(
    _ value: JSONValue?, _ name: String
  ) throws(GradingLineError) -> [Requirement] {
    guard let entries = value?.array else { throw error("'\(name)' of a point is not a list") }
    var requirements: [Requirement] = []
    for entry in entries {
      let groups = if let phrase = entry.string { [phrase] } else { try strings(entry, name) }
      let phrases = groups.map { group in
        group.split(separator: "|").map(String.init).filter { $0.contains { $0 != " " } }
      }.filter { !$0.isEmpty }
      if !phrases.isEmpty { requirements.append(Requirement(groups: phrases)) }
    }
    return requirements
  }
}

extension JSONWriter {
  /// Writes the verdict on a request as one line of JSON.
  package mutating func verdictLine(_ verdict: Verdict, for request: GradingRequest) {
    object {
      $0.id(request.id)
      $0.member("verdict", verdict.outcome.rawValue)
      $0.member("credit", verdict.credit, places: 3)
      if let matched = verdict.matched { $0.member("matched", matched) }
      if request.points.isEmpty {
        $0.member("rule", verdict.rule.rawValue)
      } else {
        $0.key("points")
        $0.object { writer in
          for (index, id) in request.points.enumerated() {
            writer.member(id, index < verdict.parts.count && verdict.parts[index].isRight ? 1 : 0)
          }
        }
      }
    }
    newline()
  }

  /// Writes what is wrong with a line.
  package mutating func errorLine(_ error: GradingLineError) {
    object {
      $0.id(error.id)
      $0.member("error", error.reason)
    }
    newline()
  }

  private mutating func id(_ id: JSONValue?) {
    key("id")
    value(id ?? .null)
  }
}

extension VerdictPart {
  fileprivate var isRight: Bool { if case .right = state { true } else { false } }
}
