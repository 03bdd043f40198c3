import Glibc
import ReciteCore
import ReciteShell
import Support

@testable import recite

/// Texts that would harm a terminal or mislead a reader, and a folder full of files made of them.
enum Hostile {
  /// A title for the window, a clearing of the screen in two ways, an override and an isolate of
  /// direction, zero-width characters, a backspace, a delete, a byte-order mark and a tag.
  static let text =
    "\u{1b}]0;OWNED\u{7}\u{1b}[2J\u{9b}31m\u{90}q\u{202e}REV\u{202c}\u{2066}ISO\u{2069}"
    + "\u{200b}\u{2060}\u{200e}\u{200f}\u{61c}\u{8}\u{7f}\u{feff}\u{e0041}\u{2028}\u{85}end"
  /// What scripts and emoji need, and must come through as it is.
  static let joined = "क्\u{200d}ष نمی\u{200c}خواهم 👩\u{200d}👩\u{200d}👧"

  /// A file's name: everything but what a path cannot hold.
  static let name = "ev\u{1b}[2Jil\u{9b}31m\u{202e}\u{200b}\u{7f}"

  /// The same text inside a JSON string, half of it raw and half escaped.
  static let json =
    text.unicodeScalars.reduce(into: "") { json, scalar in
      if scalar.value < 0x20 || scalar.value % 2 == 0, scalar.value < 0x10000 {
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        json.unicodeScalars.append(scalar)
      }
    }

  /// What must not reach a terminal or a file for people, named; nil where a text is harmless.
  ///
  /// A list of its own, not the program's.
  static func danger(in bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "not UTF-8" }
    let found = text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0a: false
      case 0..<0x20, 0x7f...0x9f: true
      case 0x61c, 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x2069, 0xfeff: true
      case 0xe0000...0xe007f: true
      default: false
      }
    }
    guard let found else { return nil }
    let place = text.unicodeScalars.firstIndex(of: found) ?? text.startIndex
    let near = text[..<place].suffix(60) + "<<" + text[place...].prefix(30)
    return "U+\(String(found.value, radix: 16)) in \(String(near).debugDescription)"
  }
}

/// A folder with a hostile pack, map, documents, sheets, transcripts and progress.
struct HostileFolder {
  let folder: TemporaryFolder
  /// The name of the folder of the pack, hostile itself.
  var pack: String { folder.file("lessons/\(Hostile.name)") }
  var progress: String { folder.file("\(Hostile.name).json") }

  init() throws {
    folder = try TemporaryFolder()
    mkdir(folder.file("lessons"), 0o700)
    mkdir(pack, 0o700)
    let inner = "lessons/\(Hostile.name)"
    try folder.write("\(inner)/pack.md", Array(HostileFolder.header.utf8))
    try folder.write("\(inner)/01-\(Hostile.name).md", Array(HostileFolder.lesson.utf8))
    try folder.write("\(inner)/map.geojson", Array(HostileFolder.map.utf8))
    try folder.write("\(inner)/notes.txt", Array("\(Hostile.text) it is said.\n".utf8))
    for (name, text) in HostileFolder.files { try folder.write(name, Array(text.utf8)) }
    try recordProgress()
  }

  private static let t = Hostile.text

  private static let header = """
    ---
    pack: hostile
    title: T \(t) \(Hostile.joined)
    author: A \(t)
    topics: location, cause\(t)
    map: map.geojson
    sources:
      notes: N \(t), notes.txt
    \(t): unknown
    ---

    """

  private static let lesson = """
    # Lesson \(t)

    ## Section \(t) \(Hostile.joined)

    Reading \(t) with `code \(t)` and [link\(t)](http://x\(t)). [^n]

    | a\(t) | b |
    |---|---|
    | c | d\(t) |

    ### Typed \(t)? {#typed .location}

    Answer: Liaoning | 辽宁 | \(t)x | \(Hostile.joined)

    Reject: Jilin | \(t)

    Hint: H \(t)

    Why: W \(t) \(Hostile.joined)

    Source: notes "\(t)"

    ### Choice \(t)? {#choice .cause}

    - [ ] one \(t)
      > feedback \(t)
    - [x] two \(t)
    - [ ] three

    ### List \(t)? {#list}

    - first \(t)
    - second
    - third

    Need: 2

    ### Order \(t)? {#order}

    1. one \(t)
    2. two
    3. three

    ### Match \(t)? {#match}

    | left \(t) | right |
    |---|---|
    | p \(t) | q |
    | r | s \(t) |

    ### The {{gap\(t)|other}} is here. {#gap}

    ### Open \(t)? {#open}

    Point: trade \(t) | trade route

    ### Where is A\(t)? {#where .location}

    Map: a

    ### Broken \(t) {#bro\(t)ken}

    Nonsense\(t): value \(t)

    """

