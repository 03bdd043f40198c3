import ReciteCore
import ReciteFormats
import Support

extension FuzzTarget {
  /// Inputs to begin with: the packs and maps that ship, generated histories, and small ones of
  /// every kind, in no more than `longest` bytes each.
  package func seeds(longest: Int) -> [[UInt8]] {
    let all: [[UInt8]] =
      switch self {
      case .pack: FuzzTarget.lessons + [Array(FuzzTarget.sheetPackText.utf8)]
      case .record: [FuzzTarget.history(3).record, FuzzTarget.history(12).record]
      case .journal: [FuzzTarget.history(3).journal, FuzzTarget.history(12).journal]
      case .recovery: FuzzTarget.stores
      case .map: FuzzTarget.maps
      case .grader: FuzzTarget.answered
      case .filter: FuzzTarget.filterLines.map { Array($0.utf8) }
      case .transcript: FuzzTarget.transcripts
      case .sheet: FuzzTarget.sheets.map { Array($0.utf8) }
      case .imported: FuzzTarget.foreignFiles
      case .draft: FuzzTarget.documents
      case .settings: FuzzTarget.settingsFiles
      case .keys: FuzzTarget.typed.map { Array($0.utf8) }
      }
    return all.flatMap { pieces(of: $0, longest: longest) }
  }

  /// A text that is longer than allowed, in pieces that begin at a line's beginning.
  private func pieces(of bytes: [UInt8], longest: Int) -> [[UInt8]] {
    guard bytes.count > longest else { return [bytes] }
    var pieces: [[UInt8]] = []
    var start = 0
    while start < bytes.count, pieces.count < 40 {
      let end = min(bytes.count, start + longest)
      pieces.append(Array(bytes[start..<end]))
      let next = bytes[..<end].lastIndex(of: 0x0a).map { $0 + 1 } ?? end
      start = next > start ? next : end
    }
    return pieces
  }

  private static let lessons: [[UInt8]] = Checkout.files(below: "Lessons")
    .filter { $0.hasSuffix(".md") }.compactMap { Checkout.bytes(of: "Lessons/\($0)") }

  static let sheetPackText = """
    ---
    pack: rivers
    title: Rivers
    topics: location, cause
    ---

    # Rivers

    ## Two rivers

    The Songhua runs through **Harbin**.[^1]

    ### Which river runs through Harbin? {#harbin .location}

    Answer: Songhua | 松花江 | Sungari

    Hint: Its name means pine flower.

    ### Which river is the border? {#border .location}

    - [ ] Songhua
      > Far from any border.
    - [x] Yalu

    ### Name two things that slow a river down. {#slow}

    - silt
    - dams
    - ice

    Need: 2

    ### When was it? {#when}

    Answer: 1950 ± 2

    ### Put them in order {#order}

    1. first
    2. second
    3. third

    ### Match them {#match}

    | a | b |
    |---|---|
    | Harbin | Songhua |
    | Dandong | Yalu |

    ### The {{Songhua|Sungari}} meets the {{Amur}}. {#gap}

    ### Why does it matter? {#why .cause}

    Point: it carries trade | trade route
    Point: border + Russia

    """

  private static let maps: [[UInt8]] = [
    #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"name":"A","kind":"province","borders":["b"]},"geometry":{"type":"Polygon","coordinates":[[[120,40],[121,40],[121,41],[120,40]]]}},{"type":"Feature","id":"b","properties":{"name":"B"},"geometry":{"type":"MultiPolygon","coordinates":[[[[122,40],[123,40],[123,41],[122,40]]]]}},{"type":"Feature","id":"c","properties":{"name":"C","kind":"city"},"geometry":{"type":"Point","coordinates":[120.5,40.5]}},{"type":"Feature","id":"r","properties":{"name":"R"},"geometry":{"type":"LineString","coordinates":[[120,40],[1e1,-4.5E-1]]}}]}"#,
    #"{"type":"FeatureCollection","features":[]}"#,
    #"{"type":"GeometryCollection","geometries":[]}"#,
  ].map { Array($0.utf8) }

