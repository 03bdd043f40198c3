import ReciteCore
import Testing

@Suite struct SettingsTests {
  @Test(
    "a value is read as it is written",
    arguments: [
      (Setting.newPerDay, "5", "5"), (.newPerDay, " 1,000 ", "1000"), (.newPerDay, "0", "0"),
      (.newPerDay, "10000", nil), (.newPerDay, "-1", nil), (.newPerDay, "five", nil),
      (.newPerDay, "", nil), (.newPerDay, "99999999999999999999", nil),
      (.sessionSize, "ALL", "all"), (.sessionSize, "0", nil), (.goal, "off", "off"),
      (.retention, "95%", "95%"), (.retention, "0.95", "95%"), (.retention, "95 %", "95%"),
      (.retention, "99", nil), (.retention, "0", nil), (.retention, "nan", nil),
      (.dayStart, "4", "04:00"), (.dayStart, "04:30", "04:30"), (.dayStart, "24:00", nil),
      (.dayStart, "4:5", nil), (.dayStart, "4:60", nil), (.dayStart, ":", nil),
      (.keys, "Yes", "on"), (.keys, "0", "off"), (.keys, "maybe", nil),
      (.theme, "Light", "light"), (.theme, "lihgt", nil),
      (.pager, "less -R", "less -R"), (.pager, "OFF", "off"), (.pager, "a\u{7}b", nil),
      (.progress, "~/p.json", "~/p.json"), (.lessons, "none", "none"), (.width, "19", nil),
    ] as [(Setting, String, String?)])
  func values(setting: Setting, written: String, canonical: String?) {
    #expect((try? SettingValue(written, for: setting))?.text == canonical)
  }

  @Test("every setting reads what it shows, and is off the table nowhere")
  func table() throws {
    for setting in Setting.allCases {
      #expect(try SettingValue(setting.standard.text, for: setting) == setting.standard)
      #expect(!setting.summary.isEmpty && setting.summary.count <= 50, "\(setting)")
      #expect(Setting.named(setting.rawValue) == setting)
      for word in setting.offered {
        #expect(try SettingValue(word, for: setting).text == word)
      }
    }
    #expect(Setting.newPerDay.variable == "RECITE_NEW_PER_DAY")
  }

  @Test(
    "a name is found, or the nearest one named",
    arguments: [
      ("theme", true, Setting.theme, nil), ("THEME", false, .theme, nil),
      ("new_per_day", false, .newPerDay, nil), ("new", true, .newPerDay, nil),
      ("new", false, nil, "new-per-day"), ("theem", true, nil, "theme"),
      ("re", true, nil, nil), ("plian", false, nil, "plain"), ("zebra", true, nil, nil),
    ] as [(String, Bool, Setting?, String?)])
  func names(name: String, orBegun: Bool, setting: Setting?, suggestion: String?) {
    #expect(Setting.named(name, orBegun: orBegun) == setting)
    if setting == nil { #expect(Setting.suggestion(for: name) == suggestion) }
  }

  @Test("a fault says what it could be, or what was meant")
  func faults() {
    let fault = #expect(throws: SettingFault.self) { try SettingValue("lihgt", for: .theme) }
    #expect(fault?.description == "'theme' cannot be 'lihgt'; did you mean 'light'?")
    let range = #expect(throws: SettingFault.self) { try SettingValue("5000", for: .width) }
    #expect(
      range?.description == "'width' cannot be '5000'; it can be: 20 to 1000, or auto")
  }

  @Test("the environment goes before the file, and its faults are named")
  func environment() {
    var settings = Settings()
    settings.set(.theme, to: .word("dark"), from: .file)
    settings.set(.newPerDay, to: .number(3), from: .file)
    let variables = ["NO_COLOR": "1", "RECITE_NEW_PER_DAY": "7", "RECITE_MAP": "mpa"]
    let faults = settings.takeEnvironment { variables[$0] }
    #expect(settings.word(.theme) == "none")
    #expect(settings[.theme].origin == .environment("NO_COLOR"))
    #expect(settings.newPerDay == 7)
    #expect(settings.word(.map) == "auto")
    #expect(faults.count == 1 && faults[0].hasPrefix("RECITE_MAP: 'map' cannot be 'mpa'"))
  }

  @Test(
    "the variables that all programs share go before the file",
    arguments: [
      (["NO_COLOR": "1"], "dark", "none"), (["NO_COLOR": ""], "dark", "dark"),
      (["CLICOLOR": "0"], "dark", "none"), (["TERM": "dumb"], "dark", "none"),
      (["CLICOLOR_FORCE": "1"], "none", "auto"), (["CLICOLOR_FORCE": "0"], "none", "none"),
      (["CLICOLOR_FORCE": "1", "TERM": "dumb"], "dark", "dark"),
      (["NO_COLOR": "1", "RECITE_THEME": "light"], "dark", "light"),
    ])
  func colour(variables: [String: String], inFile: String, theme: String) throws {
    var settings = Settings()
    try settings.take(inFile, for: .theme, from: .file)
    #expect(settings.takeEnvironment { variables[$0] } == [])
    #expect(settings.word(.theme) == theme)
  }

  @Test("what is set counts in the next session, hints at once")
  func session() throws {
    var plan = SessionPlan(mode: .study, seed: 1)
    var settings = Settings()
    try settings.take("3", for: .newPerDay, from: .prompt)
    try settings.take("2", for: .sessionSize, from: .prompt)
    try settings.take("off", for: .hints, from: .prompt)
    plan.take(settings)
    #expect(plan.newPerDay == 3 && plan.sessionSize == 2 && !plan.givesHints)
    try settings.take("80%", for: .retention, from: .prompt)
    try settings.take("30", for: .maximumInterval, from: .prompt)
    let scheduler = Scheduler().tuned(by: settings)
    #expect(scheduler.desiredRetention == 0.8 && scheduler.maximumInterval == 30)
  }
}
