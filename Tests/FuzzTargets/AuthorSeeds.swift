import ReciteCore
import ReciteFormats
import Support

/// First inputs for the readers of what authors bring; all texts are our own.
extension FuzzTarget {
  /// A byte that chooses the format read and the one written, then the file.
  static var foreignFiles: [[UInt8]] {
    let formats = ExchangeFormat.allCases
    let own = formats.flatMap { format -> [[UInt8]] in
      guard let pack = PackReader.read(sheetPackText, name: "rivers").pack else { return [] }
      return [choose(format, Array(Export.write(pack, as: format).text.utf8))]
    }
    let written = foreignTexts.map { choose($0.0, Array($0.1.utf8)) }
    return own + written
  }

  private static func choose(_ format: ExchangeFormat, _ bytes: [UInt8]) -> [UInt8] {
    let formats = ExchangeFormat.allCases
    let place = formats.firstIndex(of: format) ?? 0
    let other = bytes.count % formats.count
    return [UInt8(place + other * formats.count)] + bytes
  }

  private static let foreignTexts: [(ExchangeFormat, String)] = [
    (
      .gift,
      """
      // A ferry.
      $CATEGORY: top/Harbours

      ::Pier:: Which pier is the oldest? {=North#the first ~South#later ~%-50%None}

      ::Tick::[html]<p>Tick <b>two</b>&nbsp;docks</p> {~%50%A\\= ~%50%B ~%-100%C ####why}
      How wide is it? {#12.5:0.5 =%50%13:1#near}
      Between? {#1..5}
      Is it deep? {FALSE#it is not#it is}
      Match {=crane -> lifts =buoy -> floats = -> nothing}
      Say why. {}
      The {=tide ~wind} turns.
      [markdown]*New* {=1/2 =%0%x}
      """
    ),
    (
      .aiken,
      "Which buoy is red?\nA) port\nB) starboard\nC. none\nANSWER: A\n\nNext\na) x\nANSWER: a"
    ),
    (
      .csv,
      "\u{feff}question;answer;wrong1;wrong2;hint;tags\n\"Who; then?\";x | y;z;;\"a\nb\";t\n"
        + "How many?;12,5 ± 1;;;;\n=1+1;'=2;@a;+3;-4;\n"
    ),
    (.csv, "question,option a,option b,key\nTwo?,x,y,\"A, B\"\nOne?,,y,2\n"),
    (.tsv, "Term\tDefinition\nkeel\tthe ship's spine\n\"\t\n\t\tx"),
    (
      .anki,
      "#separator:Tab\n#html:true\n#notetype:Cloze\n#tags column:3\n"
        + "The {{c1::keel::part}} and {{c2::{{c1::mast}}}}\t<img src=\"x.png\"> &amp; <br>\tsea\n"
        + "\"two\nlines\"\t[sound:a.mp3]\t\n"
    ),
    (
      .hashcards,
      "---\nname = \"Docks\"\n---\n\nQ: List two.\nA:\n- crane\n- dock\n\nC: The [keel] of [a ship].\n---\nQ: $x^2$\nA: ![a](b.png)\n"
    ),
    (
      .text2qti,
      """
      Quiz title: Docks
      Quiz description: two
        lines
      shuffle answers: true

      Title: One
      Points: 2
      1.  Pick.
      ... why
      a)  no
      ... not this
      *b) yes

      2.  Tick.
      [*] x
      [ ] y
      [*] `z`

      3.  Pi?
      =   3.14 +- 0.01
      4.  Range
      =   [1, 5]
      5.  Say.
      *   a word
      6.  Write.
      ____
      7.  Send.
      ^^^^
      GROUP
      pick: 1
      8. G
      *a) True
      b) False
      END_GROUP
      """
    ),
    (
      .json,
      #"{"pack":"a","title":"A","items":[{"id":"x","kind":"text","stem":"?","accepted":["y"]}]}"#
    ),
  ]

  static var documents: [[UInt8]] {
    let texts = [
      """
      # The Erie Basin

      The Erie Basin lies in the south of Brooklyn. It was opened in 1864 because the old docks were
      too small. Dr. William Beard built it, and it cost $2,000,000.

      A breakwater is a wall that shelters a harbour. The basin consists of three parts: a pier, a dry
      dock and a warehouse. Therefore, ships from Troy (New York) could be repaired there in winter.

      - First, the marsh was drained.
      - Then the piers were driven.
      - Finally, ships came in.

      | Year | Ships |
      |------|-------|
      | 1870 | 5 %   |

      > "It was the largest," he said, "of its kind."[1]

      ```
      code
      ```

      ## Notes

      1. Not every author agrees; it may have been 1863–64.
      """,
      "PAGE 1\n\nThe Songhua (松花江) flows from Chang-\nbai north. About 55% of it freezes.\u{c}\n\nPAGE 2\n\nFig. 1: ice\n",
    ]
    return texts.map { Array($0.utf8) } + lessonTexts
  }

  /// Lessons read as documents.
  private static var lessonTexts: [[UInt8]] {
    Checkout.files(below: "Lessons").filter { $0.hasSuffix(".md") }.prefix(3)
      .compactMap { Checkout.bytes(of: "Lessons/\($0)") }
  }

  static var settingsFiles: [[UInt8]] {
    let texts = [
      "# mine\nnew-per-day = 7   # weekdays\nthem = light\nKEYS=on\nkeys off\ntheme = dark\n",
      "\u{feff}pager = \"less #1\" # \"quoted\"\r\nlessons=/a b:/c\r\nretention = 85 %\r\n",
      "day-start = 4:30\nwidth=auto\nmap = braille\nmap = words\n= \nprogress = \"\n",
    ]
    return texts.enumerated().flatMap { index, text in
      Setting.allCases.indices.filter { $0 % texts.count == index }
        .map { [UInt8($0)] + Array(text.utf8) }
    }
  }
}
