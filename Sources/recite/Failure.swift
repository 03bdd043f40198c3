import ArgumentParser
import RecitePresentation
import ReciteShell

/// The exit statuses that scripts may rely on.
enum ExitStatus: Int32 {
  case done = 0
  case no = 1
  case usage = 64
  case unusable = 65
  case notFound = 66
  case cannotCreate = 73
  /// An answer could not be saved, or the output not be written.
  case notSaved = 74
  case inUse = 75
  case interrupted = 130
}

/// A command that cannot go on: what, where, what to do, and the status to leave with.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}

/// What a command says beside its results; whatever names and texts are in it reach no terminal raw.
func say(_ message: String) {
  try? StandardStream.error.write("recite: \(VisibleText.ofLines(message))\n")
}

extension ExitCode {
  init(_ status: ExitStatus) { self.init(status.rawValue) }
}
