import ReciteCore

/// Joins neighbouring texts of one style into one run.
struct RunCollector {
  var runs: [RichText.Run] = []
  var bytes: [UInt8] = []
  var style: RichText.Style = []

  mutating func append(_ text: ArraySlice<UInt8>, _ style: RichText.Style) {
    if style != self.style { flush() }
    self.style = style
    bytes += text
  }

  mutating func append(_ run: RichText.Run) {
    flush()
    runs.append(run)
  }

  mutating func finished() -> [RichText.Run] {
    flush()
    return runs
  }

  private mutating func flush() {
    guard !bytes.isEmpty else { return }
    runs.append(.text(String(decoding: bytes, as: UTF8.self), style))
    bytes.removeAll(keepingCapacity: true)
  }
}
