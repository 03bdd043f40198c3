/// How large a pack may be; beyond, an error names the limit.
///
/// The figures leave room for the largest packs in use elsewhere (a shared deck of 100,000 cards is
/// about 40 MB) and keep a hostile one from taking the machine's memory. What is read from disk at
/// all is bounded by `PackFileLimits`.
package enum PackLimits {
  /// Bytes in one line.
  package static let lineBytes = 65_536
  /// Lines of a header.
  package static let headerLines = 1_000
  /// Items in a pack.
  package static let items = 250_000
  /// Options, steps, or rows of an item: as many as there are letters.
  package static let lettered = 26
  /// Bullets, gaps, links or points of an item, and lines of one field.
  package static let parts = 200
  /// Alternatives of one answer.
  package static let alternatives = 200
  /// Columns of a table in the reading.
  package static let columns = 50
  /// Faults of one file that are shown.
  package static let diagnostics = 1_000
}
