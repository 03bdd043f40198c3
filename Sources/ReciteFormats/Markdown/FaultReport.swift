import ReciteCore

/// A file's fault in the words of a diagnostic.
struct FaultReport {
  var code: DiagnosticCode
  var message: String
  var help: String

  init(_ fault: FileFault) {
    switch fault {
    case .missing:
      code = .missingFile
      message = "there is no such file"
      help = "check its name; capital letters count"
    case .unreadable(let reason):
      code = .unreadableFile
      message = "this file cannot be read: \(reason)"
      help = "check who may read it; the rest of the pack is read without it"
    case .notAFile(let what):
      code = .notAFile
      message = "this is \(what), not a file"
      help = "put an ordinary text file in its place"
    case .outside:
      code = .outsideThePack
      message = "this leads out of the pack"
      help =
        "copy the file into the pack's folder; links out, '..' and absolute paths are not followed"
    case .tooLarge(let limit):
      code = .tooLarge
      message = "this file is larger than the \(limit >> 20) MB that one may have"
      help = "split it into several lessons; it was not read"
    case .tooMany(let limit):
      code = .tooLarge
      message = "the pack has more than \(limit) files or \(PackFileLimits.packBytes >> 20) MB"
      help = "split it into several packs; this file and those after it were not read"
    }
  }

  /// A diagnostic of a whole file.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      code: code, severity: code.severity, place: Diagnostic.Place(path: path), message: message,
      help: help)
  }
}
