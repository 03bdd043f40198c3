import ReciteCore
import ReciteFormats
import Support

/// A store of which one file is changed: what comes back is whole, or the damage is told.
package struct DamageTrial: Sendable {
  /// What a change came to.
  package enum Outcome: String, CaseIterable, Sendable {
    /// Everything is known as before.
    case harmless
    /// The learner is told.
    case told
    /// Refused untouched, as of a later version.
    case refused
  }

  /// The files of three sessions: the first two folded, the third still in its journal.
  package let files: [StoreFile: [UInt8]]
  package let whole: Progress

  private static let scheduler = Scheduler()
  private static let device: UInt64 = 7

  /// A generated history of three sessions of so many entries, without resets.
  package init(seed: UInt64, each count: Int) {
    var history = GeneratedHistory(seed: seed, device: DamageTrial.device, resets: false)
    let entries = history.entries(count * 3)
    whole = Progress(folding: entries, scheduler: DamageTrial.scheduler)
    files = [
      .backup: DamageTrial.record(entries.prefix(count)),
      .journalBackup: DamageTrial.journal(entries[count..<count * 2]),
      .record: DamageTrial.record(entries.prefix(count * 2)),
      .journal: DamageTrial.journal(entries.suffix(count)),
      .lock: Array("1 2026-11-22T10:00:00Z\n".utf8)
        + (entries.last.map { LastAcknowledged.line($0.id) } ?? []),
    ]
  }

  private static func record(_ entries: ArraySlice<JournalEntry>) -> [UInt8] {
    let progress = Progress(folding: Array(entries), scheduler: scheduler)
    var bytes: [UInt8] = []
    ProgressJSON.write(StoredProgress(progress: progress, device: DeviceID(device), place: 1)) {
      bytes += $0
    }
    return bytes
  }

  /// Some of its lines hold several entries.
  private static func journal(_ entries: ArraySlice<JournalEntry>) -> [UInt8] {
    var bytes = JournalLines.head(device: DeviceID(device), place: 1)
    var rest = entries
    while !rest.isEmpty {
      let change = Array(rest.prefix(rest.count % 5 == 0 ? 2 : 1))
      bytes += JournalLines.line(change)
      rest = rest.dropFirst(change.count)
    }
    return bytes
  }

  /// Recovers with one file changed.
  ///
  /// - Throws: `LawOfReading` where something is wrong and not told, or was not restored.
  package func outcome(of bytes: [UInt8], as file: StoreFile) throws -> Outcome {
    var files = files
    files[file] = bytes
    let recovery: Recovery
    do {
      recovery = try Recovery.recover(
        Recovery.Files(open: { name in files[name].map(DamageTrial.whole) }, bytes: { files[$0] }),
        scheduler: DamageTrial.scheduler)
    } catch ProgressFileError.laterVersion {
      return .refused
    }
    let isWhole = recovery.progress == whole
    try LawOfReading.hold(
      isWhole || file == .journal,
      "backup and journals did not restore it: \(recovery.notices.map(\.description))")
    let isTold = recovery.notices.contains {
      $0.isDamage || $0 == .tornLine || $0 == .handEdited
    }
    if isTold { return .told }
    try LawOfReading.hold(isWhole, "wrong and not told")
    return .harmless
  }

  private static func whole(_ bytes: [UInt8]) -> JSONReader.Refill {
    var rest: [UInt8]? = bytes
    return {
      $0 += rest ?? []
      rest = nil
    }
  }
}

extension DamageTrial {
  /// One change of a file.
  package enum Change: Sendable, CustomStringConvertible {
    case flip(UInt8, at: Int)
    case cut(Int)

    /// Counted from 0.
    var place: Int {
      switch self {
      case .flip(_, let place), .cut(let place): place
      }
    }

    package var description: String {
      switch self {
      case .flip(let bits, let place): "byte \(place) ^ \(bits)"
      case .cut(let length): "cut to \(length)"
      }
    }
  }

  /// For each of these places, 0 to the file's length: the file cut there, and its byte changed.
  package static func changes(
    at places: some Sequence<Int>, flips: [UInt8]
  ) -> some Sequence<Change> {
    places.lazy.flatMap { place in [.cut(place)] + flips.map { .flip($0, at: place) } }
  }

  /// - Throws: `LawOfReading` naming the change.
  package func outcome(of change: Change, in file: StoreFile) throws -> Outcome {
    var bytes = files[file] ?? []
    switch change {
    case .flip(let bits, let place): bytes[place] ^= bits
    case .cut(let length): bytes.removeLast(bytes.count - length)
    }
    do { return try outcome(of: bytes, as: file) } catch {
      let near = String(decoding: bytes[max(0, change.place - 40)...].prefix(80), as: UTF8.self)
      throw LawOfReading(description: "\(file), \(change), in '\(near)': \(error)")
    }
  }
}
