import Glibc

/// Habits that show over a whole pack: a learner who saw them need know nothing.
extension PackReviewer {
  mutating func reviewTendencies() {
    var choices: [(item: Int, texts: [String], key: Int)] = []
    var truths: [(item: Int, truth: Bool)] = []
    for (index, item) in items.enumerated() {
      switch item.kind {
      case .choice(let options, let key) where options.count >= 3:
        choices.append((index, options.map(\.text.plain), key))
      case .trueFalse(let truth): truths.append((index, truth))
      default: break
      }
    }
    reviewLongest(choices)
    reviewPlaces(choices)
    reviewTruths(truths)
  }

  private mutating func reviewLongest(_ choices: [(item: Int, texts: [String], key: Int)]) {
    var chance = 0.0
    let found = choices.filter { choice in
      chance += 1 / Double(choice.texts.count)
      let length = choice.texts[choice.key].count
      return choice.texts.enumerated().allSatisfy {
        $0.offset == choice.key || $0.element.count * 11 < length * 10
      }
    }
    guard choices.count >= PackReviewer.fewest, found.count * 2 > choices.count else { return }
    let tail = PackReviewer.tail(
      found.count, of: choices.count, chance: chance / Double(choices.count))
    guard tail < PackReviewer.significance, let first = found.first else { return }
    mark(
      .longestIsKey(count: found.count, of: choices.count), first.item, .option(first.key),
      others: found.dropFirst().map(\.item))
  }

  private mutating func reviewPlaces(_ choices: [(item: Int, texts: [String], key: Int)]) {
    // Only items with as many options as most have can be told apart by place.
    var sizes: [Int: Int] = [:]
    for choice in choices { sizes[choice.texts.count, default: 0] += 1 }
    guard let size = sizes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return }
    let equal = choices.filter { $0.texts.count == size }
    guard equal.count >= PackReviewer.fewest else { return }
    for place in 0..<size {
      let found = equal.filter { $0.key == place }
      guard found.count * 2 > equal.count, let first = found.first else { continue }
      let tail = PackReviewer.tail(found.count, of: equal.count, chance: 1 / Double(size))
      guard tail * Double(size) < PackReviewer.significance else { continue }
      mark(
        .sameKeyPlace(place: place, count: found.count, of: equal.count), first.item,
        .option(place), others: found.dropFirst().map(\.item))
    }
  }

  private mutating func reviewTruths(_ truths: [(item: Int, truth: Bool)]) {
    for truth in [true, false] {
      let found = truths.filter { $0.truth == truth }
      guard found.count * 4 >= truths.count * 3, let first = found.first,
        PackReviewer.tail(found.count, of: truths.count, chance: 0.5) < PackReviewer.significance
      else { continue }
      mark(
        .sameTruth(truth: truth, count: found.count, of: truths.count), first.item, .answer,
        others: found.dropFirst().map(\.item))
    }
  }

  /// Items below which no habit shows.
  private static let fewest = 5
  /// A habit is reported where chance would bring it about in fewer packs than this.
  private static let significance = 0.005

  /// The probability of at least `count` hits in `total` tries.
  static func tail(_ count: Int, of total: Int, chance: Double) -> Double {
    guard chance > 0, chance < 1 else { return 1 }
    var sum = 0.0
    for hits in count...max(count, total) {
      let ways =
        lgamma(Double(total) + 1) - lgamma(Double(hits) + 1) - lgamma(Double(total - hits) + 1)
      sum += exp(ways + Double(hits) * log(chance) + Double(total - hits) * log(1 - chance))
    }
    return sum
  }

  // MARK: Balance

  mutating func reviewBalance() {
    reviewTopics()
    reviewExplanations()
    reviewSources()
    var start = 0
    for lesson in pack.lessons {
      if start < items.count, lesson.sections.contains(where: { !$0.items.isEmpty }) {
        reviewReading(lesson, from: start)
      }
      start += lesson.sections.reduce(0) { $0 + $1.items.count }
    }
  }

  private mutating func reviewTopics() {
    var counts: [Topic: [Int]] = [:]
    for (index, item) in items.enumerated() {
      if let topic = item.topic { counts[topic, default: []].append(index) }
    }
    let most = counts.values.map(\.count).max() ?? 0
    for topic in pack.topics {
      let found = counts[topic] ?? []
      if found.isEmpty {
        mark(.emptyTopic(topic), 0, .heading)
      } else if found.count == 1, most >= 5 {
        mark(.thinTopic(topic, others: most), found[0])
      }
    }
  }

  private mutating func reviewExplanations() {
    var bare: [Int] = []
    for (index, item) in items.enumerated() where item.explanation.isEmpty {
      var hasFeedback = false
      switch item.kind {
      case .choice(let options, _), .selection(let options, _):
        hasFeedback = options.contains { $0.feedback != nil }
      case .map: hasFeedback = true
      case .open(let rubric): hasFeedback = !rubric.model.isEmpty
      default: break
      }
      if !hasFeedback { bare.append(index) }
    }
    // A pack that explains nothing has its reading, or is a plain test; one that forgets some has
    // a gap.
    guard let first = bare.first, bare.count * 2 < items.count else { return }
    mark(
      .unexplained(count: bare.count, of: items.count), first, .heading,
      others: Array(bare.dropFirst()))
  }

  private mutating func reviewSources() {
    let cited = Set(items.flatMap { $0.sources.map(\.source) })
    guard !cited.isEmpty else { return }
    for source in pack.sources where !cited.contains(source.id) {
      mark(.sourceUncited(source.id), 0)
    }
  }

  /// Reviews the reading of a lesson whose first item is number `first` of the pack.
  private mutating func reviewReading(_ lesson: Lesson, from first: Int) {
    var item = first
    for section in lesson.sections {
      let words = section.reading.reduce(0) { $0 + $1.plain.utf8.count } / 6
      if words > PackReviewer.longReading, !section.items.isEmpty {
        mark(.longReading(words: words), item)
      }
      item += section.items.count
    }
    if isEnglish, let bounds = pack.readingLevel,
      let level = ReadingLevel(of: lesson.sections.flatMap(\.reading)),
      level.grade < Double(bounds.lowerBound) - 0.5 || level.grade > Double(bounds.upperBound) + 0.5
    {
      mark(.readingLevel(grade: level.grade, bounds: bounds), first)
    }
  }

  /// Words of a section after which a learner should have been asked something.
  private static let longReading = 800
}
