import ReciteFormats
import ReciteCore
import Support
import Testing

@Suite struct DelimitedTextTests {
  /// A text, and its rows with cells parted by `|` after their line.
  static let sheets: [(text: String, rows: [String])] = [
    ("a,b\n1,2\n", ["1:a|b", "2:1|2"]),
    ("a,b\r\n1,2", ["1:a|b", "2:1|2"]),
    ("a,b\r1,2\r", ["1:a|b", "2:1|2"]),
    ("\u{feff}a;b\n1;2,5\n", ["1:a|b", "2:1|2,5"]),
    ("a\tb\n1\t2,5\n", ["1:a|b", "2:1|2,5"]),
    ("sep=;\r\na,x;b\n", ["2:a,x|b"]),
    ("sep=ab,c\n", ["1:sep=ab|c"]),
    ("\"a;b;c\",d\n", ["1:a;b;c|d"]),
    ("\"two\nlines\",b\nc,d\n", ["1:two↵lines|b", "3:c|d"]),
    ("\"two\r\nlines\"\r\nc\r\n", ["1:two↵lines", "3:c"]),
    ("\"say \"\"no\"\"\" ,b\n", ["1:say \"no\"|b"]),
    ("5\" pipe,b\n", ["1:5\" pipe|b"]),
    ("a,b,,\n1,2,,\n,,,\n\n3,4,,\n", ["1:a|b||", "2:1|2||", "5:3|4||"]),
    ("\n\nq1;q2\n", ["3:q1|q2"]),
    ("a,\"\"\n", ["1:a|"]),
    ("\"a\"", ["1:a"]),
    ("", []),
    ("辽宁,吉林\n", ["1:辽宁|吉林"]),
  ]

  @Test("sheets are read as they are meant", arguments: sheets)
  func reading(text: String, rows: [String]) throws {
    var whole = try DelimitedReader(Array(text.utf8))
    #expect(try shown(&whole) == rows)
  }

  @Test("where a text is cut into chunks makes no difference", arguments: sheets)
  func chunks(text: String, rows: [String]) throws {
    for size in 1...5 {
      var rest = Array(text.utf8)[...]
      var reader = try DelimitedReader { chunk in
        chunk += rest.prefix(size)
        rest = rest.dropFirst(size)
      }
      #expect(try shown(&reader) == rows, "chunks of \(size)")
    }
  }

  @Test(
    "a fault is named with the line where it begins",
    arguments: [
      ("a,b\nc,\"d\ne,f\ng,h\n", DelimitedTextError(.unclosedQuote, line: 2)),
      ("a,b\n\"c\"d,e\n", DelimitedTextError(.textAfterQuote, line: 2)),
      ("a,b\nc,\"say \"no\" to it\"\n", DelimitedTextError(.textAfterQuote, line: 2)),
      ("a,b\n\"c\nd\"e,f\n", DelimitedTextError(.textAfterQuote, line: 2)),
      ("a\nb\nc\0d\n", DelimitedTextError(.notText, line: 3)),
      ("\"", DelimitedTextError(.unclosedQuote, line: 1)),
    ])
  func faults(text: String, error: DelimitedTextError) throws {
    var reader = try DelimitedReader(Array(text.utf8))
    #expect(throws: error) { while try reader.next() != nil {} }
  }

  @Test("after a faulty row the next one is read")
  func recovery() throws {
    var reader = try DelimitedReader(Array("a\n\"b\"c\nd\n".utf8))
    #expect(try reader.next()?.cells == ["a"])
    #expect(throws: DelimitedTextError.self) { try reader.next() }
    #expect(try reader.next() == DelimitedRow(line: 3, cells: ["d"]))
  }

  @Test("UTF-16 is named, Windows-1252 is read and noted with its line")
  func encodings() throws {
    #expect(throws: DelimitedTextError(.utf16, line: 1)) {
      try DelimitedReader([0xff, 0xfe, 0x61, 0x00])
    }
    var reader = try DelimitedReader(Array("a\n".utf8) + [0x93, 0x4d, 0xfc, 0x94, 0x0a, 0x80])
    #expect(try shown(&reader) == ["1:a", "2:“Mü”", "3:€"])
    #expect(reader.windows1252Line == 2)
  }

  @Test("a cell that never ends is stopped at its limit")
  func limits() throws {
    let long = [UInt8](repeating: 0x61, count: DelimitedReader.cellLimit + 1)
    var reader = try DelimitedReader(long + [0x0a, 0x62])
    #expect(throws: DelimitedTextError(.cellTooLong(limit: 1_048_576), line: 1)) {
      try reader.next()
    }
    #expect(try reader.next()?.cells == ["b"])
    var wide = try DelimitedReader([UInt8](repeating: 0x2c, count: 20_000))
    #expect(throws: DelimitedTextError(.tooManyCells(limit: 16_384), line: 1)) { try wide.next() }
  }

  @Test(
    "what a spreadsheet would run is written as text",
    arguments: [
      ("=1+1", "'=1+1"), ("@sum", "'@sum"), ("-x", "'-x"), ("+49 30", "'+49 30"), ("-5", "-5"),
      ("+2,5", "+2,5"), ("-", "'-"), ("\tx", "'\tx"), ("＝1", "'＝1"), ("a=b", "a=b"),
      ("'=x", "''=x"), ("it's", "it's"), ("", ""),
    ])
  func guarding(cell: String, written: String) {
    #expect(DelimitedWriter.guarded(cell) == written)
    #expect(DelimitedWriter.unguarded(written) == cell)
  }

  @Test("what is written reads back equal, whatever the cells and the separator")
  func roundTrip() {
    let pieces = ["a", ",", ";", "\t", "\"", "\n", " ", "=", "-", "'", "1", "é", "辽", "👩‍🌾", "@"]
    forEverySeed(in: 1...300) { seed in
      var draw = SeededGenerator(seed: seed)
      let separator = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09][draw.number(below: 3)]
      let width = 1 + draw.number(below: 4)
      let rows = (0..<5).map { _ in
        (0..<width).map { index in
          let text = (0..<draw.number(below: 6)).map { _ in pieces[draw.number(below: 15)] }
            .joined()
          return index == 0 ? "x" + text : text
        }
      }
      var writer = DelimitedWriter(separator: separator, byteOrderMark: seed % 2 == 0)
      for row in rows { writer.row(row) }
      var reader = try DelimitedReader(writer.bytes, separator: separator)
      var read: [[String]] = []
      while let row = try reader.next() { read.append(row.cells.map(DelimitedWriter.unguarded)) }
      try requireEqual(read, rows, "rows")
    }
  }

  @Test("no bytes trap the reader")
  func noise() {
    let bytes: [UInt8] = [0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xff, 0xc3, 0x20, 0x3b, 0x00, 0xef]
    forEverySeed(in: 1...500) { seed in
      var draw = SeededGenerator(seed: seed)
      let text = (0..<draw.number(below: 60)).map { _ in bytes[draw.number(below: bytes.count)] }
      guard var reader = try? DelimitedReader(text) else { return }
      for _ in 0...text.count {
        do { if try reader.next() == nil { return } } catch is DelimitedTextError {}
      }
      throw LawBroken("the reader does not come to an end")
    }
  }
}

private func shown(_ reader: inout DelimitedReader) throws -> [String] {
  var rows: [String] = []
  while let row = try reader.next() {
    let cells = row.cells.map { $0.replacing("\n", with: "↵") }
    rows.append("\(row.line):" + cells.joined(separator: "|"))
  }
  return rows
}
