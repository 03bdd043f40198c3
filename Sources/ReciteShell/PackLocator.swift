import Glibc
import ReciteCore

/// A pack on disk: a folder of lessons, or one file.
package struct PackLocation: Equatable, Sendable {
  /// The folder's name, or the file's without its ending.
  package var name: String
  package var path: String
  package var isFile: Bool
}

/// Finds packs, and reads their files.
///
///     let locator = PackLocator(lessons: ["Extra"], environment: environment)
///     for location in locator.packs().locations { read(locator.folder(at: location)) }
package struct PackLocator: Sendable {
  /// The folders that are searched, in order; the first of two packs with one id wins.
  package let roots: [Root]

  package struct Root: Equatable, Sendable {
    package var path: String
    /// True where the user named it, so that its absence is worth a word.
    package var isNamed: Bool
  }

  /// The packs that were found, and the named folders that could not be searched.
  package struct Search: Equatable, Sendable {
    /// In the order of the roots, then by name.
    package var locations: [PackLocation] = []
    package var faults: [RootFault] = []
  }

  package struct RootFault: Equatable, Sendable {
    package var path: String
    package var fault: FileFault
  }

  private init(roots: [Root]) { self.roots = roots }

  /// A search through `--lessons`, `RECITE_LESSONS` (folders with `:` between them), `./Lessons`
  /// and `$XDG_DATA_HOME/recite/lessons` (`~/.local/share` by default).
  package init(lessons: [String], environment: [String: String]) {
    var roots = lessons.map { Root(path: $0, isNamed: true) }
    roots += (environment["RECITE_LESSONS"] ?? "").split(separator: ":").map {
      Root(path: String($0), isNamed: true)
    }
    roots.append(Root(path: "Lessons", isNamed: false))
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/share" }
    // The specification lets only absolute paths count.
    let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    if let data = named ?? home {
      roots.append(Root(path: data + "/recite/lessons", isNamed: false))
    }
    self.roots = roots
  }

  // MARK: Finding

  /// All packs in the roots.
  package func packs() -> Search {
    var search = Search()
    var seen: Set<String> = []
    for root in roots {
      guard let real = TextFile.realPath(root.path) else {
        if root.isNamed {
          search.faults.append(RootFault(path: root.path, fault: TextFile.fault(errno)))
        }
        continue
      }
      // `--lessons Lessons` names the same folder as the default.
      guard seen.insert(real).inserted else { continue }
      switch PackLocator.entries(of: root.path) {
      case .failure(let failure):
        search.faults.append(RootFault(path: root.path, fault: failure.fault))
      case .success(let names): search.locations += locations(in: root.path, names)
      }
    }
    return search
  }

  private func locations(in root: String, _ names: [String]) -> [PackLocation] {
    if names.contains("pack.md") { return PackLocator.location(of: root).map { [$0] } ?? [] }
    return names.compactMap { name in
      guard !name.hasPrefix(".") else { return nil }
      let path = PackLocator.join(root, name)
      if PackLocator.isFolder(path) {
        guard case .success(let inner) = PackLocator.entries(of: path),
          inner.contains(where: PackLocator.isLesson)
        else { return nil }
        return PackLocation(name: name, path: path, isFile: false)
      }
      guard PackLocator.isLesson(name) else { return nil }
      return PackLocation(name: PackLocator.stem(name), path: path, isFile: true)
    }
  }

  /// The pack at a path that the user named; nil where nothing is there.
  package static func location(of path: String) -> PackLocation? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    // `.` and `..` are no names.
    let named = trimmed.hasSuffix(".") ? TextFile.realPath(trimmed) ?? trimmed : trimmed
    let last = named.split(separator: "/").last.map(String.init) ?? "pack"
    return PackLocation(name: isFolder ? last : stem(last), path: trimmed, isFile: !isFolder)
  }

  /// The packs that a path means: the pack itself, or those in a folder of packs; in order.
  package static func locations(at path: String) -> [PackLocation] {
    guard let location = location(of: path) else { return [] }
    guard !location.isFile, case .success(let names) = entries(of: path),
      !names.contains(where: isLesson)
    else { return [location] }
    let inner = PackLocator(roots: []).locations(in: location.path, names)
    return inner.isEmpty ? [location] : inner
  }

  /// The pack that a lesson belongs to: its folder, where that holds a `pack.md`.
  package static func packFolder(of lesson: PackLocation) -> PackLocation? {
    let folder = parent(of: lesson.path)
    guard lesson.isFile, case .success(let names) = entries(of: folder),
      names.contains("pack.md")
    else { return nil }
    return location(of: folder)
  }

  /// True for Markdown files but `README.md` and hidden ones.
  static func isLesson(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return !name.hasPrefix(".") && lowered != "readme.md"
      && (lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown"))
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private struct ListingFailure: Error {
    var fault: FileFault
  }

  /// The names in a folder, sorted by their bytes.
  private static func entries(of path: String) -> Result<[String], ListingFailure> {
    guard let directory = opendir(path) else {
      return .failure(ListingFailure(fault: TextFile.fault(errno)))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return .success(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  // MARK: Reading

  /// The lessons of a pack as they stand on disk; what cannot be read is said in their place.
  package static func folder(at location: PackLocation) -> PackFolder {
    var folder = PackFolder(name: location.name, path: location.path, files: [])
    var budget = Budget()
    guard !location.isFile else {
      let name = location.path.split(separator: "/").last.map(String.init) ?? location.path
      let contents = TextFile.contents(of: location.path, limit: PackFileLimits.fileBytes)
      folder.files = [PackFile(name: name, path: location.path, contents: contents)]
      return folder
    }
    guard let real = TextFile.realPath(location.path) else {
      folder.files = [
        PackFile(
          name: "pack.md", path: location.path, contents: .unusable(TextFile.fault(errno)))
      ]
      return folder
    }
    switch entries(of: location.path) {
    case .failure(let failure):
      folder.files = [
        PackFile(name: "pack.md", path: location.path, contents: .unusable(failure.fault))
      ]
    case .success(let names):
      let lessons = names.filter(isLesson)
      for name in lessons.filter({ $0 == "pack.md" }) + lessons.filter({ $0 != "pack.md" }) {
        let path = join(location.path, name)
        let contents = budget.contents(of: path, beneath: real)
        folder.files.append(PackFile(name: name, path: path, contents: contents))
        if case .unusable(.tooMany) = contents { break }
      }
    }
    return folder
  }

  /// Files of a pack that its header names: each read where it stands, never outside the pack.
  package static func attachments(
    named names: [String], at location: PackLocation
  ) -> [PackFile] {
    let base = location.isFile ? parent(of: location.path) : location.path
    let real = TextFile.realPath(base)
    var budget = Budget()
    return names.map { name in
      let path = join(base, name)
      guard isConfined(name), let real else {
        return PackFile(name: name, path: path, contents: .unusable(.outside))
      }
      return PackFile(name: name, path: path, contents: budget.contents(of: path, beneath: real))
    }
  }

  /// True for a relative path without `..`.
  private static func isConfined(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
      && !name.split(separator: "/").contains("..")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What is left of a pack's files and bytes.
  private struct Budget {
    var files = PackFileLimits.files
    var bytes = PackFileLimits.packBytes

    mutating func contents(of path: String, beneath folder: String) -> PackFile.Contents {
      guard files > 0, bytes > 0 else {
        return .unusable(.tooMany(limit: PackFileLimits.files))
      }
      files -= 1
      let contents = TextFile.contents(
        of: path, limit: PackFileLimits.fileBytes, beneath: folder)
      if case .bytes(let read) = contents { bytes -= read.count }
      return contents
    }
  }
}
