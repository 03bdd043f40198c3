import ReciteCore

extension Item {
  /// The item's key on one line, as it stands in lists, reports and result files.
  ///
  /// `map` names the places; without it a map item's key is the place's id.
  package func keyLine(on map: GeoMap? = nil) -> String {
    switch kind {
    case .choice(let options, let key):
      return options.indices.contains(key) ? options[key].text.plain : ""
    case .selection(let options, let keys):
      return keys.filter(options.indices.contains).map { options[$0].text.plain }
        .joined(separator: "; ")
    case .trueFalse(let key): return String(key)
    case .text(let accepted): return accepted.key
    case .number(let key): return key.written.key
    case .list(let parts, let need):
      let all = parts.map(\.key).joined(separator: ", ")
      return need.map { "\($0) of: \(all)" } ?? all
    case .ordering(let steps), .chain(let steps):
      return steps.map(\.key).joined(separator: " → ")
    case .matching(let matching):
      return matching.pairs.map { "\($0.left.plain) = \($0.right.plain)" }.joined(separator: "; ")
    case .cloze(let gaps, _): return gaps.map(\.key).joined(separator: "; ")
    case .map(.borders(let feature)):
      let borders = map?.feature(feature)?.borders ?? []
      return borders.map { map?.feature($0)?.name ?? $0.rawValue }.joined(separator: "; ")
    case .map(let question): return question.accepted(on: map)?.key ?? question.place
    case .open(let rubric):
      return rubric.points.compactMap { $0.any.first }.map { requirement in
        requirement.groups.compactMap(\.first).joined(separator: " + ")
      }.joined(separator: "; ")
    }
  }

  /// The question's first line, without marks.
  package var question: String {
    switch stem.first {
    case .paragraph(let text), .heading(let text): text.plain
    case .list, .quotation, .table, .code, nil: id.rawValue
    }
  }
}

extension MapQuestion {
  fileprivate var place: String {
    switch self {
    case .name(let feature), .pick(let feature), .borders(let feature): feature.rawValue
    case .each(let kind): kind
    }
  }

  fileprivate func accepted(on map: GeoMap?) -> Accepted? {
    map.flatMap { accepted(on: $0) }
  }
}
