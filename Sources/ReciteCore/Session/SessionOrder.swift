/// Which items a session asks, by its mode; the queue puts them in order.
package enum SessionOrder {
  /// The queue of a session; places are indices into the course's entries.
  ///
  /// A quiz depends on pack, seed and options only, never on progress.
  package static func queue(
    for plan: SessionPlan, course: Course, progress: Progress, scheduler: Scheduler,
    at: Timestamp
  ) -> Queue {
    var candidates = Candidates(packs: course.packs, progress: progress)
    switch plan.mode {
    case .study:
      let limits = DayLimits(new: plan.newPerDay, reviews: plan.reviewsPerDay)
        .left(on: scheduler.day(of: at), in: progress, rollover: scheduler.rollover)
      return Queue(
        of: candidates, asking: .study(limits), at: at, scheduler: scheduler, seed: plan.seed
      ).first(plan.sessionSize)
    case .quiz(let topic):
      return .quiz(
        of: candidates, places: places(in: course, topicOrTag: topic), count: plan.count,
        seed: plan.seed)
    case .drill(let word):
      return every(places(in: course, topicOrTag: word))
    case .mistakes:
      return every(
        course.entries.indices.filter {
          progress.items[course.entries[$0].key]?.reviews.last?.rating == .again
        })
    case .cram:
      // Nothing is recorded, and the whole pack is wanted.
      for place in candidates.items.indices {
        candidates.items[place].requires = []
        candidates.items[place].apart = []
      }
      return every(Array(course.entries.indices))
    }
    func every(_ places: [Int]) -> Queue {
      Queue(
        of: candidates, asking: .every(places), at: at, scheduler: scheduler, seed: plan.seed
      ).first(plan.sessionSize)
    }
  }

  private static func places(in course: Course, topicOrTag word: String?) -> [Int] {
    guard let word else { return Array(course.entries.indices) }
    return course.entries(matching: word)
  }
}
