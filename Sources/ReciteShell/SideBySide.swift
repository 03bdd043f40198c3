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
    var threads: [pthread_t] = []
    for _ in 1..<workers {
      let runner = Unmanaged.passRetained(Runner { crew.run() })
      var thread = pthread_t()
      let failed = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Runner>.fromOpaque(context).takeRetainedValue().body() }
          return nil
        }, runner.toOpaque())
      if failed == 0 { threads.append(thread) } else { runner.release() }
    }
    crew.run()
    for thread in threads { pthread_join(thread, nil) }
    return crew.results()
  }

  /// A thread's work, boxed for the passage through the system's own call.
  private final class Runner {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// What the threads share: the next element, and the results so far.
  private final class Crew<Element: Sendable, Result: Sendable>: Sendable {
    private struct Progress {
      var next = 0
      var results: [Int: Result] = [:]
    }

    private let elements: [Element]
    private let work: @Sendable (Element) -> Result
    private let progress = Mutex(Progress())

    init(_ elements: [Element], _ work: @escaping @Sendable (Element) -> Result) {
      self.elements = elements
      self.work = work
    }

    func run() {
      while let index = claimed() {
        let result = work(elements[index])
        progress.withLock { $0.results[index] = result }
      }
    }

    func results() -> [Result] {
      let results = progress.withLock { $0.results }
      return elements.indices.compactMap { results[$0] }
    }

    private func claimed() -> Int? {
      progress.withLock { progress in
        guard progress.next < elements.count else { return nil }
        defer { progress.next += 1 }
        return progress.next
      }
    }
  }
}
