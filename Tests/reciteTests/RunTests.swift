import Support
import Testing

@Suite struct RunTests {
  static let pack = """
    # Rivers

    ### Which river is the longest? {#longest}

    - [ ] Amur
    - [x] Lena

    ### Where does the Amur begin? {#amur}

    Answer: Mongolia

    """

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rivers.md", Array(pack.utf8))
    return folder
  }

  /// Runs `recite run`; the last of the arguments is a file of the folder.
  static func run(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Program {
    var arguments = ["run"] + arguments
    if let file = arguments.popLast() { arguments.append(folder.file(file)) }
    return try Program.run(
      "recite", arguments, environment: ["HOME": folder.path].merging(environment) { $1 },
      in: folder)
  }

  static let transcript = """
    seed: 1
    now: 2026-11-21T09:00:00Z
    width: 60
    packs: ./rivers.md

    > packs
    > study

    """

  @Test("a recording holds what was printed, and a check of it finds no difference")
  func recording() throws {
    let folder = try RunTests.folder()
    try folder.write("a.transcript", Array(RunTests.transcript.utf8))
    let recorded = try RunTests.run("--record", "a.transcript", in: folder)
    #expect(recorded.status == 0 && recorded.output.isEmpty, "\(recorded.error)")
    let text = String(decoding: try #require(folder.read("a.transcript")), as: UTF8.self)
    #expect(text.hasPrefix("seed: 1\nnow: 2026-11-21T09:00:00Z\nwidth: 60\npacks: ./rivers.md\n\n"))
    #expect(text.contains("> packs\n") && text.contains("rivers"))
    let checked = try RunTests.run("--check", "a.transcript", in: folder)
    #expect(checked.status == 0 && checked.output.isEmpty, "\(checked.output)")
    #expect(!folder.names.contains(".local"), "a transcript leaves no progress behind")
  }

  @Test("a check shows what differs, with its line, and leaves with 1")
  func checking() throws {
    let folder = try RunTests.folder()
    try folder.write("a.transcript", Array(RunTests.transcript.utf8))
    let seen = try RunTests.run("--check", "a.transcript", in: folder)
    #expect(seen.status == 1)
    #expect(seen.output.contains("+ ") && seen.output.contains("a.transcript:1: differs"))
    let coloured = try RunTests.run("--color", "always", "--check", "a.transcript", in: folder)
    #expect(coloured.output.contains("\u{1b}[1;32m+ "))
  }

  @Test("locale, time zone and folder make no difference to a byte")
  func determinism() throws {
    let folder = try RunTests.folder()
    try folder.write("a.transcript", Array(RunTests.transcript.utf8))
    let first = try RunTests.run(
      "a.transcript", in: folder, environment: ["LC_ALL": "C", "TZ": "Asia/Tokyo"])
    let second = try RunTests.run(
      "a.transcript", in: folder,
      environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "America/New_York", "COLUMNS": "40"])
    #expect(first.status == 0 && first.output == second.output)
  }

  @Test("a script of plain commands skips comments and goes on after an unknown command")
  func scripts() throws {
    let folder = try RunTests.folder()
    try folder.write("s.txt", Array("# which packs\npcks\npacks\n".utf8))
    let seen = try RunTests.run("--lessons", folder.path, "s.txt", in: folder)
    #expect(seen.status == 64)
    #expect(seen.output.contains("'pcks'") && !seen.output.contains("which packs"))
    #expect(seen.output.contains("rivers"))
  }

  @Test(
    "a file that cannot be run is named, each in its own way",
    arguments: [
      ("none.transcript", nil, 66, "there is no file"),
      ("s.txt", "packs\n", 65, "s.txt: no line begins with '> '"),
      ("h.transcript", "sede: 1\n\n> packs\n", 65, "did you mean 'seed'"),
      ("p.transcript", "packs: nowhere\n\n> packs\n", 66, "there is no pack 'nowhere'"),
      ("doc.md", "# Guide\n", 65, "no fence is marked 'recite'"),
    ] as [(String, String?, Int32, String)])
  func faults(name: String, text: String?, status: Int32, message: String) throws {
    let folder = try RunTests.folder()
    if let text { try folder.write(name, Array(text.utf8)) }
    let seen = try RunTests.run("--check", name, in: folder)
    #expect(seen.status == status && seen.error.contains(message), "\(seen.error)")
  }

  @Test("the fences of a document are checked and written anew, and its prose stays")
  func documents() throws {
    let folder = try RunTests.folder()
    let document = "# Guide\n\n```recite\n\(RunTests.transcript)```\nThe end.\n"
    try folder.write("guide.md", Array(document.utf8))
    #expect(try RunTests.run("--check", "guide.md", in: folder).status == 1)
    #expect(try RunTests.run("--record", "guide.md", in: folder).status == 0)
    #expect(try RunTests.run("--check", "guide.md", in: folder).status == 0)
    let text = String(decoding: try #require(folder.read("guide.md")), as: UTF8.self)
    #expect(text.hasPrefix("# Guide\n\n```recite\nseed: 1\n") && text.hasSuffix("```\nThe end.\n"))
  }

  @Test("every transcript of the project prints what it says")
  func shipped() throws {
    let names = Checkout.files(below: "Tests/Transcripts").filter { $0.hasSuffix(".transcript") }
    try #require(!names.isEmpty)
    let folder = try TemporaryFolder()
    let seen = try Program.run(
      "recite", ["run", "--check"] + names.map { "\(Checkout.root)/Tests/Transcripts/\($0)" },
      environment: ["HOME": folder.path], in: folder)
    #expect(seen.status == 0, "\(seen.output)\(seen.error)")
  }
}
