/// Telling that an item's key changed since it was last answered.
extension Item {
  /// A hash over the kind and key of this item, equal on every machine; stems and hints do not count.
  package var keyFingerprint: UInt32 {
    var hash = StableHash()
    hash.combine(kind.name)
    func add(_ accepted: Accepted) {
      for text in accepted.all { hash.combine(text) }
      hash.combine("")
    }
    switch kind {
    case .choice(let options, let key):
      for option in options { hash.combine(option.text.plain) }
      hash.combine(String(key))
    case .selection(let options, let keys):
      for option in options { hash.combine(option.text.plain) }
      for key in keys { hash.combine(String(key)) }
    case .trueFalse(let key): hash.combine(String(key))
    case .text(let accepted): add(accepted)
    case .number(let key):
      add(key.written)
      hash.combine(key.unit)
      switch key.target {
      case .exactly(let value): hash.combine("\(value)")
      case .within(let value, let tolerance): hash.combine("\(value) \(tolerance)")
      case .range(let range): hash.combine("\(range.lowerBound)..\(range.upperBound)")
      }
    case .list(let parts, let need):
      parts.forEach(add)
      hash.combine(need.map(String.init) ?? "")
    case .ordering(let parts), .chain(let parts): parts.forEach(add)
    case .matching(let matching):
      for pair in matching.pairs {
        hash.combine(pair.left.plain)
        hash.combine(pair.right.plain)
      }
    case .cloze(let gaps, let anyOrder):
      gaps.forEach(add)
      hash.combine(String(anyOrder))
    case .map(.name(let feature)): hash.combine("name " + feature.rawValue)
    case .map(.pick(let feature)): hash.combine("pick " + feature.rawValue)
    case .map(.borders(let feature)): hash.combine("borders " + feature.rawValue)
    case .map(.each(let kind)): hash.combine("each " + kind)
    case .open(let rubric):
      for point in rubric.points {
        for requirement in point.any + point.not {
          for group in requirement.groups { group.forEach { hash.combine($0) } }
        }
        hash.combine(String(point.weight))
      }
      hash.combine(rubric.need.map(String.init) ?? "")
    }
    return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }
}
