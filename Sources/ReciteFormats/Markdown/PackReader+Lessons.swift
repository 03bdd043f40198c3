import ReciteCore

/// Reads lessons and their items.
extension PackReader {
  mutating func readLessons(
    _ syntax: FileSyntax, _ index: Int, _ header: HeaderReader.LessonHeader, isMain: Bool,
    isSingle: Bool
  ) {
    let reader = FileReader(syntax, reports: reports[index])
    var items = ItemReader(reader, language: pack.language, topics: pack.topics)
    if let topic = header.topic, !pack.topics.contains(topic), !pack.topics.isEmpty || !isSingle {
      let nearest = NearestName.nearest(
        to: topic.rawValue, among: pack.topics.map(\.rawValue))
      items.file.reports.add(
        .unknownTopic, at: header.topicRange, "'\(topic)' is none of the pack's topics",
        help: nearest.map { "did you mean '\($0)'?" } ?? "add it to 'topics' in the pack's header")
    }
    let introduction = items.prose(syntax.introduction)
    if isMain || isSingle {
      pack.introduction += introduction
    } else if let first = syntax.introduction.first, !introduction.isEmpty {
      pack.introduction += introduction
      items.file.reports.add(
        .textBeforeLesson, at: items.file.line(first.start).whole,
        "this text stands before the lesson's '#', and becomes part of the pack's introduction",
        help: "move it below the heading")
    }
    let count = syntax.lessons.reduce(0) { $1.sections.reduce($0) { $0 + $1.items.count } }
    placed.reserveCapacity(placed.count + count)
    ids.reserveCapacity(ids.count + count)
    for lesson in syntax.lessons {
      readLesson(lesson, header, index, &items)
    }
    reports[index] = items.file.reports
  }

  private mutating func readLesson(
    _ syntax: LessonSyntax, _ header: HeaderReader.LessonHeader, _ index: Int,
    _ items: inout ItemReader
  ) {
    let number = pack.lessons.count
    var lesson = Lesson(
      title: RichText(""), topic: header.topic, requires: [], sections: [])
    var place = 0..<0
    if let heading = syntax.heading {
      lesson.title = items.title(heading)
      place = items.file.line(heading).whole
    } else {
      lesson.title = RichText(header.title ?? folder.name)
      place = firstHeading(of: syntax).map { items.file.line($0).whole } ?? 0..<0
      if header.title == nil {
        items.file.reports.add(
          .itemBeforeLesson, at: place, "this stands before the first lesson",
          help: "open a lesson above it with a line '# Title'")
      }
    }
    for (sectionNumber, section) in syntax.sections.enumerated() {
      var read = Section(
        title: section.heading.map { items.title($0) }, reading: items.prose(section.reading))
      for item in section.items {
        guard let reading = readItem(item, header.topic, &items) else { continue }
        read.items.append(reading.item)
        placed.append(
          PlacedItem(
            id: reading.item.id, file: index, lesson: number, section: sectionNumber,
            places: reading.places))
      }
      lesson.sections.append(read)
    }
    pack.lessons.append(lesson)
    lessonPlaces.append(LessonPlace(file: index, heading: place, requires: header.requires))
  }

  private func firstHeading(of lesson: LessonSyntax) -> Int? {
    for section in lesson.sections {
      if let heading = section.heading ?? section.items.first?.heading { return heading }
    }
    return nil
  }

  private mutating func readItem(
    _ syntax: ItemSyntax, _ topic: Topic?, _ items: inout ItemReader
  ) -> ItemReader.Reading? {
    guard !isFull else { return nil }
    guard placed.count < PackLimits.items else {
      isFull = true
      items.file.reports.add(
        .tooLarge, at: items.file.line(syntax.heading).whole,
        "this pack has more than the \(PackLimits.items) items that one may have",
        help: "split it into several packs; this item and those after it are left out")
      return nil
    }
    guard var reading = items.read(syntax, lessonTopic: topic), !reading.item.id.rawValue.isEmpty
    else { return nil }
    let file = items.file.reports.file
    if let first = ids[reading.item.id] {
      items.file.reports.add(
        .duplicateID, at: reading.places.id, "the id '\(reading.item.id)' is already in use",
        help: reading.hasWrittenID
          ? "give each item an id of its own"
          : "write another id at the end of this heading, such as '{#\(reading.item.id)-2}'",
        notes: [("the first is here", first.file, first.range)])
      reading.item.id = freeID(after: reading.item.id)
    }
    ids[reading.item.id] = (file, reading.places.id)
    if reading.item.tags.contains(DraftPack.mark) {
      items.file.reports.add(
        .draftItem, at: reading.places.id, "this item is a draft that nobody has edited yet",
        help:
          "read it against its source, mend it, then take '.\(DraftPack.mark)' out of the heading")
    }
    return reading
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
