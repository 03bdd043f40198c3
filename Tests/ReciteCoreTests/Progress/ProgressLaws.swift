import ReciteCore
import Support
import Testing

struct ProgressLaws {
  private let scheduler = Scheduler()

  @Test func `Folding entries twice changes nothing`() {
    forEverySeed(in: 1...200) { seed in
      var history = GeneratedHistory(seed: seed, device: 1)
      let entries = history.entries(60)
      let once = Progress(folding: entries, scheduler: scheduler)
      var twice = once
      for entry in entries {
        guard !twice.apply(entry, scheduler: scheduler) else { throw LawBroken("taken in twice") }
      }
      try requireEqual(twice, once, "folded twice")
    }
  }

  @Test func `A retraction leaves the items as they were before the review`() {
    forEverySeed(in: 1...300) { seed in
      var history = GeneratedHistory(seed: seed, device: 1)
      let entries = history.entries(30)
      var progress = Progress(folding: entries.dropLast(), scheduler: scheduler)
      guard let last = entries.last, case .review(_, let key, _, _) = last.action else { return }
      let before = progress.items
      progress.apply(last, scheduler: scheduler)
      let undo = JournalEntry(
        id: progress.nextEntry(of: last.id.device), at: last.at,
        action: .retraction(last.id, of: key))
      progress.apply(undo, scheduler: scheduler)
      try requireEqual(progress.items, before, "after undo")
    }
  }

  @Test func `A card is always the replay of its reviews`() {
    forEverySeed(in: 1...200) { seed in
      var history = GeneratedHistory(seed: seed, device: 1)
      let progress = Progress(folding: history.entries(80), scheduler: scheduler)
      try requireEqual(progress.replayed(by: scheduler), progress, "replayed")
    }
  }

  @Test func `A reset forgets what came before and nothing after`() {
    var history = GeneratedHistory(seed: 7, device: 1)
    var progress = Progress(folding: history.entries(50), scheduler: scheduler)
    let reset = JournalEntry(
      id: progress.nextEntry(of: DeviceID(1)), at: Timestamp(Instant(milliseconds: 0), zone: .utc),
      action: .reset(nil))
    progress.apply(reset, scheduler: scheduler)
    #expect(progress.items.isEmpty)
    #expect(progress.runs.isEmpty)
    var later = GeneratedHistory(seed: 3, device: 1, from: reset.id.number + 1)
    for entry in later.entries(50) { progress.apply(entry, scheduler: scheduler) }
    #expect(!progress.items.isEmpty)
  }

  @Test func `The highest number is never used up`() {
    var progress = Progress()
    progress.ledger.heads.extend(to: EntryID(device: DeviceID(1), number: .max))
    #expect(progress.nextEntry(of: DeviceID(1)).number == .max)
    #expect(progress.nextEntry(of: DeviceID(2)).number == 1)
  }
}

/// Three machines that shared a beginning and went apart, as merging has to join them.
private struct Machines {
  let first: Progress
  let second: Progress
  let third: Progress

  init(seed: UInt64, scheduler: Scheduler) {
    var generator = SeededGenerator(seed: seed)
    var shared = GeneratedHistory(seed: seed, device: 1)
    let common = shared.entries(generator.number(below: 60))
    var progress = (1...3).map { _ in Progress(folding: common, scheduler: scheduler) }
    // The first machine goes on with its own numbers; the others have names of their own.
    var own = [
      shared, GeneratedHistory(seed: seed, device: 2), GeneratedHistory(seed: seed, device: 3),
    ]
    for index in progress.indices {
      for entry in own[index].entries(generator.number(below: 60)) {
        progress[index].apply(entry, scheduler: scheduler)
      }
    }
    (first, second, third) = (progress[0], progress[1], progress[2])
  }
}

struct MergeLaws {
  private let scheduler = Scheduler()

  @Test func `Merging does not depend on order, grouping or repetition`() {
    forEverySeed(in: 1...400) { seed in
      let machines = Machines(seed: seed, scheduler: scheduler)
      func merge(_ first: Progress, _ second: Progress) -> Progress {
        first.merged(with: second, scheduler: scheduler)
      }
      let (a, b, c) = (machines.first, machines.second, machines.third)
      try requireEqual(merge(a, b), merge(b, a), "order")
      try requireEqual(merge(merge(a, b), c), merge(a, merge(b, c)), "grouping")
      try requireEqual(merge(a, a), a, "repetition")
      try requireEqual(merge(merge(a, b), b), merge(a, b), "merged in again")
      try requireEqual(merge(a, Progress()), a, "nothing merged in")
    }
  }

  @Test func `A merge holds every review of either side once, and none that was deleted`() {
    forEverySeed(in: 1...300) { seed in
      let machines = Machines(seed: seed, scheduler: scheduler)
      let (a, b) = (machines.first, machines.second)
      let merged = a.merged(with: b, scheduler: scheduler)
      let names = merged.items.values.flatMap { $0.reviews.map(\.id) }
      try requireEqual(Set(names).count, names.count, "names")
      for (key, record) in a.items {
        for review in record.reviews {
          let other = b.ledger.items[key]
          let isDeleted =
            other?.isRetracted(review.id) == true || other?.forgotten.covers(review.id) == true
            || b.ledger.forgotten.covers(review.id)
          let isThere = merged.items[key]?.reviews.contains(review) == true
          try requireEqual(isThere, !isDeleted, "\(review.id) of \(key)")
        }
      }
    }
  }

  @Test func `What one machine reset stays reset, what the other answered meanwhile stays`() {
    let key = ItemKey(pack: PackID("p"), item: ItemID("i"))
    func review(_ device: UInt64, _ number: UInt32, at time: Int64) -> JournalEntry {
      let id = EntryID(device: DeviceID(device), number: number)
      let at = Timestamp(Instant(milliseconds: time), zone: .utc)
      let review = Review(
        id: id, at: at, rating: .good, credit: 1, predictedRecall: nil, durationMilliseconds: 1,
        mode: .study, scheduledDays: 3)
      return JournalEntry(
        id: id, at: at, action: .review(review, of: key, missed: nil, fingerprint: 0))
    }
    let shared = review(1, 1, at: 1000)
    let reset = JournalEntry(
      id: EntryID(device: DeviceID(1), number: 2),
      at: Timestamp(Instant(milliseconds: 9000), zone: .utc), action: .reset(key))
    let meanwhile = review(2, 1, at: 5000)
    let first = Progress(folding: [shared, reset], scheduler: scheduler)
    let second = Progress(folding: [shared, meanwhile], scheduler: scheduler)
    let merged = first.merged(with: second, scheduler: scheduler)
    #expect(merged.items[key]?.reviews.map(\.id) == [meanwhile.id])
  }
}
