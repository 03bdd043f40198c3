import ReciteCore
import ReciteFormats
import Support
import Testing

private let scheduler = Scheduler()

/// Gives bytes in chunks of a size.
func chunks(_ bytes: [UInt8], of size: Int = 65_536) -> JSONReader.Refill {
  var next = 0
  return { buffer in
    let end = min(bytes.count, next + size)
    buffer.append(contentsOf: bytes[next..<end])
    next = end
  }
}

func written(_ stored: StoredProgress) -> [UInt8] {
  var bytes: [UInt8] = []
  ProgressJSON.write(stored) { bytes += $0 }
  return bytes
}

struct ProgressFormatLaws {
  @Test func `A record reads back equal, whatever the chunks`() {
    forEverySeed(in: 1...150) { seed in
      var first = GeneratedHistory(seed: seed, device: 5)
      var second = GeneratedHistory(seed: seed, device: 6)
      var progress = Progress(folding: first.entries(60), scheduler: scheduler)
      progress = progress.merged(
        with: Progress(folding: second.entries(60), scheduler: scheduler), scheduler: scheduler)
      let stored = StoredProgress(progress: progress, device: DeviceID(5), place: seed)
      let bytes = written(stored)
      for size in [1 + Int(seed), 65_536] {
        let read = try ProgressJSON.read(scheduler: scheduler, refill: chunks(bytes, of: size))
        try requireEqual(read.stored, stored, "stored")
        try requireEqual(read.isHandEdited, false, "edited")
      }
    }
  }

  @Test func `A journal reads back equal`() throws {
    var history = GeneratedHistory(seed: 1, device: 9)
    let entries = history.entries(500)
    var bytes = JournalLines.head(device: DeviceID(9), place: 1)
    var rest = entries[...]
    while !rest.isEmpty {
      let change = Array(rest.prefix(1 + rest.count % 3))
      bytes += JournalLines.line(change)
      rest = rest.dropFirst(change.count)
    }
    let contents = try JournalContents(bytes)
    // A review learns of its key when it is folded.
    #expect(contents.entries == entries)
    #expect(contents.damage.isEmpty)
    #expect(!contents.isTorn)
  }

  @Test func `Deleting the checksum declares a hand edit, and cards are rebuilt`() throws {
    var history = GeneratedHistory(seed: 4, device: 5)
    let progress = Progress(folding: history.entries(80), scheduler: scheduler)
    let stored = StoredProgress(progress: progress, device: DeviceID(5), place: 0)
    var text = String(decoding: written(stored), as: UTF8.self)
    let start = try #require(text.range(of: ",\"checksum\":"))
    text = String(text[..<start.lowerBound]) + "}"
    let edited = text.replacing(/"stability":[0-9.]+/, with: "\"stability\":1.5")
    let read = try ProgressJSON.read(scheduler: scheduler, refill: chunks(Array(edited.utf8)))
    #expect(read.isHandEdited)
    #expect(read.stored == stored)
  }

  @Test func `An item that stands twice is refused, and salvaging keeps one of it`() throws {
    let item = #""p/i":{"state":"new","reviews":[],"flags":[["so",0,0,1]]}"#
    let text =
      #"{"format":"recite-progress","version":1,"device":"000000000005","place":"0000000000000000","#
      + #""devices":["000000000005"],"heads":[1],"items":{\#(item),\#(item)},"runs":[]}"#
    let error = #expect(throws: ProgressFileError.self) {
      try ProgressJSON.read(scheduler: scheduler, refill: chunks(Array(text.utf8)))
    }
    #expect(error.map { "\($0)".contains("an item stands twice") } == true)
    let salvaged = ProgressJSON.salvage(scheduler: scheduler, refill: chunks(Array(text.utf8)))
    #expect(salvaged.progress.items.map { "\($0.key) \($0.value.flag ?? "")" } == ["p/i so"])
  }

  @Test(arguments: [
    #"{"format":"recite-progress","version":2,"new":[1]}"#,
    #"{"format":"recite-progress","version":99}"#,
  ])
  func `A later version is refused`(text: String) {
    #expect(throws: ProgressFileError.self) {
      try ProgressJSON.read(scheduler: scheduler, refill: chunks(Array(text.utf8)))
    }
    do {
      _ = try ProgressJSON.read(scheduler: scheduler, refill: chunks(Array(text.utf8)))
    } catch ProgressFileError.laterVersion {
    } catch { Issue.record("\(error)") }
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
