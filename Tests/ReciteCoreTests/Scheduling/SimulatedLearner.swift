import Glibc
import ReciteCore

/// A learner whose memory follows FSRS-6 with weights that no scheduler is told.
struct SimulatedLearner {
  let memory: FSRS

  /// The spread of the weights among learners, by which fsrs-rs 6.6.2 holds its fit back
  /// (`training.rs`); the stabilities after a first answer are drawn as factors instead.
  private static let spreads = [
    0, 0, 0, 0, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
    0.32, 0.14, 0.27,
  ]

  /// A learner drawn by seed: first stabilities within a factor of e^±0.3 or so of the published
  /// ones, the other weights within about a quarter of their spread.
  init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, "learner")
    let first = (0..<4).map { FSRSParameters.standard[$0] * exp(0.3 * generator.normal()) }
    let others = (4..<21).map {
      FSRSParameters.standard[$0] + 0.25 * Self.spreads[$0] * generator.normal()
    }
    memory = FSRS(
      parameters: try FSRSParameters.clipping(first.sorted() + others, relearningSteps: 0))
  }

  /// Studies five new items a day and all that is due, for a year with now and then a day off.
  ///
  /// What is missed returns within the day until it is answered, as in a session.
  func year(with schedule: inout some Schedule, seed: UInt64) -> YearReport {
    var generator = SeededGenerator(seed: seed, "year")
    var report = YearReport()
    var traces: [Memory] = []
    var lastDays: [Int] = []
    for day in 0..<365 where generator.number(below: 30) > 0 {
      let due = traces.indices.filter { schedule.isDue($0, on: day) }
      let new = day < 200 ? Array(traces.count..<traces.count + 5) : []
      for item in due + new {
        var isReturn = false
        var rating: Rating
        repeat {
          if item == traces.count {
            rating = generator.firstRating()
            traces.append(memory.trace(afterFirst: rating))
            lastDays.append(day)
          } else {
            let elapsed = Double(day - lastDays[item])
            // Nine of ten returns are answered, a few minutes after the key was shown.
            let recall =
              isReturn ? 0.9 : memory.retrievability(of: traces[item], after: elapsed)
            rating = generator.rating(isRecalled: generator.unit() < recall)
            if !isReturn { report.note(isRecalled: rating != .again) }
            traces[item] = memory.trace(after: rating, elapsed: elapsed, of: traces[item])
            lastDays[item] = day
          }
          schedule.answer(item, rating, on: day)
          report.answers += 1
          isReturn = true
        } while rating == .again
      }
    }
    let known = zip(traces, lastDays).reduce(0.0) {
      $0 + memory.retrievability(of: $1.0, after: Double(364 - $1.1))
    }
    report.known = known / Double(max(1, traces.count))
    return report
  }
}

/// What came of a year.
struct YearReport {
  private(set) var reviews = 0
  private(set) var recalled = 0
  /// All answers: reviews, first answers, and returns within the day.
  var answers = 0
  /// The mean probability of recall of all items on the last day.
  var known = 0.0

  mutating func note(isRecalled: Bool) {
    reviews += 1
    if isRecalled { recalled += 1 }
  }

  /// The share of first answers of a day that were right.
  var retention: Double { Double(recalled) / Double(max(1, reviews)) }

  var line: String {
    "recall at review \(percent(retention)) %, \(tenths(Double(reviews) / 365)) reviews and "
      + "\(tenths(Double(answers) / 365)) answers a day, known at the end \(percent(known)) %"
  }

  private func percent(_ share: Double) -> String { tenths(share * 100) }
  private func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}

extension SeededGenerator {
  /// A number of 0..<1.
  fileprivate mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A normal deviate, by the Box–Muller transform.
  fileprivate mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }

  /// A quarter of new items is missed and a tenth is hard, though the passage was just read.
  fileprivate mutating func firstRating() -> Rating {
    let drawn = unit()
    return drawn < 0.25 ? .again : drawn < 0.35 ? .hard : .good
  }

  /// One in eight right answers has cost a hint or a retry; Easy is said by hand only.
  fileprivate mutating func rating(isRecalled: Bool) -> Rating {
    let isHard = number(below: 8) == 0
    return !isRecalled ? .again : isHard ? .hard : .good
  }
}

