import CShipped
import Support
import Testing

@Suite struct ShippedTests {
  @Test("what ships inside the program is what stands in Lessons, byte for byte")
  func lessons() throws {
    let folder = Checkout.files(below: "Lessons")
    try #require(!folder.isEmpty)
    var shipped: [String] = []
    while let file = shipped_lesson(shipped.count)?.pointee {
      let path = String(cString: file.path)
      shipped.append(path)
      #expect(
        Checkout.bytes(of: "Lessons/\(path)")
          == Array(UnsafeBufferPointer(start: file.bytes, count: file.count)),
        "\(path) differs: run .tools/list-shipped.py and build again")
    }
    #expect(shipped == folder, "the list differs: run .tools/list-shipped.py")
  }
}
