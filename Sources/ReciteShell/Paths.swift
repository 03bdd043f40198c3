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

  /// `recite/config` in the configuration folder; nil where none is known.
  package static func settings(_ environment: Environment) -> String? {
    folder("XDG_CONFIG_HOME", orHome: ".config", environment).map { $0 + "/config" }
  }

  /// A path with `~/` at its start spelled out.
  package static func expanded(_ path: String, _ environment: Environment) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME"), !home.isEmpty
    else { return path }
    return home + path.dropFirst()
  }

  /// A path that means the same in every folder; one that begins with `~` is left as it is.
  package static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), let folder = getcwd(nil, 0) else {
      return path
    }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Makes the folder that a file lies in, for its owner alone; says whether it is there.
  package static func makeFolder(of path: String) -> Bool {
    let folder = AtomicFile.folder(of: path)
    return access(folder, F_OK) == 0 || make(folder)
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
