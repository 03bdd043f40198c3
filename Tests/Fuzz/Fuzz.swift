import Glibc
import ReciteCore
import ReciteFormats

/// Feeds random bytes to everything that reads what others wrote; `.ci/fuzz` builds and runs it.
///
/// The first byte chooses the reader, so that one corpus serves all. A trap ends the run and leaves
/// the input beside it.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What SwiftPM calls in place of `main`.
@_cdecl("fuzz_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { start, length in
    feed(Array(UnsafeBufferPointer(start: start, count: length)))
    return 0
  }
}

private func feed(_ bytes: [UInt8]) {
  guard let choice = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  switch choice % 6 {
  case 0: readPack(rest)
  case 1: readRecord(rest)
  case 2: _ = try? JournalContents(rest)
  case 3: _ = GeoJSON.read(rest)
  case 4: grade(rest)
  default: readTranscript(rest)
  }
}

private func chunks(_ bytes: [UInt8], of size: Int) -> JSONReader.Refill {
  var next = 0
  return { buffer in
    let end = min(bytes.count, next + size)
    buffer.append(contentsOf: bytes[next..<end])
    next = end
  }
}

private func readRecord(_ bytes: [UInt8]) {
  let scheduler = Scheduler()
  let size = 1 + Int(bytes.first ?? 0)
  _ = try? ProgressJSON.read(scheduler: scheduler, refill: chunks(bytes, of: size))
  _ = ProgressJSON.salvage(scheduler: scheduler, refill: chunks(bytes, of: size))
}

private func reading(_ bytes: [UInt8]) -> PackReading {
  PackReader.read(
    PackFolder(
      name: "fuzz", path: "fuzz",
      files: [PackFile(name: "pack.md", path: "fuzz/pack.md", contents: .bytes(bytes))]))
}

private func readPack(_ bytes: [UInt8]) {
  guard let pack = reading(bytes).pack else { return }
  _ = PackWriter.files(of: pack)
}

/// A pack, and after a NUL the response to its items.
private func grade(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  guard let text = parts.first, let response = parts.last, let pack = reading(Array(text)).pack
  else { return }
  let grader = Grader(lexicon: .empty, packs: [pack])
  let typed = String(decoding: response, as: UTF8.self)
  for item in pack.items.prefix(8) {
    _ = grader.grade(typed, for: item, of: pack.id, as: AskedForm())
  }
}

private func readTranscript(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = try? Transcript(parsing: text)
  _ = TranscriptFence.all(in: text)
}
