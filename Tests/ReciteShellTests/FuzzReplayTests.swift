import FuzzTargets
import Glibc
import ReciteCore
import Support
import Testing

/// The readers of foreign text under inputs that were found, and under some that nobody saw before.
///
/// `RECITE_FUZZ_RUNS` sets how many changed inputs each reader gets; `.ci/fuzz` gives them millions.
@Suite struct FuzzReplayTests {
  private static let runs = getenv("RECITE_FUZZ_RUNS").flatMap { Int(String(cString: $0)) } ?? 250

  @Test(arguments: FuzzTarget.allCases)
  func `A reader survives its corpus and changes of it`(target: FuzzTarget) throws {
    let corpus = Checkout.files(below: "Tests/FuzzTargets/Corpus")
      .filter { $0.hasPrefix("\(target.rawValue)/") }
      .compactMap { Checkout.bytes(of: "Tests/FuzzTargets/Corpus/\($0)") }
    let seeds = target.seeds(longest: 1200) + corpus
    for bytes in seeds + [[]] { try target.feed(bytes) }
    var change = Change(seed: 20_261_122, seeds: seeds)
    for _ in 0..<Self.runs {
      let bytes = change.next()
      do { try target.feed(bytes) } catch {
        Issue.record(
          "\(target): \(error)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }
}

/// Changes inputs at random: bytes flipped, cut, doubled, put in, and pieces of two joined.
private struct Change {
  private var generator: SeededGenerator
  private let seeds: [[UInt8]]

  init(seed: UInt64, seeds: [[UInt8]]) {
    generator = SeededGenerator(seed: seed)
    self.seeds = seeds
  }

  private static let pieces: [[UInt8]] = [
    [0], [0xff], [0x1b], [0xc2, 0x9b], [0xe2, 0x80, 0xae], [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    Array("\u{200d}".utf8), Array("\"".utf8), Array("\\u0000".utf8), Array("[[[[[[".utf8),
    Array("{".utf8),
    Array("9223372036854775808".utf8), Array("-1e999".utf8), Array("1e-999".utf8),
    Array("\n\n".utf8),
    Array("### ".utf8), Array("- [x] ".utf8), Array("{{".utf8), Array("|".utf8),
    Array("---\n".utf8),
    Array("10^400".utf8), Array("±".utf8), Array("e\u{301}".utf8), Array("🇨🇳".utf8),
    Array("null".utf8),
  ]

  mutating func next() -> [UInt8] {
    var bytes = pick(seeds)
    for _ in 0...generator.number(below: 4) { mutate(&bytes) }
    return bytes
  }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[generator.number(below: all.count)]
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = generator.number(below: bytes.count + 1)
    let end = min(bytes.count, place + generator.number(below: 40))
    switch generator.number(below: 6) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(generator.number(below: 8))
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    case 3: bytes.insert(contentsOf: pick(Self.pieces), at: place)
    case 4:
      let other = pick(seeds)
      bytes = Array(bytes[..<place]) + other[generator.number(below: other.count + 1)...]
    default: bytes.removeSubrange(place...)
    }
  }
}
