import ReciteCore
import ReciteFormats
import Testing

@Suite struct SettingsTextTests {
  private func read(_ text: String) -> SettingsText { SettingsText(Array(text.utf8)) }

  private func text(_ settings: SettingsText) -> String {
    String(decoding: settings.bytes, as: UTF8.self)
  }

  @Test("what can be used is used, what cannot is told by line with its cure")
  func faults() {
    let settings = read(
      """
      # mine
      new-per-day = 7   # weekdays
      them = light
      nonsense
      retention = 300
      KEYS=on
      keys off
      theme = dark
      theme = light
      pager = "less #1"
      """)
    #expect(
      settings.faults.map { "\($0.line): \($0.message)" } == [
        "3: there is no setting 'them'; did you mean 'theme'?",
        "4: expected 'key = value', such as 'theme = auto'",
        "5: 'retention' cannot be '300'; it can be: 70% to 97%",
        "7: expected 'key = value', such as 'keys = off'",
        "8: 'theme' is set again in line 9, which counts; delete one of them",
      ])
    let values = settings.values.map { "\($0.setting.rawValue)=\($0.value.text)" }
    #expect(values == ["new-per-day=7", "keys=on", "theme=light", "pager=less #1"])
  }

  @Test(
    "a change leaves comments, unknown lines and layout as they are",
    arguments: [
      ("", "# Recite's settings; 'recite settings' lists and explains them.\nkeys = on\n"),
      ("# mine\n\nkeys = off   # for now\nfoo\n", "# mine\n\nkeys = on   # for now\nfoo\n"),
      ("keys=off", "keys=on\n"),
      ("keys =\n", "keys =\nkeys = on\n"),
      ("keys = off\nmap = words\nkeys = off\n", "map = words\nkeys = on\n"),
      ("a = b\r\nkeys = off\r\n", "a = b\r\nkeys = on\r\n"),
      ("\u{feff}keys = off\n", "keys = on\n"), ("\u{feff}\u{feff}keys = off\n", "keys = on\n"),
      ("map = words\n\u{feff}keys = off\n", "map = words\nkeys = on\n"),
      ("theme = dark", "theme = dark\nkeys = on\n"),
    ])
  func changes(before: String, after: String) {
    var settings = read(before)
    settings.set(.keys, to: .flag(true))
    #expect(text(settings) == after)
    #expect(read(after).values.contains { $0.setting == .keys && $0.value == .flag(true) })
  }

  @Test("a setting that is put back leaves the file")
  func reset() {
    var settings = read("# a\nkeys = on\nmap = words # b\nkeys = on\n")
    settings.reset(.keys)
    #expect(text(settings) == "# a\nmap = words # b\n")
  }

  @Test("a value that looks like a comment stands in marks and comes back")
  func marks() {
    var settings = SettingsText()
    for value in [
      "less # x", "#odd", "\"quoted\"", "/a b/c", "\"", "\"\"", "\"a\" # b", "a \"b\" #c", "a\"b",
    ] {
      settings.set(.pager, to: .text(value))
      #expect(SettingsText(settings.bytes).values.map(\.value) == [.text(value)], "\(value)")
    }
  }

  @Test(
    "quotation marks end a value, whatever the comment after it says",
    arguments: [
      (##"pager = "less #1" # the "best""##, "less #1"),
      (##"pager = less # "x""##, "less"),
      (##"pager = "say ""hi"" #" # x"##, ##"say "hi" #"##),
      (##"pager = less -P "a b""##, ##"less -P "a b""##),
    ])
  func closingMarks(line: String, value: String) {
    #expect(read(line).values.map(\.value) == [.text(value)])
    var settings = read(line)
    settings.set(.pager, to: .text("new \"#\" # one"))
    #expect(
      SettingsText(settings.bytes).values.map(\.value) == [.text("new \"#\" # one")],
      "\(text(settings))")
  }

  @Test(
    "what follows a closing mark, or lacks one, is told and used for nothing",
    arguments: ["\"a\" b", "\"a\"b", "\"a", "\"a\"\"", "\"", "\"a\"#b"])
  func openMarks(value: String) {
    let settings = read("pager = \(value)")
    #expect(settings.values.isEmpty)
    #expect(settings.faults.map(\.line) == [1])
    #expect(settings.faults.first?.message.contains("quotation marks") == true)
  }

  @Test("no bytes trap, and what is read writes itself")
  func hostile() {
    var bytes: [UInt8] = []
    var state: UInt64 = 42
    for round in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pool = Array("keys = on # \"\n\r\t\0=theme".utf8) + [0xff, 0xc3, 0xef, 0xbb, 0xbf]
      bytes.append(pool[Int(state >> 33) % pool.count])
      if bytes.count > 80 { bytes.removeFirst(40) }
      var settings = SettingsText(bytes)
      settings.set(.keys, to: .flag(round % 2 == 0))
      let again = SettingsText(settings.bytes)
      #expect(again.values.contains { $0.setting == .keys && $0.value == .flag(round % 2 == 0) })
    }
  }
}
