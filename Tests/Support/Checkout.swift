import Glibc

/// The files of this checkout, for tests that read the sources or the lessons themselves.
package enum Checkout {
  /// The folder that holds `Package.swift`.
  package static let root: String = {
    var parts = #filePath.split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let folder = "/" + parts.joined(separator: "/")
      if access(folder + "/Package.swift", F_OK) == 0 { return folder }
    }
    return "."
  }()

  /// The paths below a folder, relative to it, sorted; folders themselves are left out.
  package static func files(below folder: String) -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let inner = waiting.popLast() {
      guard let directory = opendir("\(root)/\(folder)/\(inner)") else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let path = inner + name
        if entry.pointee.d_type == UInt8(DT_DIR) {
          waiting.append(path + "/")
        } else {
          found.append(path)
        }
      }
    }
    return found.sorted()
  }

  /// The bytes of a file of the checkout; nil where there is none.
  package static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen("\(root)/\(path)", "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The text of a file of the checkout; nil where there is none.
  package static func text(of path: String) -> String? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
