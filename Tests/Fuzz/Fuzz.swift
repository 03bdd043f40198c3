import FuzzTargets
import Glibc

/// Feeds one reader, the one that `RECITE_FUZZ_TARGET` names, with libFuzzer's inputs; `.ci/fuzz`
/// builds and runs it.
///
/// A trap, or a law that does not hold, ends the run and leaves the input beside it. With
/// `RECITE_FUZZ_SEEDS` it writes the reader's first inputs into that folder instead.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let chosen: FuzzTarget? = getenv("RECITE_FUZZ_TARGET").flatMap {
  FuzzTarget(rawValue: String(cString: $0))
}

/// What SwiftPM calls in place of `main`.
@_cdecl("fuzz_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  guard let target = chosen else {
    print(FuzzTarget.allCases.map(\.rawValue).joined(separator: "\n"))
    return 64
  }
  if let folder = getenv("RECITE_FUZZ_SEEDS").map({ String(cString: $0) }) {
    return writeSeeds(of: target, to: folder)
  }
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { start, length in
    do {
      try chosen?.feed(Array(UnsafeBufferPointer(start: start, count: length)))
    } catch {
      let words = Array("law broken: \(error)\n".utf8)
      _ = write(STDERR_FILENO, words, words.count)
      abort()
    }
    return 0
  }
}

private func writeSeeds(of target: FuzzTarget, to folder: String) -> CInt {
  for (index, seed) in target.seeds(longest: 2000).enumerated() {
    guard let file = fopen("\(folder)/seed-\(index)", "wb") else { return 73 }
    defer { fclose(file) }
    guard fwrite(seed, 1, seed.count, file) == seed.count else { return 74 }
  }
  return 0
}
