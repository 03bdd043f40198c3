import ReciteCore
import ReciteFormats
import ReciteShell

/// The packs that a run knows: those on disk in their search order, then those inside the program.
struct PackLibrary {
  /// One pack with everything that was read for it.
  struct Entry: Sendable {
    /// The path on disk, or `shipped:ID`.
    var path: String
    var folder: PackFolder
    var reading: PackReading
  }

  /// One entry an id; in search order.
  private(set) var entries: [Entry] = []
  /// What the user should know of the search: shadowed packs, folders that are not there.
  private(set) var notices: [String] = []

  /// Reads all packs that `locator` finds, several side by side, then the shipped ones.
  static func load(_ locator: PackLocator) -> PackLibrary {
    var library = PackLibrary()
    let search = locator.packs()
    for fault in search.faults {
      library.notices.append("'\(fault.path)': \(describe(fault.fault))")
    }
    let found = SideBySide.map(search.locations) { read($0) }
    for entry in found + Shipped.packs.map(read) { library.add(entry) }
    return library
  }

  /// Reads the pack at one place, with the map and the sources that its header names.
  static func read(_ location: PackLocation) -> Entry {
    var folder = PackLocator.folder(at: location)
    folder.files += PackLocator.attachments(
      named: PackReader.attachments(of: folder), at: location)
    return Entry(path: location.path, folder: folder, reading: PackReader.read(folder))
  }

  private static func read(_ folder: PackFolder) -> Entry {
    Entry(path: folder.path, folder: folder, reading: PackReader.read(folder))
  }

  /// The pack with this id, or at this path; nil where there is none.
  func entry(_ name: String) -> Entry? {
    if let entry = entries.first(where: { $0.reading.pack?.id.rawValue == name }) { return entry }
    return PackLocator.location(of: name).map(PackLibrary.read)
  }

  private mutating func add(_ entry: Entry) {
    if let id = entry.reading.pack?.id,
      let first = entries.first(where: { $0.reading.pack?.id == id })
    {
      // In a checkout the shipped packs stand in the folder as well; that is no news.
      if entry.folder.contents != first.folder.contents {
        notices.append("'\(entry.path)' is not used: '\(first.path)' has the same id '\(id)'")
      }
      return
    }
    entries.append(entry)
  }

  private static func describe(_ fault: FileFault) -> String {
    switch fault {
    case .missing: "there is no such folder"
    case .unreadable(let reason): reason
    case .notAFile, .outside, .tooLarge, .tooMany: "it cannot be searched"
    }
  }
}

extension PackFolder {
  /// The files without the place where they were found.
  fileprivate var contents: [PackFile.Contents] { files.map(\.contents) }
}

extension Shipped {
  /// The packs inside the program, in the order of their names.
  static var packs: [PackFolder] {
    var folders: [PackFolder] = []
    for (path, bytes) in lessons {
      guard let slash = path.firstIndex(of: "/") else { continue }
      let pack = String(path[..<slash])
      let name = String(path[path.index(after: slash)...])
      if folders.last?.name != pack {
        folders.append(PackFolder(name: pack, path: "shipped:\(pack)", files: []))
      }
      let file = PackFile(
        name: name, path: "shipped:\(path)", contents: .bytes(Array(bytes)))
      // `pack.md` comes first, whatever its place in the list.
      let place = name == "pack.md" ? 0 : folders[folders.count - 1].files.count
      folders[folders.count - 1].files.insert(file, at: place)
    }
    return folders
  }
}
