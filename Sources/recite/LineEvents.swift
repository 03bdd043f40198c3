import ReciteCore
import ReciteShell

/// Turns typed lines into events: the same reading for a terminal and a script.
enum LineEvents {
  /// The event that a line means at a prompt; nil for an empty line that means nothing.
  ///
  /// `emptyMeansStudy` is true on a terminal, where Enter at the home screen begins.
  static func event(
    for line: String, at prompt: Prompt, emptyMeansStudy: Bool, at: Timestamp
  ) -> Event? {
    switch MetaCommand.parse(line, at: prompt.place) {
    case .command(let command): .commanded(command, at: at)
    case .answer(let response): .answered(response, at: at)
    case .unknown(let word, let suggestion): .misread(word: word, suggestion: suggestion, at: at)
    case .empty: emptyMeansStudy ? .commanded(MetaCommand(.goOn), at: at) : nil
    }
  }
}
