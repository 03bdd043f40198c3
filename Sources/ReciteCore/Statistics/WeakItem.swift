/// An item that the learner has trouble with, and what shows it.
package struct WeakItem: Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// Forgotten so often, at least `ReviewedCard.leechLapses` times.
    case leech(lapses: Int)
    /// The last answer was wrong.
    case missedLast
    /// The mean credit of the last answers is low.
    case lowCredit(mean: Double, answers: Int)
    /// Recall has fallen well below the retention that is aimed at.
    case fading(recall: Double)
  }

  package let key: ItemKey
  /// The worst first, in the order of the cases; at least one.
  package let reasons: [Reason]
  /// 0 (safe)...1 (hopeless): how likely the next answer is to lack credit.
  package let weakness: Double

  /// How many of the last answers speak for what an item is like now.
  private static let answersLookedAt = 5
  /// Below this mean credit an item is weak; 0.6 is between half and fully right.
  private static let lowCredit = 0.6
  /// So far below the desired retention recall has to fall.
  private static let fadingMargin = 0.15

  /// The item as a weak one; nil where nothing shows weakness.
  package init?(
    _ key: ItemKey, record: Progress.ItemRecord, at now: Timestamp, scheduler: Scheduler
  ) {
    guard let card = record.card.reviewed,
      let recall = scheduler.retrievability(of: record.card, at: now)
    else { return nil }
    let last = record.reviews.suffix(Self.answersLookedAt)
    let credit = last.reduce(0) { $0 + $1.credit }
    let mean = last.isEmpty ? 1 : credit / Double(last.count)
    var reasons: [Reason] = []
    if card.isLeech { reasons.append(.leech(lapses: card.lapses)) }
    if last.last?.rating == .again { reasons.append(.missedLast) }
    if last.count > 1, mean < Self.lowCredit {
      reasons.append(.lowCredit(mean: mean, answers: last.count))
    }
    if recall < scheduler.desiredRetention - Self.fadingMargin {
      reasons.append(.fading(recall: recall))
    }
    guard !reasons.isEmpty else { return nil }
    self.key = key
    self.reasons = reasons
    // One full and one empty answer are added, so that a single miss is not hopeless.
    weakness = 1 - recall * (credit + 1) / Double(last.count + 2)
  }

  /// The weakest of these items, the worst first, at most `count`; suspended ones are left out.
  ///
  /// - Complexity: O(n log n).
  package static func weakest(
    _ count: Int, of keys: [ItemKey], in progress: Progress, at now: Timestamp,
    scheduler: Scheduler
  ) -> [WeakItem] {
    let weak = keys.compactMap { key -> WeakItem? in
      guard let record = progress.items[key], !record.isSuspended else { return nil }
      return WeakItem(key, record: record, at: now, scheduler: scheduler)
    }
    let sorted = weak.sorted {
      $0.weakness != $1.weakness ? $0.weakness > $1.weakness : $0.key < $1.key
    }
    return Array(sorted.prefix(max(0, count)))
  }
}
