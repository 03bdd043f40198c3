/// The rules of the grader; each verdict names the one that decided, and `:why` explains it.
package enum GradingRule: String, CaseIterable, Sendable {
  // The grader's rules are added where they are written; these are the ones the session needs.
  case exact
  case unreadable
  case givenUp = "given-up"
  case override
}
