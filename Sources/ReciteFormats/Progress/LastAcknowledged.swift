import ReciteCore

/// The name of the last entry that was acknowledged: the second line of `progress.json.lock`.
///
/// A journal that is cut between two lines looks whole; so does an older record that was put in the
/// place of a newer one. Each falls short of this name. It is written after the entry's own sync and
/// never synced itself: what it names is on the disk, whatever a power cut leaves of it.
package enum LastAcknowledged {
  /// `DEVICE NUMBER CRC`, always of the same length, so that the next one takes its place.
  package static func line(_ entry: EntryID) -> [UInt8] {
    let name = Array("\(entry.device) \(hexadecimal(entry.number)) ".utf8)
    return name + Array("\(hexadecimal(CRC32C.checksum(name[...])))\n".utf8)
  }

  /// The entry that the bytes of a lock file name; nil where they name none, or are damaged.
  package static func entry(in bytes: [UInt8]) -> EntryID? {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count == 3 else { return nil }
    let words = lines[1].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, let device = DeviceID(words[0]),
      let number = number(hexadecimal: words[1], as: UInt32.self)
    else { return nil }
    let entry = EntryID(device: device, number: number)
    return Array(lines[1]) + [0x0a] == line(entry) ? entry : nil
  }
}
