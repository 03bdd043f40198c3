import ReciteCore

/// The settings as JSON: one object, a member `settings` with an object each.
package enum SettingsJSON {
  package static func document(_ page: SettingsPage, file: String?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.key("file")
      if let file { object.string(file) } else { object.null() }
      object.key("settings")
      object.array { array in
        for line in page.lines {
          array.object {
            $0.member("key", line.setting.rawValue)
            $0.member("value", line.value)
            $0.member("default", line.setting.standard.text)
            $0.member("from", line.origin.name)
            $0.member("range", line.setting.range)
            $0.member("variable", line.setting.variable)
            $0.member("does", line.setting.summary)
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}
