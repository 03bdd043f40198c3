import Glibc

/// A folder of a test's own, removed with everything in it when the test lets go of it.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    var template = Array("/tmp/recite-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw LawBroken("no temporary folder") }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { TemporaryFolder.remove(path) }

  private static func remove(_ path: String) {
    if Glibc.remove(path) == 0 { return }
    chmod(path, 0o700)
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  /// The path of a file in the folder.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, ascending.
  package var names: [String] { TemporaryFolder.names(in: path) }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func read(_ name: String) -> [UInt8]? { TemporaryFolder.contents(of: file(name)) }

  /// The bytes of any file; nil where it cannot be read.
  package static func contents(of path: String) -> [UInt8]? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  package func write(_ name: String, _ bytes: [UInt8]) throws {
    guard let stream = fopen(file(name), "w") else { throw LawBroken("cannot write \(name)") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw LawBroken("cannot write \(name)")
    }
  }
}
