/// Why the progress file cannot be used or an answer not be saved.
package enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another session holds it; both are nil where it did not say.
  case inUse(path: String, process: Int32?, since: String?)
  /// It cannot be read or opened, for a reason that is not its content.
  case unreadable(SystemCallError)
  /// What was to be written is not safe on the disk.
  case notSaved(SystemCallError)
  /// Its content cannot be used as it is.
  case unusable(path: String, reason: String)

  package var description: String {
    switch self {
    case .inUse(let path, let process, let since):
      "the progress file '\(path)' is in use"
        + (process.map { " by process \($0)" } ?? "") + (since.map { " since \($0)" } ?? "")
    case .unreadable(let error): "\(error)"
    case .notSaved(let error): "not saved: \(error)"
    case .unusable(let path, let reason): "'\(path)' cannot be used: \(reason)"
    }
  }

  /// The exit status that scripts rely on.
  package var exitStatus: Int32 {
    switch self {
    case .inUse: 75
    case .unreadable, .unusable: 65
    case .notSaved: 74
    }
  }
}
