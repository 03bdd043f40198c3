import ReciteCore

/// Reads lessons and their items.
extension PackReader {
  /// Reads a file's lessons, and joins them to those of the files before it.
  mutating func readLessons(_ file: LessonFile, isSingle: Bool) {
    reportTopic(of: file, isSingle: isSingle)
    let headings = file.outline.headings.count
    placed.reserveCapacity(placed.count + headings)
    ids.reserveCapacity(ids.count + headings)
    readIntroduction(of: file, isSingle: isSingle)
    if let division, file.text.count >= division.leastBytes {
      readSideBySide(file, division)
    } else {
      readInTurn(file)
    }
  }

  private mutating func readInTurn(_ file: LessonFile) {
    file.reading(pack.language, pack.topics) { reader in
      // So few at a time that what was read is still at hand when it is joined to the pack.
      for stretch in file.stretches(of: 256) { join(reader.read(stretch), of: file) }
    }
  }

  private mutating func readSideBySide(_ file: LessonFile, _ division: FileDivision) {
    let (language, topics) = (pack.language, pack.topics)
    let portions = division.crew(file.stretches(of: division.headings)) { stretch in
      file.reading(language, topics) { $0.read(stretch) }
    }
    for portion in portions { join(portion, of: file) }
  }

  private mutating func reportTopic(of file: LessonFile, isSingle: Bool) {
    guard let topic = file.header.topic, !pack.topics.contains(topic),
      !pack.topics.isEmpty || !isSingle
    else { return }
    let nearest = NearestName.nearest(to: topic.rawValue, among: pack.topics.map(\.rawValue))
    reports[file.index].add(
      .unknownTopic, at: file.header.topicRange, "'\(topic)' is none of the pack's topics",
      help: nearest.map { "did you mean '\($0)'?" } ?? "add it to 'topics' in the pack's header")
  }

  private mutating func readIntroduction(of file: LessonFile, isSingle: Bool) {
    let (introduction, found) = file.reading(pack.language, pack.topics) { $0.introduction() }
    reports[file.index].add(0..<found.count, of: found)
    pack.introduction += introduction
    guard file.index != mainFile, !isSingle, !introduction.isEmpty else { return }
    let first = file.outline.introduction.first { file.outline.lines[$0].kind != .blank }
    reports[file.index].add(
      .textBeforeLesson, at: first.map { file.outline.lines[$0].whole } ?? 0..<0,
      "this text stands before the lesson's '#', and becomes part of the pack's introduction",
      help: "move it below the heading")
  }

  // MARK: What headings open

  /// Adds lessons, sections and items to the pack, in the order of the file.
  private mutating func join(_ portion: Portion, of file: LessonFile) {
    var reported = 0
    for opened in portion.opened {
      let faults = reported..<opened.faults
      reported = opened.faults
      switch opened.part {
      case .lesson(let title, let reading):
        reports[file.index].add(faults, of: portion.reports)
        open(title, of: file, at: opened.heading, Section(title: nil, reading: reading))
      case .section(let title, let reading):
        openLessonIfNeeded(in: file, at: opened.heading)
        reports[file.index].add(faults, of: portion.reports)
        let last = pack.lessons.count - 1
        pack.lessons[last].sections.append(Section(title: title, reading: reading))
      case .item(let reading):
        guard hasRoom(in: file, at: opened.heading) else { continue }
        openLessonIfNeeded(in: file, at: opened.heading)
        reports[file.index].add(faults, of: portion.reports)
        if let reading, !reading.item.id.rawValue.isEmpty { append(reading, file.index) }
      }
    }
  }

  private mutating func open(
    _ title: RichText, of file: LessonFile, at heading: Range<Int>, _ section: Section
  ) {
    pack.lessons.append(
      Lesson(title: title, topic: file.header.topic, requires: [], sections: [section]))
    lessonPlaces.append(
      LessonPlace(file: file.index, heading: heading, requires: file.header.requires))
  }

