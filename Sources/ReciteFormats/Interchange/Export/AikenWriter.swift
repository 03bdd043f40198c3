import ReciteCore

/// Writes the choices of a pack as Aiken; it knows nothing else.
struct AikenWriter {
  static func write(_ pack: Pack) -> Export {
    var losses = ExportLosses("Aiken")
    var blocks: [String] = []
    losses.readings(of: pack)
    for item in pack.items {
      let options: [String]
      let key: Int
      switch item.kind {
      case .choice(let own, let right): (options, key) = (own.map(\.text.plain), right)
      case .trueFalse(let truth):
        losses.otherwise(item, as: "a choice of True and False")
        (options, key) = (["True", "False"], truth ? 0 : 1)
      default:
        losses.leftOut(item, "Aiken has only questions with one right option")
        continue
      }
      guard options.count <= 26 else {
        losses.leftOut(item, "Aiken has letters for 26 options only")
        continue
      }
      losses.fields(of: item, kept: [])
      var stem = PackAssembly.oneLine(item.stem.map(\.plain).joined(separator: " "))
      if item.stem.count > 1 || item.stem.contains(where: \.hasMarks) {
        losses.changed(
          item.id, "'\(item.id)' is written as one plain line, which is all that Aiken has")
      }
      if looksLikeMark(stem) || stem.utf8.count < 2 {
        losses.changed(item.id, "the question of '\(item.id)' would be taken for a mark of Aiken's")
        stem = "Question: " + stem
      }
      let lines = zip(0..., options).map { index, text in
        "\(AskedForm.letter(index).uppercased())) \(PackAssembly.oneLine(text))"
      }
      let letter = AskedForm.letter(key).uppercased()
      blocks.append(([stem] + lines + ["ANSWER: \(letter)"]).joined(separator: "\n"))
    }
    let text = blocks.joined(separator: "\n\n")
    return Export(text: text.isEmpty ? "" : text + "\n", losses: losses.all)
  }

  /// `A. …`, `b) …` or `ANSWER:` at the start of a question.
  private static func looksLikeMark(_ stem: String) -> Bool {
    let bytes = Array(stem.utf8.prefix(2))
    return stem.uppercased().hasPrefix("ANSWER:")
      || bytes.count == 2 && Ascii.isLetter(bytes[0])
        && (bytes[1] == Ascii.dot || bytes[1] == Ascii.closeParenthesis)
  }
}

extension Block {
  /// True where plain words would lose something.
  var hasMarks: Bool {
    guard case .paragraph(let text) = self else { return true }
    return text.runs.contains { if case .text(_, []) = $0 { false } else { true } }
  }
}
