import ReciteCore

/// How one item was read: its kind and key, for `recite check --kinds`.
package struct KindLine: Equatable, Sendable {
  package var path: String
  package var line: Int
  package var item: String
  package var kind: String
  /// The key in a few words: the right option, the first way to write each part.
  package var key: String

  /// The items of a pack, in its order.
  package static func lines(of reading: PackReading, in folder: PackFolder) -> [KindLine] {
    guard let pack = reading.pack else { return [] }
    var indices: [Int: LineIndex] = [:]
    return zip(pack.items, reading.places).compactMap { item, place in
      guard folder.files.indices.contains(place.file),
        case .bytes(let bytes) = folder.files[place.file].contents
      else { return nil }
      let index = indices[place.file] ?? LineIndex(bytes)
      indices[place.file] = index
      return KindLine(
        path: folder.files[place.file].path,
        line: index.position(of: place.places.heading.lowerBound).line,
        item: item.id.rawValue, kind: item.kind.name, key: item.kind.keyInWords)
    }
  }
}

extension ItemKind {
  /// The key in one line, for the author's eyes.
  package var keyInWords: String {
    func joined(_ parts: [Accepted], _ mark: String) -> String {
      parts.map { $0.all.joined(separator: " | ") }.joined(separator: mark)
    }
    switch self {
    case .choice(let options, let key):
      return options.indices.contains(key) ? options[key].text.plain : ""
    case .selection(let options, let keys):
      return keys.filter(options.indices.contains).map { options[$0].text.plain }
        .joined(separator: "; ")
    case .trueFalse(let truth): return truth ? "true" : "false"
    case .text(let accepted): return accepted.all.joined(separator: " | ")
    case .number(let key):
      switch key.target {
      case .exactly(let value): return "exactly \(value) \(key.unit)".trimmedAtEnd
      case .within(let value, let tolerance):
        return "\(value) ± \(tolerance) \(key.unit)".trimmedAtEnd
      case .range(let range):
        return "\(range.lowerBound)..\(range.upperBound) \(key.unit)".trimmedAtEnd
      }
    case .list(let parts, let need):
      return joined(parts, "; ") + (need.map { " (any \($0))" } ?? "")
    case .ordering(let steps): return joined(steps, " < ")
    case .matching(let matching):
      return matching.pairs.map { "\($0.left.plain) = \($0.right.plain)" }.joined(separator: "; ")
    case .cloze(let gaps, let anyOrder):
      return joined(gaps, "; ") + (anyOrder ? " (any order)" : "")
    case .map(let question):
      switch question {
      case .name(let id): return "name of \(id)"
      case .pick(let id): return "letter of \(id)"
      case .borders(let id): return "letters of what borders \(id)"
      case .each(let kind): return "name of each \(kind)"
      }
    case .chain(let links): return joined(links, " → ")
    case .open(let rubric):
      return rubric.points.map { point in
        point.any.map { $0.groups.map { $0.joined(separator: " | ") }.joined(separator: " + ") }
          .joined(separator: " / ")
      }.joined(separator: "; ")
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
