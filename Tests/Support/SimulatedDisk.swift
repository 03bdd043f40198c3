/// A disk that promises only what POSIX does: what was synced is there after a power cut, of anything
/// else any part may be.
///
/// It is fed with the calls of a real run. Content that was written and not synced may be there, be
/// lost, be torn, or be zeros of the new length; a name that was changed while its folder was not
/// synced may be the old or the new one, each name by itself. A rename is one change.
/// - Source: POSIX.1-2024, `fsync` and `rename`; Pillai and others, "All File Systems Are Not Created
///   Equal", OSDI 2014, whose cases these are.
package struct SimulatedDisk {
  fileprivate struct Content {
    /// What is there for certain.
    var synced: [UInt8]
    var pending: [Change] = []

    fileprivate enum Change {
      case write(at: Int, [UInt8])
      case cut(Int)
    }
  }

  private struct NameChange {
    var folder: String
    /// Names and what they lead to afterwards; nil where they are gone.
    var names: [(path: String, content: Int?)]
  }

  private var contents: [Content] = []
  private var folders: Set<String> = []
  /// What each path leads to for the running program.
  private var names: [String: Int] = [:]
  /// What each path leads to for certain.
  private var syncedNames: [String: Int] = [:]
  private var pendingNames: [NameChange] = []
  private var files: [Int: (content: Int?, folder: String, place: Int)] = [:]
  /// Contents that stand for folders, which have none.
  private var folderContents: Set<Int> = []

  /// A disk on which everything in `files`, by its path, is safe.
  package init(files: [String: [UInt8]]) {
    for (path, bytes) in files {
      names[path] = contents.count
      contents.append(Content(synced: bytes))
    }
    syncedNames = names
  }

  // MARK: What the program does

  package mutating func apply(_ call: SystemCall) {
    switch call {
    case .open(let file, let isNew, let isFolder, let path):
      if isFolder {
        files[file] = (nil, path, 0)
        return
      }
      if isNew || names[path] == nil { change([(path, add([]))]) }
      files[file] = (names[path], "", 0)
    case .write(let file, let bytes):
      guard let open = files[file], let content = open.content else { return }
      contents[content].pending.append(.write(at: open.place, bytes))
      files[file]?.place += bytes.count
    case .writeAt(let file, let place, let bytes):
      guard let content = files[file]?.content else { return }
      contents[content].pending.append(.write(at: place, bytes))
    case .cut(let file, let length):
      guard let content = files[file]?.content else { return }
      contents[content].pending.append(.cut(length))
    case .seek(let file, let place): files[file]?.place = place
    case .sync(let file):
      guard let open = files[file] else { return }
      guard let content = open.content else { return syncNames(in: open.folder) }
      contents[content].synced = contents[content].whole
      contents[content].pending = []
    case .link(let from, let to): change([(to, names[from])])
    case .rename(let from, let to): change([(from, nil), (to, names[from])])
    case .unlink(let path): change([(path, nil)])
    case .makeFolder(let path):
      let content = add([])
      folderContents.insert(content)
      change([(path, content)])
    case .close(let file): files[file] = nil
    case .failed: break
    }
  }

  private mutating func add(_ bytes: [UInt8]) -> Int {
    contents.append(Content(synced: bytes))
    return contents.count - 1
  }

  private mutating func change(_ changed: [(path: String, content: Int?)]) {
    for (path, content) in changed { names[path] = content }
    pendingNames.append(
      NameChange(folder: SimulatedDisk.folder(of: changed[0].path), names: changed))
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private mutating func syncNames(in folder: String) {
    for change in pendingNames where change.folder == folder {
      for (path, content) in change.names { syncedNames[path] = content }
    }
    pendingNames.removeAll { $0.folder == folder }
  }

  /// The files as the running program sees them, and as they are when it is killed.
  package var seenByProgram: [String: [UInt8]] {
    names.filter { !folderContents.contains($0.value) }.mapValues { contents[$0].whole }
  }

  // MARK: What a power cut may leave

  /// Calls `body` with the files, by their paths, of every state that a power cut may leave now.
  ///
  /// - Returns: how many states there were.
  package func forEachState(_ body: ([String: [UInt8]]) throws -> Void) rethrows -> Int {
    let choices = contents.map(\.variants)
    let open = choices.indices.filter { choices[$0].count > 1 }
    var count = 0
    for chosenNames in nameChoices {
      let visible = visibleNames(after: chosenNames)
      // Only contents that a name leads to make a difference.
      let varying = open.filter { visible.values.contains($0) }
      var picks = [Int](repeating: 0, count: varying.count)
      repeat {
        var state: [String: [UInt8]] = [:]
        for (path, content) in visible where !folderContents.contains(content) {
          let pick = varying.firstIndex(of: content).map { picks[$0] } ?? 0
          state[path] = choices[content][pick]
        }
        count += 1
        try body(state)
      } while SimulatedDisk.advance(&picks, below: varying.map { choices[$0].count })
    }
    return count
  }

  /// Every subset of the changes of names where they are few, else every beginning of them.
  private var nameChoices: [[NameChange]] {
    guard pendingNames.count <= 6 else {
      return (0...pendingNames.count).map { Array(pendingNames.prefix($0)) }
    }
    return (0..<(1 << pendingNames.count)).map { bits in
      pendingNames.indices.filter { bits & 1 << $0 != 0 }.map { pendingNames[$0] }
    }
  }

  private func visibleNames(after changes: [NameChange]) -> [String: Int] {
    var names = syncedNames
    for change in changes { for (path, content) in change.names { names[path] = content } }
    let madeHere = Set(
      (syncedNames.values + pendingNames.flatMap { $0.names.compactMap(\.content) })
        .filter(folderContents.contains))
    guard !madeHere.isEmpty else { return names }
    // A file is reached only where every folder that was made above it is reached.
    let lost = Set(
      self.names.filter { folderContents.contains($0.value) && names[$0.key] != $0.value }.keys)
    return names.filter { entry in !lost.contains { entry.key.hasPrefix($0 + "/") } }
  }

  /// The next combination; false after the last.
  private static func advance(_ picks: inout [Int], below limits: [Int]) -> Bool {
    for index in picks.indices {
      picks[index] += 1
      if picks[index] < limits[index] { return true }
      picks[index] = 0
    }
    return false
  }
}

extension SimulatedDisk.Content {
  private static func apply(
    _ changes: some Sequence<SimulatedDisk.Content.Change>, to bytes: [UInt8]
  ) -> [UInt8] {
    var bytes = bytes
    for change in changes {
      switch change {
      case .cut(let length):
        if length < bytes.count {
          bytes.removeLast(bytes.count - length)
        } else {
          bytes += [UInt8](repeating: 0, count: length - bytes.count)
        }
      case .write(let place, let new):
        let missing = place + new.count - bytes.count
        if missing > 0 { bytes += [UInt8](repeating: 0, count: missing) }
        bytes.replaceSubrange(place..<place + new.count, with: new)
      }
    }
    return bytes
  }

  /// What the running program reads.
  var whole: [UInt8] { Self.apply(pending, to: synced) }

  /// What may be found after a power cut; the first is what was synced.
  var variants: [[UInt8]] {
    guard !pending.isEmpty else { return [synced] }
    var found = [synced]
    func add(_ bytes: [UInt8]) { if !found.contains(bytes) { found.append(bytes) } }
    for count in 1...pending.count where count <= 3 || count == pending.count {
      add(Self.apply(pending.prefix(count), to: synced))
    }
    if let last = pending.last, case .write(let place, let bytes) = last {
      let before = pending.dropLast()
      let half = Change.write(at: place, Array(bytes.prefix(bytes.count / 2)))
      add(Self.apply(before + [half], to: synced))
      let zeros = Change.write(at: place, [UInt8](repeating: 0, count: bytes.count))
      add(Self.apply(before + [zeros], to: synced))
      // The pages of one write may come in any order: its end without its beginning.
      let hole = [UInt8](repeating: 0, count: bytes.count / 2) + bytes.dropFirst(bytes.count / 2)
      add(Self.apply(before + [.write(at: place, hole)], to: synced))
      add(Self.apply([last], to: synced))
    }
    return found
  }
}
