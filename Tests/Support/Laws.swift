import Testing

/// Runs a law once for every seed and names the seed that breaks it.
///
/// A law throws `LawBroken` (or anything else) where it does not hold; the report carries the
/// seed, so that `forEverySeed(in: seed...seed)` shows the same failure alone.
package func forEverySeed(
  in seeds: ClosedRange<UInt64>, sourceLocation: SourceLocation = #_sourceLocation,
  _ law: (UInt64) throws -> Void
) {
  for seed in seeds {
    do { try law(seed) } catch {
      Issue.record("seed \(seed): \(error)", sourceLocation: sourceLocation)
    }
  }
}

/// A law that does not hold, and what was seen instead.
package struct LawBroken: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

/// Throws `LawBroken` with both values where they differ.
package func requireEqual<Value: Equatable>(
  _ seen: Value, _ expected: Value, _ what: String
) throws {
  guard seen != expected else { return }
  throw LawBroken("\(what): \(seen) is not \(expected)")
}
