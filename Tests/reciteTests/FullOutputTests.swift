import Glibc
import Support
import Testing

@testable import recite

/// Standard output on a full disk: whatever a command has to say is not lost without a word.
@Suite struct FullOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("answers.txt", Array("a\nb\n".utf8))
    try folder.write("class.csv", Array("learner,second-name\nAnn,x\n".utf8))
    try folder.write("cards.csv", Array("question,answer\nRiver?,Rhine\n".utf8))
    try folder.write("script.txt", Array("packs\n".utf8))
    try folder.write("note.txt", Array(Self.note.utf8))
    try folder.write("faulty.md", Array("# A\n\n### Which?\n".utf8))
    try folder.write(
      "lesson.md", Array("# A\n\n### Which river runs by? {#river}\n\nAnswer: Rhine\n".utf8))
  }

  private static let note = """
    The Erie Canal links Albany and Buffalo. A breakwater is a wall that shelters a harbour from the
    waves. The old docks of Brooklyn closed in 1954 because ships had become too large for them.

    """

  private func run(_ arguments: [String], input: String = "") throws -> Program {
    try Program.run(
      "/bin/sh",
      ["-c", #"cd "$0" && exec "$@" > /dev/full"#, folder.path, PseudoTerminal.folder + "/recite"]
        + arguments, input: input,
      environment: ["HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"], in: folder)
  }

  private static let quiz = [
    "quiz", "chinas-rust-belt", "--answers", "answers.txt", "--count", "2",
  ]

  private static let commands: [[String]] = [
    [], ["study", "chinas-rust-belt"], ["drill", "location", "chinas-rust-belt"],
    quiz, quiz + ["--format", "jsonl"], quiz + ["--format", "tap"], quiz + ["--format", "junit"],
    quiz + ["--format", "xapi"], ["read", "chinas-rust-belt"], ["find", "steel"], ["packs"],
    ["packs", "--json"], ["stats"], ["stats", "--json"], ["due"], ["due", "--json"],
    ["new", "made"],
    ["check", "faulty.md"], ["check", "--format", "json", "lesson.md"],
    ["check", "--format", "sarif", "lesson.md"], ["check", "--kinds", "lesson.md"],
    ["draft", "note.txt"], ["draft", "note.txt", "--json"], ["preview", "lesson.md"],
    ["print", "lesson.md"], ["print", "lesson.md", "--format", "html"], ["explain", "P001"],
    ["import", "cards.csv"], ["import", "cards.csv", "--kinds"],
    ["import", "cards.csv", "--format", "json"], ["export", "lesson.md", "--to", "json"],
    ["export", "lesson.md", "--to", "gift"], ["run", "script.txt"], ["run", "-"],
    ["grade", "--jsonl"], ["grade", "chinas-rust-belt", "class.csv"],
    ["grade", "chinas-rust-belt", "class.csv", "--json"],
    ["analyze", "chinas-rust-belt", "answered.csv"],
    ["analyze", "chinas-rust-belt", "answered.csv", "--json"], ["progress", "path"],
    ["progress", "verify"], ["progress", "verify", "--json"], ["settings"], ["settings", "--json"],
    ["set", "theme"], ["set", "theme", "dark"], ["manual"], ["completions", "bash"],
    ["completions", "zsh"], ["completions", "fish"], ["--help"], ["help", "study"],
    ["study", "--help"], ["--version"],
  ]

  @Test func `What cannot be written for want of room is told, with status 74`() throws {
    guard access("/dev/full", W_OK) == 0 else { return }
    try folder.write("answered.csv", try marked())
    for arguments in Self.commands {
      let isScript = arguments == ["run", "-"] || arguments.isEmpty
      let line = #"{"accepted":["a"],"typed":"a"}"# + "\n"
      let input = isScript ? "packs\n" : arguments == ["grade", "--jsonl"] ? line : ""
      let run = try run(arguments, input: input)
      #expect(run.status == 74, "recite \(arguments): status \(run.status), \(run.error)")
      let said = run.error.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
      #expect(
        said.contains("recite: the output cannot be written: No space left on device"),
        "recite \(arguments): \(run.error)")
    }
  }

  @Test func `No command is left out here`() {
    let listed = Set(Self.commands.compactMap(\.first))
    // It writes files and nothing else.
    let silent: Set<String> = ["format"]
    for command in Recite.configuration.subcommands {
      guard let name = command.configuration.commandName, !silent.contains(name) else { continue }
      #expect(listed.contains(name), "\(name)")
    }
  }

  /// A class as `recite grade` marks it.
  private func marked() throws -> [UInt8] {
    let run = try Program.run(
      "recite", ["grade", "chinas-rust-belt", folder.file("class.csv")],
      environment: ["HOME": folder.path, "LANG": "C.UTF-8"], in: folder)
    return Array(run.output.utf8)
  }
}
