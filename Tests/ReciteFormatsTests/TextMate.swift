import ReciteFormats

/// A reader of TextMate grammars, small but true to how editors apply one: line by line, the earliest
/// match wins, of two at one place the first; captures and ranges nest.
///
/// It knows what the shipped grammar uses: `match`, `begin`/`end`, `captures`, `include` of the
/// repository, `contentName`, and a back reference in `end`.
struct TextMate {
  struct Token: Equatable, CustomStringConvertible {
    var text: String
    /// From the outermost to the innermost.
    var scopes: [String]
    var description: String { "'\(text)' \(scopes)" }
  }

  struct Broken: Error { var reason: String }

  final class Rule {
    var name: String?
    var contentName: String?
    var match: Regex<AnyRegexOutput>?
    var begin: Regex<AnyRegexOutput>?
    var end: String?
    var onlyAtStart = false
    /// Its expression begins with `^`, so that it matches at the start of a line only.
    var isAnchored = false
    var captures: [Int: Rule] = [:]
    var beginCaptures: [Int: Rule] = [:]
    var endCaptures: [Int: Rule] = [:]
    var patterns: [Reference] = []
  }

  enum Reference {
    case rule(Rule)
    case include(String)
  }

  private(set) var root: [Reference] = []
  private(set) var repository: [String: Rule] = [:]
  /// Every expression of the grammar, as written.
  private(set) var expressions: [String] = []

  init(_ json: JSONValue) throws {
    for member in json["repository"]?.object ?? [] {
      repository[member.key] = try rule(member.value)
    }
    root = try references(json["patterns"])
  }

  private mutating func references(_ json: JSONValue?) throws -> [Reference] {
    try (json?.array ?? []).map { pattern in
      guard let include = pattern["include"]?.string else { return .rule(try rule(pattern)) }
      guard include.hasPrefix("#") else { throw Broken(reason: "includes '\(include)'") }
      return .include(String(include.dropFirst()))
    }
  }

  private mutating func rule(_ json: JSONValue) throws -> Rule {
    let rule = Rule()
    rule.name = json["name"]?.string
    rule.contentName = json["contentName"]?.string
    let written = json["match"]?.string ?? json["begin"]?.string ?? ""
    rule.isAnchored = written.hasPrefix("^") || written.hasPrefix("\\A")
    rule.match = try json["match"]?.string.map { try expression($0) }
    if let begin = json["begin"]?.string {
      rule.onlyAtStart = begin.hasPrefix("\\A")
      rule.begin = try expression(rule.onlyAtStart ? "^" + begin.dropFirst(2) : begin)
      guard let end = json["end"]?.string else { throw Broken(reason: "a begin without an end") }
      rule.end = end
      _ = try expression(end.contains("\\1") ? "(x)" + end : end)
    }
    rule.captures = try captures(json["captures"])
    rule.beginCaptures = try captures(json["beginCaptures"])
    rule.endCaptures = try captures(json["endCaptures"])
    rule.patterns = try references(json["patterns"])
    return rule
  }

  private mutating func captures(_ json: JSONValue?) throws -> [Int: Rule] {
    var captures: [Int: Rule] = [:]
    for member in json?.object ?? [] {
      guard let number = Int(member.key) else { throw Broken(reason: "capture '\(member.key)'") }
      captures[number] = try rule(member.value)
    }
    return captures
  }

  private mutating func expression(_ text: String) throws -> Regex<AnyRegexOutput> {
    expressions.append(text)
    do {
      return try Regex(text).matchingSemantics(.unicodeScalar)
    } catch {
      throw Broken(reason: "'\(text)': \(error)")
    }
  }

  // MARK: Tokens

