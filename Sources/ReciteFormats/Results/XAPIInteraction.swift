import ReciteCore

/// An item as an xAPI interaction activity, and the response in the form that its type asks for.
struct XAPIInteraction {
  private struct Component {
    var id: String
    var text: String
  }

  private enum Components {
    case none
    case choices([Component])
    case pairs(source: [Component], target: [Component])
  }

  private let page: VerdictPage
  private var type = "fill-in"
  private var components = Components.none
  /// Alternatives; nil where not all right responses can be listed.
  private var pattern: [String]?
  /// Nil where the response cannot be said in the type's own form.
  private(set) var response: String?

  private static let between = "[,]"

  init(_ page: VerdictPage) {
    self.page = page
    response = page.response
    switch page.item.kind {
    case .choice(let options, let key): describe(options, keys: [key])
    case .selection(let options, let keys): describe(options, keys: keys)
    case .trueFalse(let key): describe(key)
    case .text(let accepted): describe(fillIn: accepted.all)
    case .number(let key): describe(key)
    case .list(let answers, let need):
      if need == nil { describe(list: answers, isOrdered: false) }
      setParts()
    case .cloze(let gaps, let anyOrder):
      describe(list: gaps, isOrdered: !anyOrder)
      setParts()
    case .ordering(let steps): describe(steps: steps)
    case .chain(let links):
      if page.form.chain == .order || page.form.chain == nil {
        describe(steps: links)
      } else {
        describe(fillIn: page.keyText)
      }
    case .matching(let matching): describe(matching)
    case .map: describe(fillIn: page.keyText)
    case .open: type = "long-fill-in"
    }
  }

  private var isRight: Bool { page.verdict.outcome.isRight }

  /// The letter of the author's order.
  private func letter(_ place: Int) -> String { AskedForm.letter(place) }

  private mutating func describe(_ options: [Option], keys: [Int]) {
    type = "choice"
    let texts = options.map(\.text.plain)
    components = .choices(texts.indices.map { Component(id: letter($0), text: texts[$0]) })
    pattern = [keys.sorted().map(letter).joined(separator: XAPIInteraction.between)]
    if page.verdict.rule == .unreadable {
      response = nil
      return
    }
    var picked: [Int] = isRight ? keys : []
    if !isRight {
      let said =
        page.verdict.parts.isEmpty
        ? [page.verdict.confusion?.answer].compactMap { $0 }
        : page.verdict.parts.compactMap(\.typed)
      picked = said.compactMap { texts.firstIndex(of: $0) }
    }
    response =
      picked.isEmpty
      ? nil : picked.sorted().map(letter).joined(separator: XAPIInteraction.between)
  }

  private mutating func describe(_ key: Bool) {
    type = "true-false"
    pattern = [String(key)]
    response = page.verdict.rule == .truth ? String(isRight == key) : nil
  }

  private mutating func describe(_ key: NumberKey) {
    type = "numeric"
    switch key.target {
    case .exactly(let value): pattern = [plain(value)]
    case .within(let value, let tolerance):
      pattern = ["\(plain(value - tolerance))[:]\(plain(value + tolerance))"]
    case .range(let range): pattern = ["\(plain(range.lowerBound))[:]\(plain(range.upperBound))"]
    }
    response = Double(page.response).flatMap { $0.isFinite ? plain($0) : nil }
  }

  private func plain(_ value: Double) -> String {
    var writer = JSONWriter()
    writer.double(value)
    return writer.text
  }

  private mutating func describe(fillIn alternatives: [String]) {
    guard alternatives.allSatisfy({ !holdsMarks($0) }), !alternatives.isEmpty else { return }
    pattern = alternatives.map { "{case_matters=\(page.item.marking.caseMatters)}" + $0 }
  }

  /// One pattern of the first way to say each part: all combinations would be too many.
  private mutating func describe(list answers: [Accepted], isOrdered: Bool) {
    let keys = answers.map(\.key)
    guard keys.allSatisfy({ !holdsMarks($0) }), answers.allSatisfy(\.aliases.isEmpty) else {
      return
    }
    pattern = [
      "{case_matters=\(page.item.marking.caseMatters)}{order_matters=\(isOrdered)}"
        + keys.joined(separator: XAPIInteraction.between)
    ]
  }

  private mutating func setParts() {
    let typed = page.verdict.parts.compactMap(\.typed)
    if !typed.isEmpty { response = typed.joined(separator: XAPIInteraction.between) }
  }

  private mutating func describe(steps: [Accepted]) {
    type = "sequencing"
    components = .choices(
      steps.indices.map { Component(id: String($0 + 1), text: steps[$0].key) })
    let right = steps.indices.map { String($0 + 1) }.joined(separator: XAPIInteraction.between)
    pattern = [right]
    response = isRight ? right : nil
  }

  private mutating func describe(_ matching: Matching) {
    type = "matching"
    let rights = matching.pairs.map(\.right) + matching.distractors
    components = .pairs(
      source: matching.pairs.enumerated().map {
        Component(id: String($0.offset + 1), text: $0.element.left.plain)
      },
      target: rights.enumerated().map { Component(id: letter($0.offset), text: $0.element.plain) })
    let right = matching.pairs.indices.map { "\($0 + 1)[.]\(letter($0))" }
      .joined(separator: XAPIInteraction.between)
    pattern = [right]
    response = isRight ? right : nil
  }

  /// The specification has no escape for its own marks.
  private func holdsMarks(_ text: String) -> Bool {
    text.contains("[,]") || text.contains("[.]") || text.contains("[:]") || text.hasPrefix("{")
  }

  /// Writes the members of the activity.
  func write(to object: inout JSONWriter) {
    object.member("objectType", "Activity")
    object.member(
      "id",
      "\(XAPI.base)/packs/\(inPath(page.key.pack.rawValue))/items/"
        + inPath(page.key.item.rawValue))
    object.key("definition")
    object.object { definition in
      definition.member("type", "http://adlnet.gov/expapi/activities/cmi.interaction")
      definition.key("description")
      definition.object { $0.member("und", page.item.question) }
      definition.member("interactionType", type)
      if let pattern { definition.member("correctResponsesPattern", pattern) }
      switch components {
      case .none: break
      case .choices(let choices): write(choices, "choices", &definition)
      case .pairs(let source, let target):
        write(source, "source", &definition)
        write(target, "target", &definition)
      }
    }
  }

  private func write(_ components: [Component], _ key: String, _ definition: inout JSONWriter) {
    definition.key(key)
    definition.array { list in
      for component in components {
        list.object { object in
          object.member("id", component.id)
          object.key("description")
          object.object { $0.member("und", component.text) }
        }
      }
    }
  }
}
