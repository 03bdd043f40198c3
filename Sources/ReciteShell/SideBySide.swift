import Glibc
import Synchronization

/// Does one piece of work for each of several elements, on as many threads as there are cores.
package enum SideBySide {
  /// The results in the order of the elements.
  ///
  /// Threads of the system, not tasks: a program that reads one pack pays nothing for them.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let workers = min(elements.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    guard workers > 1 else { return elements.map(work) }
    let crew = Crew(elements, work)
    var helpers: [(thread: pthread_t, hand: Hand<Element, Result>)] = []
    for _ in 1..<workers {
      let hand = Hand(crew)
      if let thread = hand.thread() { helpers.append((thread, hand)) }
    }
    var results = crew.run()
    for (thread, hand) in helpers {
      pthread_join(thread, nil)
      results += hand.results
    }
    results.sort { $0.index < $1.index }
    return results.map(\.result)
  }

  private typealias Numbered<Result> = (index: Int, result: Result)

  /// One thread of a crew, and what it has done when it was joined.
  private final class Hand<Element: Sendable, Result: Sendable> {
    private let crew: Crew<Element, Result>
    private(set) var results: [Numbered<Result>] = []

    init(_ crew: Crew<Element, Result>) { self.crew = crew }

    /// Begins on a thread of its own; nil where the system gives none.
    func thread() -> pthread_t? {
      let retained = Unmanaged.passRetained(Start { self.results = self.crew.run() })
      var thread = pthread_t()
      let failed = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body() }
          return nil
        }, retained.toOpaque())
      guard failed != 0 else { return thread }
      retained.release()
      return nil
    }
  }

  /// What a thread does, boxed for the passage through the system's own call.
  private final class Start {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// What the threads share: the elements, and which is next.
  ///
  /// Each keeps its own results until it is joined, so that nothing has to be locked.
  private final class Crew<Element: Sendable, Result: Sendable>: Sendable {
    private let elements: [Element]
    private let work: @Sendable (Element) -> Result
    private let next = Atomic(0)

    init(_ elements: [Element], _ work: @escaping @Sendable (Element) -> Result) {
      self.elements = elements
      self.work = work
    }

    func run() -> [Numbered<Result>] {
      var results: [Numbered<Result>] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return results }
        results.append((index, work(elements[index])))
      }
    }
  }
}
