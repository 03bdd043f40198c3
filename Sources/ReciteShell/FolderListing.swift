import Glibc

/// The names of what lies in a folder.
package enum FolderListing {
  /// All names but `.` and `..`, in byte order.
  ///
  /// - Throws: `SystemCallError` where the folder cannot be read.
  package static func names(in folder: String) throws(SystemCallError) -> [String] {
    guard let directory = opendir(folder) else {
      throw SystemCallError("list", folder, code: errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What lies in a folder, for completion: a path as it was typed, `~/` spelled out, the folder
  /// itself where it is empty; nothing where it cannot be read.
  package static func entries(in typed: String) -> [(name: String, isFolder: Bool)] {
    let path = typed.isEmpty ? "./" : Paths.expanded(typed, Terminal.environment)
    let folder = path.hasSuffix("/") ? path : path + "/"
    let names = (try? names(in: folder)) ?? []
    return names.map { name in
      var status = stat()
      let isFolder = stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return (name, isFolder)
    }
  }
}
