/// The right answer in words, as a learner reads it.
extension Item {
  /// One text a part: `b) Hebei`, or each answer of a list.
  ///
  /// Letters are those of `form`, on the screen. The names of places are those on the pack's map;
  /// their ids stand where there is none.
  package func keyText(as form: AskedForm, on map: GeoMap?) -> [String] {
    switch kind {
    case .choice(let options, let key):
      return options.indices.contains(key) ? [lettered(key, options[key].text.plain, form)] : []
    case .selection(let options, let keys):
      return keys.filter(options.indices.contains)
        .map { lettered($0, options[$0].text.plain, form) }.sorted()
    case .trueFalse(let isTrue): return [isTrue ? "true" : "false"]
    case .text(let accepted): return [accepted.key]
    case .number(let key): return [key.written.key]
    case .list(let answers, _): return answers.map(\.key)
    case .ordering(let steps): return steps.indices.map { lettered($0, steps[$0].key, form) }
    case .matching(let matching):
      return matching.pairs.indices.map { row in
        "\(row + 1)" + lettered(row, matching.pairs[row].right.plain, form)
      }
    case .cloze(let gaps, _): return gaps.map(\.key)
    case .map(let question): return mapKey(question, form, map)
    case .chain(let links): return chainKey(links, form)
    case .open(let rubric): return rubric.points.map(\.label)
    }
  }

  /// What must not be read off a map while the item is asked: its answers, and all its options.
  func textsToHide(as form: AskedForm, on map: GeoMap?) -> [String] {
    switch kind {
    case .choice(let options, _), .selection(let options, _): options.map(\.text.plain)
    case .text(let accepted): accepted.all
    case .list(let parts, _), .ordering(let parts), .chain(let parts): parts.flatMap(\.all)
    case .cloze(let gaps, _): gaps.flatMap(\.all)
    case .matching(let matching): matching.pairs.map(\.right.plain)
    case .map, .trueFalse, .number, .open: keyText(as: form, on: map)
    }
  }

  private func lettered(_ index: Int, _ text: String, _ form: AskedForm) -> String {
    guard let place = form.order.firstIndex(of: index) else { return text }
    return AskedForm.letter(place) + ") " + text
  }

  private func mapKey(_ question: MapQuestion, _ form: AskedForm, _ map: GeoMap?) -> [String] {
    switch question {
    case .name(let feature): return [map?.feature(feature)?.name ?? feature.rawValue]
    case .pick(let feature):
      let choices = map?.choices(for: feature) ?? []
      guard let key = choices.firstIndex(where: { $0.id == feature }) else {
        return [feature.rawValue]
      }
      return [lettered(key, choices[key].name, form)]
    case .borders(let feature):
      let choices = map?.neighbourChoices(for: feature) ?? []
      let borders = map?.feature(feature)?.borders ?? []
      return choices.indices.filter { borders.contains(choices[$0].id) }
        .map { lettered($0, choices[$0].name, form) }.sorted()
    case .each: return []
    }
  }

  private func chainKey(_ links: [Accepted], _ form: AskedForm) -> [String] {
    let asked: Int
    switch form.chain {
    case .whatFollows(let link): asked = link + 1
    case .whatLedTo(let link): asked = link - 1
    case .missingLink(let link): asked = link
    case .order, nil: return links.indices.map { lettered($0, links[$0].key, form) }
    }
    return links.indices.contains(asked) ? [links[asked].key] : []
  }
}

extension Grader {
  /// The right answer of an item of a pack in words; see `Item.keyText`.
  func keyText(of item: Item, in pack: PackID, as form: AskedForm) -> [String] {
    item.keyText(as: form, on: packs.first { $0.id == pack }?.map)
  }
}
