/// What `help` says of subjects that are no command.
extension HelpTopic.Subject {
  var helpText: HelpTopic.Words {
    switch self {
    case .answers:
      (
        [
          "One line is one answer, and the question says which kind it expects.",
          "Options: their letters or their words. Several: 'a c', 'a,c' or 'ac'. True or false: "
            + "also t, f, yes, no. A list: with commas, in any order. An order: the letters, "
            + "'c a b'. Pairs: '1c 2a 3b'. Gaps: with ';' between them. A number: with its unit "
            + "where one is asked. In your own words: a sentence or two.",
          "Letter case, accents, tones and articles do not matter, and a slip of the keyboard is "
            + "no mistake. What begins with a colon is a command.",
        ], [HelpExample("drill {topic}", "a few to try on")]
      )
    case .verdicts:
      (
        [
          "Correct; correct in another form, which is shown as it is usually written; correct with "
            + "a slip, which is marked; close, with one more try; partly right, with each part; "
            + "wrong, with the answer.",
          "':why' names the rule, ':right' overrides it, ':undo' takes the answer back.",
        ], [HelpExample(":why", "why that verdict", before: ["drill {topic}", ":show"])]
      )
    case .memory:
      (
        [
          "Each question comes back shortly before you would forget it; the schedule is FSRS-6, "
            + "for nine in ten remembered. Missed: again soon. Half right, or with hints: a little "
            + "later. Right: later each time. ':easy' makes it later still.",
          "A day begins at four in the morning, so that a late evening belongs to the day before.",
        ], [HelpExample("due", "what comes back when")]
      )
    case .confidence:
      (
        [
          "Say ':sure' or ':unsure' before an answer, and 'stats' shows how often you were right "
            + "when you were sure, and when you were not: what you are surely wrong about is worth "
            + "the most to know."
        ],
        [HelpExample(":unsure", "then type the answer", before: ["drill {pack}/{item}"])]
      )
    case .keys:
      (
        [
          "Tab completes commands, names and letters, never an answer. Up and Down go through "
            + "what you typed before, Ctrl-R searches it. F1 helps, Alt-h gives the next hint.",
          "Where the screen cannot hold a verdict and the next question, Enter goes on from the one "
            + "to the other.",
          "Ctrl-C takes the line back, twice on an empty line it leaves. Ctrl-D leaves, Ctrl-Z "
            + "stops till 'fg'. '~/.editrc' sets keys, 'bind -v' in it those of vi.",
        ], []
      )
    case .scripts:
      (
        [
          "Commands on standard input are run without prompts, a line each: "
            + "printf 'quiz --count 5\\n' | recite. 'recite run FILE' plays a file of them or a "
            + "transcript, 'recite quiz --answers FILE' a quiz without anyone.",
          "With --seed and --now the output is the same to the byte on every machine.",
        ], [HelpExample("quiz --count 3 --seed 7", "always the same three questions")]
      )
    }
  }
}