  /// The tokens of a text, a list a line.
  func tokens(of text: String) throws -> [[Token]] {
    var open: [(rule: Rule, end: Regex<AnyRegexOutput>, scopes: [String])] = []
    var lines: [[Token]] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var tokens: [Token] = []
      var place = line.startIndex
      while true {
        let inner = open.last
        let scopes = inner?.scopes ?? []
        let found = earliest(
          inner?.rule.patterns ?? root, in: line, from: place, isFirst: number == 0)
        let close = inner.flatMap { try? $0.end.firstMatch(in: line[place...]) }
        if let inner, let close,
          found.map({ close.range.lowerBound <= $0.range.lowerBound }) ?? true
        {
          add(line[place..<close.range.lowerBound], scopes, &tokens)
          let outer = scopes.dropLast(inner.rule.contentName == nil ? 0 : 1)
          add(close, inner.rule.endCaptures, Array(outer), &tokens)
          place = close.range.upperBound
          open.removeLast()
          continue
        }
        guard let found else { break }
        add(line[place..<found.range.lowerBound], scopes, &tokens)
        let own = scopes + (found.rule.name.map { [$0] } ?? [])
        if found.rule.match != nil {
          add(found.match, found.rule.captures, own, &tokens)
        } else {
          add(found.match, found.rule.beginCaptures, own, &tokens)
          var end = found.rule.end ?? ""
          if found.match.output.count > 1, let text = found.match.output[1].substring {
            end = end.split(separator: "\\1", omittingEmptySubsequences: false)
              .map(String.init).joined(separator: String(text))
          }
          open.append(
            (
              found.rule, try Regex(end).matchingSemantics(.unicodeScalar),
              own + (found.rule.contentName.map { [$0] } ?? [])
            ))
        }
        place = found.range.upperBound
        if found.range.isEmpty {
          guard place < line.endIndex else { break }
          add(line[place...place], scopes, &tokens)
          place = line.index(after: place)
        }
      }
      add(line[place...], open.last?.scopes ?? [], &tokens)
      lines.append(tokens)
    }
    return lines
  }

  private struct Found {
    var rule: Rule
    var match: Regex<AnyRegexOutput>.Match
    var range: Range<String.Index> { match.range }
  }

  private func earliest(
    _ patterns: [Reference], in line: Substring, from place: String.Index, isFirst: Bool
  ) -> Found? {
    var best: Found?
    for rule in patterns.flatMap(flat) {
      guard let expression = rule.match ?? rule.begin, !rule.onlyAtStart || isFirst,
        // What is bound to the line's start matches nowhere else.
        let match = try? expression.firstMatch(in: line[place...]),
        place == line.startIndex || !rule.isAnchored
      else { continue }
      if best.map({ match.range.lowerBound < $0.range.lowerBound }) ?? true {
        best = Found(rule: rule, match: match)
      }
    }
    return best
  }

  private func flat(_ reference: Reference) -> [Rule] {
    switch reference {
    case .rule(let rule): [rule]
    case .include(let name):
      repository[name].map { rule in
        rule.match == nil && rule.begin == nil ? rule.patterns.flatMap(flat) : [rule]
      } ?? []
    }
  }

  private func add(_ text: Substring, _ scopes: [String], _ tokens: inout [Token]) {
    if !text.isEmpty { tokens.append(Token(text: String(text), scopes: scopes)) }
  }

  private func add(
    _ match: Regex<AnyRegexOutput>.Match, _ captures: [Int: Rule], _ scopes: [String],
    _ tokens: inout [Token]
  ) {
    let whole = match.range
    let base = match.output[0].substring ?? ""
    if let all = captures[0] {
      return add(base, scopes + (all.name.map { [$0] } ?? []), &tokens)
    }
    var place = whole.lowerBound
    for number in 1..<max(1, match.output.count) {
      guard let rule = captures[number], let text = match.output[number].substring,
        let range = match.output[number].range, range.lowerBound >= place
      else { continue }
      add(base[place..<range.lowerBound], scopes, &tokens)
      let own = scopes + (rule.name.map { [$0] } ?? [])
      if rule.patterns.isEmpty {
        add(text, own, &tokens)
      } else {
        nested(text, rule.patterns, own, &tokens)
      }
      place = range.upperBound
    }
    add(base[place..<whole.upperBound], scopes, &tokens)
  }

  private func nested(
    _ text: Substring, _ patterns: [Reference], _ scopes: [String], _ tokens: inout [Token]
  ) {
    var place = text.startIndex
    while place < text.endIndex,
      let found = earliest(patterns, in: text, from: place, isFirst: false), !found.range.isEmpty
    {
      add(text[place..<found.range.lowerBound], scopes, &tokens)
      let own = scopes + (found.rule.name.map { [$0] } ?? [])
      if found.rule.match != nil {
        add(found.match, found.rule.captures, own, &tokens)
        place = found.range.upperBound
        continue
      }
      // A range that opens within a capture ends within it.
      add(found.match, found.rule.beginCaptures, own, &tokens)
      place = found.range.upperBound
      let end = found.rule.end.flatMap { try? Regex($0).matchingSemantics(.unicodeScalar) }
      let close = end.flatMap { try? $0.firstMatch(in: text[place...]) }
      let inside = text[place..<(close?.range.lowerBound ?? text.endIndex)]
      nested(
        inside, found.rule.patterns, own + (found.rule.contentName.map { [$0] } ?? []), &tokens)
      place = inside.endIndex
      if let close {
        add(close, found.rule.endCaptures, own, &tokens)
        place = close.range.upperBound
      }
    }
    add(text[place...], scopes, &tokens)
  }
}
