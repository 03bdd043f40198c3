import ReciteFormats

/// Text with everything that could steer a terminal, or mislead a reader, made visible.
///
/// Packs, progress files, file names and typed lines all pass through here on their way to a
/// screen. Joiners that scripts need (U+200C, U+200D) stay.
package enum VisibleText {
  /// The text with control, escape, bidi and zero-width characters replaced by marks.
  ///
  /// A control character becomes caret notation (`^[` for escape), others their code point
  /// (`<U+202E>`); tabs and line ends become a space each.
  package static func of(_ text: String) -> String { HiddenCharacters.marked(text) }

  /// The same for several lines: line feeds stay.
  package static func ofLines(_ text: String) -> String {
    HiddenCharacters.marked(text, keeping: ["\n"])
  }
}
