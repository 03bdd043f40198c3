import FoundationEssentials
import ReciteCore
import Testing

@testable import ReciteFormats

/// The folder of the packs that ship with the program.
func lessonsFolder(file: String = #filePath) -> String {
  let parts = file.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/") + "/Lessons"
}

@Suite struct ShippedPackTests {
  @Test("every shipped pack is read without a fault, and laid out canonically with ids written")
  func faultless() throws {
    let lessons = lessonsFolder()
    // Beside the packs lies the author's guide.
    let names = try FileManager.default.contentsOfDirectory(atPath: lessons).sorted()
      .filter { $0 != "README.md" }
    #expect(!names.isEmpty)
    for name in names {
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(lessons)/\(name)").sorted()
      var folder = PackFolder(name: name, path: "Lessons/\(name)", files: [])
      for file in files.filter({ $0 == "pack.md" }) + files.filter({ $0 != "pack.md" }) {
        guard let bytes = FileManager.default.contents(atPath: "\(lessons)/\(name)/\(file)") else {
          continue
        }
        folder.files.append(
          PackFile(
            name: file, path: "Lessons/\(name)/\(file)", contents: .bytes([UInt8](bytes))))
      }
      let reading = PackReader.read(folder)
      #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
      #expect(reading.pack?.id.rawValue == name)
      for (file, outcome) in PackFormatter.format(folder, reading: reading, writesIDs: true) {
        guard case .bytes(let bytes) = folder.files[file].contents else { continue }
        #expect(
          outcome == .text(String(decoding: bytes, as: UTF8.self)),
          "\(folder.files[file].path) is not laid out: recite format --ids Lessons")
      }
      #expect(reading.pack.map { $0.items.count } ?? 0 > 0)
    }
  }
}
