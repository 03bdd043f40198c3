import Glibc
import ReciteCore
import ReciteFormats
import ReciteShell

/// Times the store and the reader on real files; `.ci/bench-store` and `.ci/bench-read` run it and
/// print ratios.
///
///     store-bench generate PATH REVIEWS ITEMS    a record of that size
///     store-bench load PATH                      reads it: seconds, peak memory in MB
///     store-bench fold PATH                      one answer more, folded in: seconds
///     store-bench append PATH COUNT              beside that record: microseconds an answer
///     store-bench floor PATH COUNT               the same lines, append and fdatasync alone
///     store-bench read PATH ROUNDS               a pack's file: MB a second, and the machine's own
@main enum StoreBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { throw Usage() }
    let path = arguments[2]
    let numbers = arguments.dropFirst(3).compactMap { Int($0) }
    switch (arguments[1], numbers.first, numbers.last) {
    case ("generate", let reviews?, let items?): try generate(path, reviews, items)
    case ("load", _, _): try load(path)
    case ("fold", _, _): try fold(path)
    case ("append", let count?, _): try append(path, count)
    case ("floor", let count?, _): try floor(path, count)
    case ("read", let rounds?, _): try ReadBench(path).run(rounds)
    default: throw Usage()
    }
  }

  private struct Usage: Error {}

  private static let scheduler = Scheduler()
  private static let device = DeviceID(0x0123_4567_89ab_cdef)

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    var (start, end) = (timespec(), timespec())
    clock_gettime(CLOCK_MONOTONIC, &start)
    try body()
    clock_gettime(CLOCK_MONOTONIC, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }

  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  private static func print(_ name: String, _ value: Double) {
    Swift.print("\(name) \((value * 1000).rounded() / 1000)")
  }

  private static func key(_ index: Int) -> ItemKey {
    ItemKey(pack: PackID("bench-pack"), item: ItemID("an-item-of-the-pack-\(index)"))
  }

  private static func entry(_ number: Int, _ items: Int) -> JournalEntry {
    let at = Timestamp(
      Instant(milliseconds: 1_700_000_000_000 + Int64(number) * 61_357),
      zone: ZoneOffset(clampingMinutes: 480))
    let id = EntryID(device: device, number: UInt32(number))
    let review = Review(
      id: id, at: at, rating: Rating.allCases[number % 7 == 0 ? 0 : 2],
      credit: Double(number % 1001) / 1000, predictedRecall: Double(900 - number % 700) / 1000,
      durationMilliseconds: UInt32(3000 + number % 9000), mode: .study,
      scheduledDays: UInt16(1 + number % 200))
    return JournalEntry(
      id: id, at: at,
      action: .review(
        review, of: key(number % items), missed: number % 7 == 0 ? "Heilongjang" : nil,
        fingerprint: 0x1234_5678))
  }

  private static func write(_ progress: Progress, to path: String) throws {
    try AtomicFile.replace(path) { sink in
      try ProgressJSON.write(
        StoredProgress(progress: progress, device: device, place: 0), to: sink)
    }
  }

  private static func generate(_ path: String, _ reviews: Int, _ items: Int) throws {
    var progress = Progress()
    if reviews > 0 {
      for number in 1...reviews { progress.apply(entry(number, items), scheduler: scheduler) }
    }
    try write(progress, to: path)
  }

  private static func read(_ path: String) throws -> Progress {
    guard let chunks = try StorePaths(path).chunks(of: .record) else { throw Usage() }
    return try ProgressJSON.read(scheduler: scheduler, refill: chunks).stored.progress
  }

  private static func load(_ path: String) throws {
    var answers = 0
    let time = try seconds { answers = try read(path).answerCount }
    print("answers", Double(answers))
    print("load_seconds", time)
    print("peak_mb", peakMegabytes())
  }

  private static func fold(_ path: String) throws {
    var progress = try read(path)
    let number = Int(progress.ledger.heads[device]) + 1
    progress.apply(entry(number, 100), scheduler: scheduler)
    let result = try seconds { try write(progress, to: path) }
    print("fold_seconds", result)
    print("peak_mb", peakMegabytes())
  }

  private static func append(_ path: String, _ count: Int) throws {
    var progress = try read(path)
    let items = max(1, progress.items.count)
    let number = Int(progress.ledger.heads[device]) + 1
    let store = try ProgressStore(
      at: path, start: Timestamp(Instant(milliseconds: 0), zone: .utc))
    unlink(path + ".journal")
    try store.beginJournal(head: JournalLines.head(device: device, place: 0))
    var times: [Double] = []
    for number in number..<number + count {
      let entry = entry(number, items)
      times.append(
        try seconds {
          progress.apply(entry, scheduler: scheduler)
          try store.append(JournalLines.line([entry]))
          store.note(LastAcknowledged.line(entry.id))
        })
    }
    unlink(path + ".journal")
    report("append", times)
  }

  private static func floor(_ path: String, _ count: Int) throws {
    let file = open(path + ".floor", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw Usage() }
    var times: [Double] = []
    for number in 1...count {
      let line = JournalLines.line([entry(number, 10)])
      times.append(
        seconds {
          _ = Glibc.write(file, line, line.count)
          fdatasync(file)
        })
    }
    unlink(path + ".floor")
    report("floor", times)
  }

  private static func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    print("\(name)_p50_us", sorted[sorted.count / 2] * 1e6)
    print("\(name)_p99_us", sorted[sorted.count * 99 / 100] * 1e6)
  }
}