  private static var answered: [[UInt8]] {
    let questions = sheetPackText.split(separator: "### ", omittingEmptySubsequences: true)
    let head = questions.first.map(String.init) ?? ""
    let responses = [
      "Songhua", "Songhau", "b", "silt, ice", "1951", "b c a", "1a 2b", "Sungari; Amur",
      "it is a trade route on the Russian border", "not the Yalu but the Songhua", "7 %", "",
    ]
    return questions.dropFirst().flatMap { question in
      responses.map { Array("\(head)### \(question)\0\($0)".utf8) }
    }
  }

  private static let filterLines = [
    #"{"id":"1","accepted":["Heilongjiang","黑龙江"],"distractors":["Jilin"],"typed":"Heilongjang"}"#,
    #"{"id":2,"items":[["Liaoning","辽宁"],["Jilin"]],"need":1,"ordered":true,"typed":"jilin, liaoning"}"#,
    #"{"id":null,"question":"?","points":[{"id":"p","any":["borders Russia",["Russia*","border|edge"]],"not":["no"]}],"typed":"next to Russia"}"#,
    #"{"accepted":["7 % ± 1","1950","12,500 km"],"reject":["8"],"typed":"about seven per cent"}"#,
    #"{"accepted":["the 1990s"],"typed":"nineteen-nineties"}"#, #"{"typed":1}"#, "[]", "{",
  ]

  private static var transcripts: [[UInt8]] {
    let written = Checkout.files(below: "Tests/Transcripts")
      .compactMap { Checkout.bytes(of: "Tests/Transcripts/\($0)") }
    let small = """
      # recite
      seed: 7
      now: 2026-11-21T09:00:00Z
      packs: rivers

      > quiz
      Question 1 of 3
      > Songhua
      Correct.

      ```recite
      > a
      ```
      """
    return written + [Array(small.utf8), Array("> ".utf8)]
  }

  private static let sheets = [
    "\0learner,harbin,border,slow\nAnn,Songhua,b,\"silt\nice\"\n\"O'Brien; J\",=1+1,,dams\n",
    "\0name;Which river runs through Harbin?;order\nBo;Yalu;c a b\n",
    "\0learner\titem\tresponse\nAnn\tharbin\tSonghua\nBo\tgap\tSungari; Amur\n",
    "\u{1}learner,item,response,verdict,credit,rule,matched,look\nAnn,harbin,Songhua,correct,1,x,Songhua,\n",
    "\u{2}item,response,settled,learner,note\nharbin,Songhwa,right,,\nborder,x,1/2,Ann,close\nslow,y,\"0,5\",,\n",
    "\u{3}{\"event\":\"answer\",\"seq\":1,\"pack\":\"rivers\",\"item\":\"border\",\"response\":\"b\",\"credit\":1}\n{\"event\":\"summary\",\"seed\":7}\n",
  ]

  private static let typed = [
    "Songhua\r", "松花江\r", "\u{1b}[A\u{1b}[1;5C\u{1b}OH\u{1b}[3~",
    "\u{1b}[200~two\nlines\u{1b}[201~\r",
    "\u{1b}h\u{1b}\u{1b}[99999;1u\u{1b}]0;title\u{7}", "\u{3}\u{4}\u{9}\u{7f}",
  ]
}

// MARK: - Stores

extension FuzzTarget {
  private static let scheduler = Scheduler()

  private static func history(_ count: Int) -> (record: [UInt8], journal: [UInt8]) {
    var history = GeneratedHistory(seed: UInt64(count), device: 7)
    let progress = Progress(folding: history.entries(count), scheduler: scheduler)
    var record: [UInt8] = []
    ProgressJSON.write(StoredProgress(progress: progress, device: DeviceID(7), place: 1)) {
      record += $0
    }
    let lines =
      history.entries(count).flatMap { JournalLines.line([$0]) }
      + JournalLines.line(history.entries(2))
    return (record, JournalLines.head(device: DeviceID(7), place: 1) + lines)
  }

  private static var stores: [[UInt8]] {
    let (record, journal) = history(3)
    let last = EntryID(device: DeviceID(7), number: 4)
    let lock = Array("1 2026-11-22T10:00:00Z\n".utf8) + LastAcknowledged.line(last)
    let parts: [[[UInt8]]] = [
      [record, journal], [record, journal, record, journal], [[], journal, record],
      [Array("{".utf8), [], record, journal], [record, journal, record, journal, lock],
    ]
    return parts.map { Array($0.joined(separator: [0])) }
  }
}
