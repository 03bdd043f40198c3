/// CRC-32C (Castagnoli), by eight tables: eight bytes a step.
///
/// It notices every change of a single byte, and every burst of up to 32 bits.
/// - Source: polynomial 0x1EDC6F41, RFC 3720 appendix B.4; tables after Kounavis and Berry, "A
///   Systematic Approach to Building High Performance Software-Based CRC Generators", 2005.
package struct CRC32C: Sendable {
  private var state: UInt32 = 0xffff_ffff

  package init() {}

  /// The sum of all bytes given so far.
  package var value: UInt32 { ~state }

  /// The sum of `bytes`.
  package static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum = CRC32C()
    sum.update(bytes)
    return sum.value
  }

  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    var crc = state
    bytes.withUnsafeBytes { bytes in
      tables.withUnsafeBufferPointer { tables in
        var index = 0
        while index &+ 8 <= bytes.count {
          let word =
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            ^ UInt64(crc)
          crc = 0
          for lane in 0..<8 {
            let byte = Int(truncatingIfNeeded: word >> UInt64(lane &* 8)) & 0xff
            crc ^= tables[(7 &- lane) &* 256 &+ byte]
          }
          index &+= 8
        }
        while index < bytes.count {
          crc = tables[Int((crc ^ UInt32(bytes[index])) & 0xff)] ^ crc >> 8
          index &+= 1
        }
      }
    }
    state = crc
  }
}

/// Eight tables of 256: the sum of one byte followed by 0 to 7 zero bytes.
private let tables: [UInt32] = {
  var tables = [UInt32](repeating: 0, count: 8 * 256)
  for byte in 0..<256 {
    var crc = UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82f6_3b78 : crc >> 1 }
    tables[byte] = crc
  }
  for index in 256..<tables.count {
    let before = tables[index - 256]
    tables[index] = before >> 8 ^ tables[Int(before & 0xff)]
  }
  return tables
}()
