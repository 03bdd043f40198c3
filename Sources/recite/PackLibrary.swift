import ReciteCore
import ReciteFormats
import ReciteShell

/// The packs that a run knows: those on disk in their search order, then those inside the program.
///
/// Finding them reads their headers only; a pack is read whole when it is asked for.
struct PackLibrary {
  /// One pack with everything that was read for it.
  struct Entry: Sendable {
    /// The path on disk, or `shipped:ID`.
    var path: String
    var folder: PackFolder
    var reading: PackReading
  }

  /// A pack that was found: its id, and its lessons as bytes.
  private struct Source: Sendable {
    var id: PackID
    var folder: PackFolder
    /// Nil for a pack inside the program.
    var location: PackLocation?
  }

  /// One an id; in search order.
  private var sources: [Source] = []
  /// What the user should know of the search: shadowed packs, folders that are not there.
  private(set) var notices: [String] = []

  /// Finds all packs that `locator` knows of, then the shipped ones.
  static func load(_ locator: PackLocator) -> PackLibrary {
    var library = PackLibrary()
    let search = locator.packs()
    for fault in search.faults {
      library.notices.append("'\(fault.path)': \(describe(fault.fault))")
    }
    for location in search.locations {
      library.add(PackLocator.folder(at: location), location)
    }
    for folder in Shipped.packs { library.add(folder, nil) }
    return library
  }

  /// Reads the pack at one place, with the map and the sources that its header names.
  static func read(_ location: PackLocation) -> Entry { read(location, sources: []) }

  /// Reads the pack at one place with documents from outside it.
  static func read(_ location: PackLocation, sources: [GivenSource]) -> Entry {
    read(PackLocator.folder(at: location), location, sources)
  }

  private static func read(
    _ found: PackFolder, _ location: PackLocation?, _ sources: [GivenSource] = [],
    maps: SharedMaps = SharedMaps()
  ) -> Entry {
    var folder = found
    if let location {
      folder.files += PackLocator.attachments(
        named: PackReader.attachments(of: folder), at: location)
    }
    let division = FileDivision { SideBySide.map($0, $1) }
    return Entry(
      path: folder.path, folder: folder,
      reading: PackReader.read(
        folder, sources: sources, division: division, readsMap: { maps.reading(of: $0) }))
  }

  /// The ids of all packs, in search order.
  var ids: [String] { sources.map(\.id.rawValue) }

  /// Reads all packs, several side by side.
  func entries() -> [Entry] {
    let maps = SharedMaps()
    return SideBySide.map(sources) { PackLibrary.read($0.folder, $0.location, maps: maps) }
  }

  /// The pack with this id, or at this path; nil where there is none.
  func entry(_ name: String) -> Entry? {
    if let source = sources.first(where: { $0.id.rawValue == name }) {
      return PackLibrary.read(source.folder, source.location)
    }
    return PackLocator.location(of: name).map(PackLibrary.read)
  }

  private mutating func add(_ folder: PackFolder, _ location: PackLocation?) {
    let id = PackReader.id(of: folder)
    guard let first = sources.first(where: { $0.id == id }) else {
      return sources.append(Source(id: id, folder: folder, location: location))
    }
    // In a checkout the shipped packs stand in the folder as well; that is no news.
    if folder.lessons != first.folder.lessons {
      notices.append("'\(folder.path)' is not used: '\(first.folder.path)' has the same id '\(id)'")
    }
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
  /// The lessons without the place where they were found.
  fileprivate var lessons: [PackFile.Contents] {
    files.filter { PackReader.isLesson($0.name) }.map(\.contents)
  }
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
