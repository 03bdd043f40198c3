/// Files that hold a text which has to be taken out of them first.
package enum ForeignDocument {
  /// What the file is and what to do, in words that follow its name; nil where it may be a text.
  package static func reason(_ bytes: [UInt8]) -> String? {
    let kinds: [(beginning: [UInt8], words: String)] = [
      (Array("%PDF-".utf8), "is a PDF; take its text out first, as 'pdftotext FILE' does"),
      (
        [0x50, 0x4b, 0x03, 0x04],
        "is an office document, an e-book or another archive; save it as text (UTF-8)"
      ),
      ([0xd0, 0xcf, 0x11, 0xe0], "is an office document; save it as text (UTF-8)"),
      (Array("{\\rtf".utf8), "is rich text (RTF); save it as text (UTF-8)"),
    ]
    if let kind = kinds.first(where: { bytes.starts(with: $0.beginning) }) { return kind.words }
    return isPage(bytes)
      ? "is a web page (HTML); save the article's text, or copy it from the browser into a file"
      : nil
  }

  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].contains($0) }
    let opening = String(decoding: start.prefix(15), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head>", "<body", "<?xml"].contains {
      opening.hasPrefix($0)
    }
  }
}
