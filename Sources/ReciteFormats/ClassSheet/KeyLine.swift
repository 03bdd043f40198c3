import ReciteCore

extension Item {
  /// The item's key on one line, lettered in the author's order as sheets and printed tests are.
  package func keyLine(on map: GeoMap?) -> String {
    keyText(as: .authorOrder(for: self), on: map).joined(separator: "; ")
  }

  /// The question's first line, without marks.
  package var question: String {
    switch stem.first {
    case .paragraph(let text), .heading(let text): text.plain
    case .list, .quotation, .table, .code, nil: id.rawValue
    }
  }
}
