import Glibc

/// Where a learner's files lie, by the XDG base directories.
///
/// - Source: XDG Base Directory Specification; a value that is no absolute path does not count.
package enum Paths {
  /// Gives the value of a variable; nil when it is not set.
  package typealias Environment = (String) -> String?

  /// `RECITE_PROGRESS`, else `recite/progress.json` in the data folder; nil where neither is known.
  package static func progress(_ environment: Environment) -> String? {
    if let named = environment("RECITE_PROGRESS"), !named.isEmpty { return named }
    return folder("XDG_DATA_HOME", orHome: ".local/share", environment).map {
      $0 + "/progress.json"
    }
  }

  /// The folder for histories, made where it is missing; nil where it cannot be had.
  package static func stateFolder(_ environment: Environment) -> String? {
    guard let folder = folder("XDG_STATE_HOME", orHome: ".local/state", environment),
      make(folder)
    else { return nil }
    return folder
  }

  private static func folder(
    _ variable: String, orHome inner: String, _ environment: Environment
  ) -> String? {
    if let named = environment(variable), named.hasPrefix("/") { return named + "/recite" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/\(inner)/recite"
  }

  private static func make(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex,
      make(String(path[..<slash]))
    else { return false }
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }
}