  private static let map = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"a","properties":{"name":"A\(Hostile.json)","kind":"province","note":"\(Hostile.json)"},
     "geometry":{"type":"Polygon","coordinates":[[[120,40],[124,40],[124,44],[120,44],[120,40]]]}},
    {"type":"Feature","id":"b\(Hostile.json)","properties":{"name":"B\(Hostile.json)"},
     "geometry":{"type":"Polygon","coordinates":[[[124,40],[128,40],[128,44],[124,44],[124,40]]]}}]}
    """

  private static let files: [(String, String)] = [
    ("answers.txt", Array(repeating: "a \(t)", count: 12).joined(separator: "\n") + "\n"),
    ("by-item.txt", "#by-item\ntyped: \(t)\nchoice: b\n\(t): x\n"),
    (
      "class.csv",
      "learner,typed,choice,\(t)\n=cmd|'/c calc'!A1,\(t),b,x\n@\(t),+1+\(t),\"-2+3\",\n"
    ),
    (
      "plain.csv",
      "learner,typed,choice\n=cmd|'/c calc'!A1,\(t),b\n@\(t),+1+\(t),\"-2+3\"\nB\(t),\"\tx\",\"=1\(t)\"\n"
    ),
    ("bad.csv", "learner,item,response,settled\nA\(t),\(t),x,1\n"),
    (
      "marked.csv",
      "learner,item,response,verdict,credit,rule,matched,look\nA\(t),typed,\(t),wrong,0,r\(t),m\(t),\n"
        + "B,choice,a,wrong,0,r,,\nC,choice,b,correct,1,r,,\n"
    ),
    (
      "results.jsonl",
      #"{"event":"answer","seq":1,"pack":"hostile","item":"typed","response":"\#(Hostile.json)","credit":0}"#
        + "\n" + #"{"event":"answer","pack":"hostile","item":"\#(Hostile.json)","credit":0}"# + "\n"
        + #"{"event":"summary","seed":7}"# + "\n"
    ),
    (
      "grade.jsonl",
      #"{"id":"\#(Hostile.json)","accepted":["x\#(Hostile.json)"],"distractors":["\#(Hostile.json)y"],"typed":"\#(Hostile.json)"}"#
        + "\n" + #"{"id":"2","items":[["\#(Hostile.json)"],["b"]],"typed":"b, \#(Hostile.json)"}"#
        + "\n"
        + #"{"id":"3","points":[{"id":"\#(Hostile.json)","any":["a\#(Hostile.json)"]}],"typed":"\#(Hostile.json)"}"#
        + "\n" + #"{"id":"4","pack":"\#(Hostile.json)","item":"i","typed":"x"}"# + "\n"
        + #"{"id":"5","pack":"hostile","item":"\#(Hostile.json)","typed":"x"}"# + "\n"
        + #"{"id":"6","\#(Hostile.json)":1,"\#(Hostile.json)":2}"# + "\n\(t)\n"
    ),
    (
      "play.transcript",
      "packs: hostile\nseed: 1\n\n> study\n> \(t)\n> :flag \(t)\n> :\(t)\nold \(t)\n"
    ),
    ("bad.transcript", "packs: \(t)\n\(t): 1\n\n> packs\n"),
    ("script.txt", "packs\nopen \(t)\nfind \(t)\nquiz\n\(t)\n:flag \(t)\n:\(t)\n:quit\n\(t)\n"),
    ("broken.json", #"{"format":"recite-progress","version":1,"\#(Hostile.json)":1}"#),
    ("later.json", #"{"format":"recite-progress","version":99,"\#(Hostile.json)":1}"#),
    ("guide.md", "# Guide\n\n```recite\n> packs\n> \(t)\n```\n"),
    ("single\(Hostile.name).md", "### Q \(t)?\n\nAnswer: \(t)\n"),
  ]

  /// Progress whose every text is hostile: aliases, notes, missed responses, claims, names.
  private func recordProgress() throws {
    let now = Timestamp(Instant(milliseconds: 1_795_000_000_000), zone: .utc)
    let (file, _) = try ProgressFile.open(at: progress, scheduler: Scheduler(), now: now)
    func add(_ action: (EntryID) -> JournalEntry.Action) throws {
      let id = file.nextEntry
      try file.append([JournalEntry(id: id, at: now, action: action(id))])
    }
    for item in ["typed", "choice", Hostile.text] {
      for pack in ["hostile", Hostile.text] {
        let key = ItemKey(pack: PackID(pack), item: ItemID(item))
        try add { id in
          let review = Review(
            id: id, at: now, rating: .again, credit: 0, predictedRecall: nil,
            durationMilliseconds: 1, mode: .study, scheduledDays: 0)
          return .review(review, of: key, missed: Hostile.text, fingerprint: 1)
        }
        try add { _ in .alias(key, Hostile.text, isAccepted: true) }
        try add { _ in .flag(key, note: Hostile.text) }
        try add { _ in .claim(key, points: [1], response: Hostile.text) }
      }
    }
    _ = try file.close()
  }
}
