import ArgumentParser
import Glibc
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite new NAME`: a pack to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a pack: a small one that passes its check, explained by its comments.",
    discussion: """
      NAME is a folder to make, or a single file where it ends in '.md'; its last part is the pack's \
      id. Nothing that is there already is overwritten (73).
      """)

  @Argument(help: "The pack's folder or file, such as 'rivers' or 'Lessons/rivers.md'.")
  var name: String

  @ArgumentParser.Option(help: "The pack's title; the name where none is given.")
  var title: String?

  func run() throws {
    var path = name
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let isFile = path.lowercased().hasSuffix(".md")
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = isFile ? String(last.dropLast(3)) : last
    guard stem.contains(where: { $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
      throw Failure(
        .usage, "'\(VisibleText.of(name))' makes no id; use Latin letters, digits and hyphens")
    }
    let id = PackID(idText(stem))
    let files = PackSkeleton.files(id: id, title: title ?? titled(stem), single: isFile)
    guard access(path, F_OK) != 0 else {
      throw Failure(
        .cannotCreate, "'\(VisibleText.of(path))' is there already; it is left as it is")
    }
    var created: [String] = []
    if isFile {
      try write(files[0].text, to: path)
      created = [path]
    } else {
      guard mkdir(path, 0o755) == 0 else { throw failure(path) }
      for file in files {
        try write(file.text, to: path + "/" + file.name)
        created.append(path + "/" + file.name)
      }
    }
    let shown = VisibleText.of(path)
    try StandardStream.output.write(
      created.map { VisibleText.of($0) + "\n" }.joined()
        + "next: recite preview \(shown), then recite check \(shown)\n")
  }

  /// Lower-case letters, digits and hyphens.
  private func idText(_ stem: String) -> String {
    PackReader.id(of: PackFolder(name: stem, path: stem, files: [])).rawValue
  }

  /// `my-rivers` as `My rivers`.
  private func titled(_ stem: String) -> String {
    let words = stem.split { $0 == "-" || $0 == "_" || $0.isWhitespace }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func write(_ text: String, to path: String) throws {
    // Never through a file or link that appeared meanwhile.
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      bytes = bytes.dropFirst(count)
    }
  }

  private func failure(_ path: String) -> Failure {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return Failure(.cannotCreate, "'\(VisibleText.of(path))' cannot be created: \(reason)")
  }
}
