import Glibc
import ReciteCore
import ReciteFormats
import ReciteShell

/// Times the reading of one pack beside what the machine needs to find the ends of its lines.
///
/// In processor time, so that a busy machine only makes it a little slower; but for what several
/// cores gain.
struct ReadBench {
  private let bytes: [UInt8]

  init(_ path: String) throws {
    guard case .bytes(let bytes) = TextFile.contents(of: path, limit: 1 << 30) else {
      throw Unreadable()
    }
    self.bytes = bytes
  }

  private struct Unreadable: Error {}

  /// Reads the pack so many times, in turns with the floor, and prints the medians.
  func run(_ rounds: Int) throws {
    var reading: [Double] = []
    var floor: [Double] = []
    for _ in 0..<max(1, rounds) {
      floor.append(seconds { lines() })
      reading.append(seconds { items() })
    }
    let megabytes = Double(bytes.count) / 1e6
    print("items \(items())")
    print("read_mb_s \(megabytes / median(reading))")
    print("floor_mb_s \(megabytes / median(floor))")
    print("ratio \(median(reading) / median(floor))")
    print("speedup \(speedup(rounds))")
  }

  private func items(_ division: FileDivision? = nil) -> Int {
    let folder = PackFolder(
      name: "bench", path: "bench",
      files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(bytes))])
    return PackReader.read(folder, division: division).places.count
  }

  /// How many times as fast the pack is read on all cores, by the clock on the wall; the best of
  /// each, in turns.
  private func speedup(_ rounds: Int) -> Double {
    let division = FileDivision { SideBySide.map($0, $1) }
    var (alone, together) = (Double.infinity, Double.infinity)
    for _ in 0..<max(1, rounds) {
      alone = min(alone, seconds(by: CLOCK_MONOTONIC) { items() })
      together = min(together, seconds(by: CLOCK_MONOTONIC) { items(division) })
    }
    return alone / together
  }

  /// The lines of the file, found byte by byte as `wc -l` does.
  private func lines() -> Int {
    bytes.withUnsafeBytes { bytes in
      var count = 0
      var rest = bytes[...]
      while let base = rest.isEmpty ? nil : UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(base, 0x0a, rest.count)
      {
        count += 1
        rest = rest[(rest.startIndex + (found - UnsafeMutableRawPointer(mutating: base)) + 1)...]
      }
      return count
    }
  }

  private func seconds(by clock: clockid_t = CLOCK_PROCESS_CPUTIME_ID, _ body: () -> Int)
    -> Double
  {
    var (start, end) = (timespec(), timespec())
    clock_gettime(clock, &start)
    let count = body()
    clock_gettime(clock, &end)
    precondition(count >= 0)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
