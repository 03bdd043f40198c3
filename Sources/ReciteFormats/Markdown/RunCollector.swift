import ReciteCore

/// Joins neighbouring texts of one style into one run.
struct RunCollector {
  private var runs: [RichText.Run] = []
  /// The text that is being joined: one stretch of the file as it stands, or a copy of several.
  private var stretch: Bytes?
  private var copy: [UInt8] = []
  private var style: RichText.Style = RichText.Style()

  mutating func append(_ text: Bytes, _ style: RichText.Style) {
    begin(style)
    if stretch == nil, copy.isEmpty {
      stretch = text
    } else {
      copyStretch()
      copy += text
    }
  }

  mutating func append(_ text: String, _ style: RichText.Style) {
    begin(style)
    copyStretch()
    copy += text.utf8
  }

  mutating func append(_ run: RichText.Run) {
    flush()
    runs.append(run)
  }

  mutating func finished() -> [RichText.Run] {
    flush()
    return runs
  }

  private mutating func begin(_ style: RichText.Style) {
    if style != self.style { flush() }
    self.style = style
  }

  private mutating func copyStretch() {
    if let stretch { copy += stretch }
    stretch = nil
  }

  private mutating func flush() {
    if let stretch, !stretch.isEmpty { runs.append(.text(stretch.text, style)) }
    stretch = nil
    guard !copy.isEmpty else { return }
    runs.append(.text(String(decoding: copy, as: UTF8.self), style))
    copy.removeAll(keepingCapacity: true)
  }
}
