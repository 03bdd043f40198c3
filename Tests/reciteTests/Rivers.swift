import Support

/// A folder with one small pack, and the program run in it as a learner without a home would.
struct Rivers {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("rivers.md", Array(Rivers.pack.utf8))
  }

  static let pack = """
    ---
    pack: rivers
    title: Rivers of the north-east
    topics: location, cause
    pass: 70%
    ---

    # Rivers

    ## Two rivers

    The Songhua runs through Harbin. The Yalu is the border with North Korea.

    ### Which river runs through Harbin? {#harbin .location}

    Answer: Songhua | 松花江 | Sungari

    Hint: Its name means pine flower.

    Why: It joins the Amur.

    ### Which river is the border with North Korea? {#border .location}

    - [ ] Songhua
      > It runs through Harbin, far from any border.
    - [x] Yalu
    - [ ] Liao

    ### Name two things that slow a river down. {#slow .cause}

    - silt
    - dams
    - ice

    Need: 2

    """

  /// Runs `recite` with this folder's packs and progress.
  func recite(_ arguments: [String], input: String = "", environment: [String: String] = [:])
    throws -> Program
  {
    try Program.run(
      "recite", arguments, input: input,
      environment: Rivers.environment(folder).merging(environment) { $1 }, in: folder)
  }

  /// The program on a terminal of its own.
  func terminal(
    _ arguments: [String] = ["--seed", "1"], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      "recite", arguments,
      environment: Rivers.environment(folder).merging(environment) { $1 }, columns: columns,
      rows: rows)
  }

  private static func environment(_ folder: TemporaryFolder) -> [String: String] {
    [
      "HOME": folder.path, "RECITE_LESSONS": folder.path, "LANG": "C.UTF-8",
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
      "RECITE_PROGRESS": folder.file("progress.json"),
    ]
  }

  /// The progress file's text.
  var progress: String { String(decoding: folder.read("progress.json") ?? [], as: UTF8.self) }
}
