import ReciteFormats
import Synchronization

/// Maps that were read once, for packs that come with the same one.
///
/// Packs may be read side by side: who asks for a map that another is reading waits for it.
final class SharedMaps: Sendable {
  /// One map, and what it came to once it was read.
  private final class Shelf: Sendable {
    let bytes: [UInt8]
    let reading = Mutex<GeoJSON.Reading?>(nil)

    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private let shelves = Mutex<[Shelf]>([])

  /// The map in these bytes, read now or before.
  func reading(of bytes: [UInt8]) -> GeoJSON.Reading {
    let shelf = shelves.withLock { shelves in
      if let known = shelves.first(where: { $0.bytes == bytes }) { return known }
      let new = Shelf(bytes)
      shelves.append(new)
      return new
    }
    return shelf.reading.withLock { known in
      let reading = known ?? GeoJSON.read(bytes)
      known = reading
      return reading
    }
  }
}
