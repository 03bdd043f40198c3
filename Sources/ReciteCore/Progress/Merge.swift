/// Joining what two machines know of one learner.
extension Progress {
  /// Everything that either side knows, each review once, nothing deleted come back.
  ///
  /// The order of the two does not matter, nor how often one is merged in: a review's name is its
  /// identity, tombstones and horizons only grow, and the schedule is rebuilt from the reviews.
  package func merged(with other: Progress, scheduler: Scheduler) -> Progress {
    var result = Progress()
    result.ledger = ledger
    result.ledger.formUnion(other.ledger)
    let keys = Set(items.keys).union(other.items.keys).union(result.ledger.items.keys)
    for key in keys {
      let ledger = result.ledger.items[key] ?? ItemLedger()
      let reviews = mergedReviews(
        items[key]?.reviews ?? [], other.items[key]?.reviews ?? []
      ).filter {
        !ledger.isRetracted($0.id) && !ledger.forgotten.covers($0.id)
          && !result.ledger.forgotten.covers($0.id)
      }
      var record = ItemRecord()
      record.reviews = reviews
      record.card = scheduler.replay(reviews)
      ledger.show(in: &record)
      if record != ItemRecord() { result.items[key] = record }
    }
    return result
  }

  /// The same progress with every card rebuilt from its reviews.
  package func replayed(by scheduler: Scheduler) -> Progress {
    var result = self
    for key in items.keys {
      guard let reviews = items[key]?.reviews else { continue }
      result.items[key]?.card = scheduler.replay(reviews)
    }
    return result
  }
}

/// Two lists in order, joined in order; where both hold a review, one of them.
///
/// Two reviews of one name that differ can only come from a copied file. The order of their contents
/// then decides, so that both sides decide alike.
private func mergedReviews(_ first: [Review], _ second: [Review]) -> [Review] {
  guard !first.isEmpty, !second.isEmpty else { return first.isEmpty ? second : first }
  var chosen: [EntryID: Review] = [:]
  chosen.reserveCapacity(first.count + second.count)
  for review in first { chosen[review.id] = review }
  for review in second {
    if let rival = chosen[review.id], !Review.precedesInContent(review, rival) { continue }
    chosen[review.id] = review
  }
  return chosen.values.sorted(by: Review.isOlder)
}

extension Ledger {
  fileprivate mutating func formUnion(_ other: Ledger) {
    heads.formUnion(other.heads)
    forgotten.formUnion(other.forgotten)
    for (key, item) in other.items { items[key, default: ItemLedger()].formUnion(item) }
    for key in items.keys {
      items[key]?.dropForgotten(forgotten)
      if items[key]?.isEmpty == true { items[key] = nil }
    }
    for (pack, places) in other.readings {
      for place in places {
        ItemLedger.set(place, in: &readings[pack, default: []]) { _, _ in true }
      }
    }
    for pack in Array(readings.keys) {
      readings[pack]?.removeAll { forgotten.covers($0.id) }
      if readings[pack]?.isEmpty == true { readings[pack] = nil }
    }
    var byName: [EntryID: Dated<QuizRun>] = [:]
    for run in runs + other.runs where !forgotten.covers(run.id) {
      guard let rival = byName[run.id] else {
        byName[run.id] = run
        continue
      }
      byName[run.id] = Dated.isOlder(rival, run) ? rival : run
    }
    runs = byName.values.sorted(by: Dated.isOlder)
  }
}
