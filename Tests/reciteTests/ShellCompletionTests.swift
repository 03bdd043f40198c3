import Glibc
import Support
import Testing

/// Tab in the learner's own shell, and the manual page.
@Suite(.serialized) struct ShellCompletionTests {
  private let folder: TemporaryFolder
  private let home: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    home = [
      "HOME": folder.path, "XDG_CONFIG_HOME": folder.file("config"),
      "XDG_DATA_HOME": folder.file("data"), "PATH": PseudoTerminal.folder + ":/usr/bin:/bin",
      "LANG": "C.UTF-8", "TERM": "xterm", "PS1": "$ ",
    ]
    try folder.write("seas.md", Array("# Seas\n\n### Which sea?\n\nAnswer: a\n".utf8))
  }

  private func offered(_ words: [String], shell: String = "fish") throws -> [String] {
    let run = try Program.run(
      "recite", ["__complete", shell, "\(words.count)"] + words, environment: home, in: folder)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    return run.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  @Test(
    "what fits is offered, the first line says whether files do",
    arguments: [
      (["stu"], ["words", "study"]),
      (["study", "ch"], ["files", "chinas-rust-belt"]),
      (["study", "--practice", "two"], ["files", "two-accounts"]),
      (["drill", "chinas-rust-belt", "ch"], ["files", "chinas-rust-belt"]),
      (["drill", "sig"], ["words", "significance"]),
      (["quiz", "--topic", "sig"], ["words", "significance"]),
      (["quiz", "--format", "t"], ["words", "text", "tap"]),
      (["quiz", "--format=t"], ["words", "--format=text", "--format=tap"]),
      (["quiz", "--answers", ""], ["files"]),
      (["--lessons", "x"], ["folders"]),
      (["--set", "the"], ["words", "theme="]),
      (["--set", "theme=l"], ["words", "theme=light"]),
      (["set", "am"], ["words", "ambiguous"]),
      (["set", "map", "b"], ["words", "braille"]),
      (["set", "progress", ""], ["files", "auto"]),
      (["explain", "P01"], ["words"] + (0...9).map { "P01\($0)" }),
      (["progress", "ver"], ["words", "verify"]),
      (["progress", "reset", "two"], ["words", "two-accounts/"]),
      (["completions", ""], ["words", "bash", "zsh", "fish"]),
      (["help", "sett"], ["words", "settings"]),
      (["--", "--"], ["words"]),
      (["nothing", "of", "ours", ""], ["words"]),
      (["__comp"], ["words"]),
    ])
  func fits(words: [String], expected: [String]) throws {
    #expect(try offered(words) == expected)
  }

  @Test("bash splits at '=', and gets what stands after it")
  func bashSplits() throws {
    #expect(try offered(["--set", "theme", "=", "l"], shell: "bash") == ["words", "light"])
    #expect(try offered(["--set", "theme", "="], shell: "bash").count == 5)
    #expect(try offered(["quiz", "--format", "=", "ta"], shell: "bash") == ["words", "tap"])
  }

  @Test("an option is offered once, unless it may be repeated")
  func options() throws {
    let options = try offered(["quiz", "--count", "3", "--lessons", "x", "--"])
    #expect(!options.contains("--count") && options.contains("--lessons"))
    #expect(options.contains("--topic") && options.contains("--help"))
  }

  @Test(
    "nothing is offered for what no script of ours asks", arguments: [[], ["csh", "1"], ["zsh"]])
  func strange(arguments: [String]) throws {
    let run = try Program.run(
      "recite", ["__complete"] + arguments, environment: home, in: folder)
    #expect(run.output == "words\n" && run.status == 0)
  }

  @Test("packs of --lessons are offered")
  func lessons() throws {
    #expect(try offered(["study", "--lessons", folder.path, "se"]) == ["files", "seas"])
  }

  // MARK: - Real shells

  private func shell(_ path: String, _ arguments: [String], _ first: String) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(path, arguments, environment: home, columns: 100)
    try terminal.wait(for: "a prompt") { $0.currentRow.hasSuffix("$") }
    terminal.type(first + "; PS1='ready$ '; cd \(folder.path)\r")
    try terminal.wait(for: "the script") { $0.currentRow == "ready$" }
    return terminal
  }

  private func tries(_ terminal: PseudoTerminal) throws {
    for (typed, seen) in [
      ("recite stud\t", "recite study"), ("recite drill sig\t", "recite drill significance"),
      ("recite study chi\t", "recite study chinas-rust-belt"),
      ("recite --set the\tl\t", "recite --set theme=light"),
      ("recite check sea\t", "recite check seas.md"),
    ] {
      terminal.type(typed)
      try terminal.seeRow("ready$ " + seen)
      terminal.type("\u{15}")
      try terminal.seeRow("ready$")
    }
  }

  @Test("bash completes by the script", .enabled(if: access("/bin/bash", X_OK) == 0))
  func bash() throws {
    try tries(
      shell("/bin/bash", ["--norc", "--noprofile", "-i"], "source <(recite completions bash)"))
  }

  @Test("zsh completes by the script", .enabled(if: access("/usr/bin/zsh", X_OK) == 0))
  func zsh() throws {
    try tries(
      shell(
        "/usr/bin/zsh", ["-f", "-i"],
        "PS1='$ '; autoload -U compinit; compinit -u -D; source <(recite completions zsh)"))
  }

  @Test("fish completes by the script", .enabled(if: access("/usr/bin/fish", X_OK) == 0))
  func fish() throws {
    let start = "function fish_prompt; echo -n 'ready$ '; end; cd \(folder.path)"
    let terminal = try PseudoTerminal(
      "/usr/bin/fish",
      ["--no-config", "-i", "-C", start + "; recite completions fish | source"],
      environment: home, columns: 100)
    try terminal.wait(for: "a prompt") { $0.currentRow.hasPrefix("ready$") }
    for (typed, seen) in [
      ("recite stud\t", "recite study"), ("recite drill sig\t", "recite drill significance"),
      ("recite study chi\t", "recite study chinas-rust-belt"),
    ] {
      terminal.type(typed)
      try terminal.wait(for: seen) { $0.currentRow.hasPrefix("ready$ " + seen) }
      terminal.type("\u{15}")
      try terminal.wait(for: "an empty line") { $0.currentRow == "ready$" }
    }
  }

  // MARK: - The manual page

  @Test("the manual has every command, option, setting and status")
  func manual() throws {
    let page = try Program.run("recite", ["manual"], environment: home, in: folder)
    #expect(page.output.hasPrefix(".TH RECITE 1 "))
    let help = try Program.run("recite", ["--help"], environment: home, in: folder).output
    let commands = help.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -")
    }.map { String($0.dropFirst(2).prefix { $0 != " " }) }
    #expect(commands.count > 12)
    for command in commands where command.first?.isLowercase == true {
      #expect(page.output.contains(".SS \"recite \(command)\""), "\(command)")
    }
    for word in ["\\-\\-time\\-limit", "new\\-per\\-day", "RECITE_", "\\fB75\\fR", ":hint"] {
      #expect(page.output.contains(word), "\(word)")
    }
    #expect(!page.output.contains("__complete") && !help.contains("__complete"))
  }

  @Test("groff has nothing to say against it", .enabled(if: access("/usr/bin/groff", X_OK) == 0))
  func roff() throws {
    let page = try Program.run("recite", ["manual"], environment: home, in: folder).output
    let run = try Program.run(
      "/usr/bin/groff", ["-Tutf8", "-ww", "-man"], input: page, environment: home, in: folder)
    #expect(run.error.isEmpty, "\(run.error)")
    #expect(run.output.contains("recite quiz"))
  }
}
