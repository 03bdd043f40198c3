import ReciteCore

extension ExplanationPage {
  /// Pages on files as such.
  static let filePages: [ExplanationPage] = [
    ExplanationPage(
      .notUTF8, "a file is not UTF-8",
      """
      A pack is text in UTF-8, the encoding that every editor can write today.
      Older systems save in others: Windows-1252 in the West, GBK in China, Shift JIS in Japan, UTF-16
      in some office programs. Read as UTF-8 their letters would turn into others, so nothing of the
      file is read. The message names the encoding that the bytes look like.
      """, .situation("A lesson saved by an old editor as 'Windows-1252' or 'Unicode'."),
      .situation("Save it again as UTF-8, or run: iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md")),
    ExplanationPage(
      .binaryFile, "a file is no text",
      """
      The file holds bytes that no text has. Most often a picture, or a document of an office program,
      was renamed to '.md'. Nothing of it is read; the rest of the pack is.
      """, .situation("A '.docx' that was renamed to '.md'."),
      .situation("Copy the text out of the document into a new file.")),
    ExplanationPage(
      .unreadableFile, "a file cannot be read",
      """
      The system refuses: the file belongs to somebody else, its links lead in a circle, or the disk
      is at fault. The message gives the system's own reason. The rest of the pack is read without it.
      """, .situation("A lesson whose permissions were taken away: chmod 000 01-rivers.md"),
      .situation("Give them back: chmod 644 01-rivers.md")),
    ExplanationPage(
      .notAFile, "something else stands where a file should",
      """
      A folder, a pipe, a device or a socket has the name of a lesson. None of them is opened:
      a pipe could keep the program waiting for ever.
      """, .situation("A folder that is called '01-rivers.md'."),
      .situation("Rename the folder, or put the file in its place.")),
    ExplanationPage(
      .outsideThePack, "a file lies outside the pack",
      """
      A pack may only use its own files. A link that leads out, '..' or an absolute path could make a
      pack from a stranger read, and show, files that are none of its business. Links within the pack
      are followed.
      """,
      .files([
        ["pack.md", "---\npack: rivers\nmap: ../maps/asia.geojson\n---\n\n# Rivers\n"]
      ]),
      .situation("Copy the map into the pack's folder, and write: map: asia.geojson")),
    ExplanationPage(
      .tooLarge, "something is larger than its limit",
      """
      Sizes are bounded, so that a broken or hostile file cannot take the machine's memory: a file to
      \(PackFileLimits.fileBytes >> 20) MB, a pack to \(PackFileLimits.packBytes >> 20) MB, \
      \(PackFileLimits.files) files and \(PackLimits.items) items,
      a line to \(PackLimits.lineBytes >> 10) KB, an item to \(PackLimits.lettered) options, steps or rows \
      (as many as there are letters),
      \(PackLimits.parts) bullets, gaps or points, and an answer to \(PackLimits.alternatives) alternatives.
      The message names the limit that was met.
      """,
      wrong: "### Put the letters in order.\n\n"
        + (1...27).map { "\($0). letter \($0)" }.joined(separator: "\n"),
      right: "### Put these letters in order.\n\n1. alpha\n2. beta\n3. gamma"),
    ExplanationPage(
      .nothingToLearn, "there is no lesson",
      """
      A pack is a folder with at least one Markdown file that opens a lesson with '# Title'. 'README.md'
      and the files of inner folders are no lessons.
      """, .pack("---\npack: rivers\n---\n\nA pack on rivers.\n"),
      .pack(
        "---\npack: rivers\n---\n\n# Rivers of Asia\n\n### Which is the longest?\n\nAnswer: Yangtze\n"
      )),
    ExplanationPage(
      .controlCharacter, "a control character stands in the text",
      """
      Control and escape characters steer a terminal: they can move its cursor, change its title, or
      hide text. Overrides and isolates of writing direction can make a text look like another. None
      may reach a learner. Each is reported and left out. The joiners that Persian, Indic scripts and
      emoji need are kept, and so are tabs.
      """, wrong: "### Which city is it?\n\nAnswer: Har\u{1b}[31mbin",
      right: "### Which city is it?\n\nAnswer: Harbin"),
    ExplanationPage(
      .directionMark, "an invisible mark was dropped",
      """
      Left-to-right and right-to-left marks (U+200E, U+200F, U+061C), zero-width spaces (U+200B, U+2060)
      and soft hyphens (U+00AD) cannot be seen and often come along when text is copied from a web
      page. In an answer they would make a right response look wrong, so they are dropped. The joiners
      that scripts and emoji need (U+200C, U+200D) stay. One report stands for all of a file.
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\u{200e}",
      right: "### Which city is it?\n\nAnswer: Harbin"),
    ExplanationPage(
      .unclosedFence, "a code block has no end",
      """
      Three backticks or tildes open a block in which nothing has a meaning, up to a line of the same
      marks. Where that line is missing the block would swallow the rest of the file, so reading goes
      on at the next '###'.
      """,
      wrong: "### What does it print?\n\n```swift\nprint(1 + 1)\n\nAnswer: 2\n",
      right: "### What does it print?\n\n```swift\nprint(1 + 1)\n```\n\nAnswer: 2"),
    ExplanationPage(
      .unclosedComment, "a comment has no end",
      """
      '<!--' opens a comment, up to '-->'. Where that is missing the comment would swallow the rest of
      the file, so reading goes on at the next '###'.
      """,
      wrong: "### Which city is it?\n\n<!-- ask the geography teacher\n\nAnswer: Harbin\n",
      right: "### Which city is it?\n\n<!-- ask the geography teacher -->\n\nAnswer: Harbin"),
    ExplanationPage(
      .tooManyFaults, "a file has more faults than are shown",
      """
      After \(PackLimits.diagnostics) faults of one file the rest is left out: so many usually have one cause, \
      such as a file
      in another format.
      """, .situation("A file of another quiz program that was renamed to '.md'."),
      .situation(
        "Write the questions anew as items, or mend what most of the faults have in common.")),
  ]
}