// MARK: - Schedules

/// A way to decide when items, numbered in the order learned, are asked again.
protocol Schedule {
  func isDue(_ item: Int, on day: Int) -> Bool
  mutating func answer(_ item: Int, _ rating: Rating, on day: Int)
}

/// The product: its scheduler with the published weights, load and calibration.
struct ProductSchedule: Schedule {
  private(set) var scheduler: Scheduler
  private(set) var calibration = Calibration()
  private let isCalibrated: Bool
  private var states: [CardState] = []
  private var load: [Day: Int] = [:]
  private var calibratedOn = 0

  init(isCalibrated: Bool = true) {
    scheduler = Scheduler()
    self.isCalibrated = isCalibrated
  }

  func isDue(_ item: Int, on day: Int) -> Bool {
    scheduler.isDue(states[item], at: evening(of: day))
  }

  mutating func answer(_ item: Int, _ rating: Rating, on day: Int) {
    if isCalibrated, day >= calibratedOn + 7 {
      scheduler = scheduler.calibrated(by: calibration)
      calibratedOn = day
    }
    if item == states.count { states.append(.new) }
    let (now, state) = (evening(of: day), states[item])
    if let recall = scheduler.retrievability(of: state, at: now), recall < 1 {
      calibration.add(predicted: recall, isRecalled: rating != .again)
    }
    let key = ItemKey(pack: PackID("simulated"), item: ItemID("item-\(item)"))
    let future = scheduler.futures(of: state, item: key, at: now) { load[$0] ?? 0 }[rating]
    if case .day(let day) = state.reviewed?.due { load[day, default: 0] -= 1 }
    if case .day(let day) = future.state.reviewed?.due { load[day, default: 0] += 1 }
    states[item] = future.state
  }

  private func evening(of day: Int) -> Timestamp {
    Timestamp(
      Instant(milliseconds: Int64(20_454 + day) * 86_400_000 + 68_400_000), zone: .utc)
  }
}

/// Five boxes asked after 1, 2, 4, 8 and 16 days; a miss goes back to the first.
///
/// - Source: Sebastian Leitner, "So lernt man lernen", 1972; the doubling is the common reading.
struct LeitnerSchedule: Schedule {
  private var boxes: [(box: Int, due: Int)] = []

  func isDue(_ item: Int, on day: Int) -> Bool { boxes[item].due <= day }

  mutating func answer(_ item: Int, _ rating: Rating, on day: Int) {
    if item == boxes.count { boxes.append((-1, day)) }
    // What was missed today stays in the first box, whatever comes of its return.
    guard rating == .again || boxes[item].due <= day else { return }
    let box = rating == .again ? 0 : min(4, boxes[item].box + 1)
    boxes[item] = (box, day + 1 << box)
  }
}

/// SuperMemo 2, with Again as a grade of 2, Hard as 3, Good as 4.
///
/// - Source: P. A. Woźniak, "Optimization of learning", 1990, the algorithm SM-2.
struct SM2Schedule: Schedule {
  private struct Card {
    var ease = 2.5
    var repetitions = 0
    var interval = 0
    var due: Int
  }

  private var cards: [Card] = []

  func isDue(_ item: Int, on day: Int) -> Bool { cards[item].due <= day }

  mutating func answer(_ item: Int, _ rating: Rating, on day: Int) {
    if item == cards.count { cards.append(Card(due: day)) }
    // Step 7 of the description: what was missed is repeated today, without effect on the schedule.
    guard rating == .again || cards[item].due <= day else { return }
    if rating == .again {
      cards[item].repetitions = 0
      cards[item].interval = 1
    } else {
      let short = 5.0 - Double(rating.rawValue + 1)
      cards[item].ease = max(1.3, cards[item].ease + 0.1 - short * (0.08 + short * 0.02))
      cards[item].repetitions += 1
      switch cards[item].repetitions {
      case 1: cards[item].interval = 1
      case 2: cards[item].interval = 6
      default:
        let next = Double(cards[item].interval) * cards[item].ease
        cards[item].interval = Int(next.rounded(.up))
      }
    }
    cards[item].due = day + cards[item].interval
  }
}