  /// Opens a lesson for what stands before a file's first `#`.
  private mutating func openLessonIfNeeded(in file: LessonFile, at heading: Range<Int>) {
    guard lessonPlaces.last?.file != file.index else { return }
    if file.header.title == nil {
      reports[file.index].add(
        .itemBeforeLesson, at: heading, "this stands before the first lesson",
        help: "open a lesson above it with a line '# Title'")
    }
    open(
      RichText(file.header.title ?? folder.name), of: file, at: heading, Section(title: nil))
  }

  /// False, and a report, where a pack has as many items as one may have.
  private mutating func hasRoom(in file: LessonFile, at heading: Range<Int>) -> Bool {
    guard !isFull, placed.count >= PackLimits.items else { return !isFull }
    isFull = true
    reports[file.index].add(
      .tooLarge, at: heading,
      "this pack has more than the \(PackLimits.items) items that one may have",
      help: "split it into several packs; this item and those after it are left out")
    return false
  }

  /// Adds an item to the section that was opened last.
  private mutating func append(_ reading: ItemReader.Reading, _ file: Int) {
    var item = reading.item
    if let first = ids.updateValue(placed.count, forKey: item.id) {
      ids[item.id] = first
      reports[file].add(
        .duplicateID, at: reading.places.id, "the id '\(item.id)' is already in use",
        help: reading.hasWrittenID
          ? "give each item an id of its own"
          : "write another id at the end of this heading, such as '{#\(item.id)-2}'",
        notes: [("the first is here", placed[first].file, placed[first].places.id)])
      item.id = freeID(after: item.id)
      ids[item.id] = placed.count
    }
    if item.tags.contains(DraftPack.mark) {
      reports[file].add(
        .draftItem, at: reading.places.id, "this item is a draft that nobody has edited yet",
        help:
          "read it against its source, mend it, then take '.\(DraftPack.mark)' out of the heading")
    }
    if reading.refers { referring.append((placed.count, item)) }
    let lesson = pack.lessons.count - 1
    let section = pack.lessons[lesson].sections.count - 1
    placed.append(
      PlacedItem(
        id: item.id, file: file, lesson: lesson, section: section, places: reading.places))
    pack.lessons[lesson].sections[section].items.append(item)
  }
  /// An id that is not in use, so that an item whose own is taken can still be shown.
  private func freeID(after id: ItemID) -> ItemID {
    var number = 2
    while ids[ItemID("\(id)-\(number)")] != nil { number += 1 }
    return ItemID("\(id)-\(number)")
  }

  /// Resolves the lessons that lesson files require to titles.
  mutating func settleRequirements() {
    reportSameTitles()
    for number in pack.lessons.indices {
      for (name, range) in lessonPlaces[number].requires {
        let titles = self.titles(of: name)
        guard !titles.isEmpty else {
          let known = pack.lessons.map(\.title.plain) + texts.map(\.name)
          reports[lessonPlaces[number].file].add(
            .unknownLesson, at: range, "there is no lesson '\(name)'",
            help: NearestName.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
              ?? "name a lesson by its title or its file")
          continue
        }
        let own = pack.lessons[number].title.plain
        pack.lessons[number].requires += titles.filter { $0 != own }
      }
    }
  }

  private mutating func reportSameTitles() {
    var seen: [String: Int] = [:]
    for (number, lesson) in pack.lessons.enumerated() {
      let title = lesson.title.plain
      guard let first = seen[title] else {
        seen[title] = number
        continue
      }
      reports[lessonPlaces[number].file].add(
        .sameLessonTitle, at: lessonPlaces[number].heading,
        "two lessons have the title '\(title)'", help: "give each a title of its own",
        notes: [("the first is here", lessonPlaces[first].file, lessonPlaces[first].heading)])
    }
  }

  private func titles(of name: String) -> [String] {
    let byTitle = pack.lessons.map(\.title.plain).filter { $0 == name }
    if let title = byTitle.first { return [title] }
    let file = texts.firstIndex { $0.name == name || $0.name == name + ".md" }
    return pack.lessons.indices.filter { lessonPlaces[$0].file == file }
      .map { pack.lessons[$0].title.plain }
  }
}
