/// What `help TOPIC` says: a paragraph each, and lines to try.
extension HelpTopic {
  package var text: (paragraphs: [String], examples: [HelpExample]) {
    switch self {
    case .verb(let verb): verb.helpText
    case .subject(let subject): subject.helpText
    }
  }
}

extension MetaCommand.Verb {
  fileprivate var helpText: (paragraphs: [String], examples: [HelpExample]) {
    switch self {
    case .goOn, .study, .drill, .quiz, .mistakes, .cram: sessionHelp
    case .hint, .skip, .show, .sure, .unsure: questionHelp
    case .why, .passage, .source, .right, .claim, .easy: lastAnswerHelp
    case .packs, .open, .read, .find, .map, .causes: lookHelp
    case .stats, .due, .goal, .flags, .suspended: progressHelp
    case .flag, .suspend, .bury, .unflag, .unsuspend, .unbury: asideHelp
    case .settings, .set, .undo, .help, .quit: otherHelp
    }
  }

  private typealias Text = (paragraphs: [String], examples: [HelpExample])

  private var sessionHelp: Text {
    switch self {
    case .goOn:
      (
        [
          "Takes up the session that you left with :quit, at the question where you were. Where "
            + "none was left, it studies. Pressing Enter at an empty prompt is the same."
        ],
        [
          HelpExample(
            "continue", "goes on where you left", before: ["drill {topic}", ":quit"])
        ]
      )
    case .study:
      (
        [
          "Asks what is due, those first that would be forgotten soonest; then new questions, "
            + "twenty a day. What you miss comes back within the session, and every answer is "
            + "saved before you see its verdict. Options: --count N, --seed N, --practice."
        ],
        [
          HelpExample("study", "all packs, or the one that is open"),
          HelpExample("study {pack}", "one pack"),
          HelpExample("study --count 10", "ten questions"),
          HelpExample("study --practice", "nothing recorded"),
        ]
      )
    case .drill:
      (
        [
          "Asks the questions of one topic or tag, due or not; answers count. 'find' gives the "
            + "names by which a single question is drilled."
        ],
        [
          HelpExample("drill {topic}", "one topic"),
          HelpExample("drill {topic} {pack}", "of one pack"),
          HelpExample("drill {pack}/{item}", "one question"),
        ]
      )
    case .quiz:
      (
        [
          "A test: no hints, no second try, a score by topic at the end. Which questions are asked "
            + "depends on the seed, never on what you know.",
          "Options, the same as those of 'recite quiz': "
            + CommandOptions.Name.allCases.map(\.usage).joined(separator: ", ") + ".",
        ],
        [
          HelpExample("quiz {pack} --count 10", "ten questions of one pack"),
          HelpExample("quiz --topic {topic} --pass 70%", "one topic, with a pass mark"),
          HelpExample("quiz --count 5 --time-limit 10m", "against the clock"),
        ]
      )
    case .mistakes:
      (
        ["Asks once more what you missed when it was last asked, until it is right."],
        [
          HelpExample("mistakes", "of all packs", before: ["drill {item}", ":show", ":quit"]),
          HelpExample("mistakes {pack}", "of one"),
        ]
      )
    default:
      (
        [
          "Everything there is, the weakest first, whether it is due or not. Nothing is recorded, "
            + "so that the schedule stays as it is: for the evening before an exam."
        ],
        [HelpExample("cram {pack}", "one pack from end to end")]
      )
    }
  }

  private var questionHelp: Text {
    let asked = ["drill {pack}/{item}"]
    switch self {
    case .hint:
      return (
        [
          "Hints come one at a time, the vaguest first. Each takes a quarter of what the answer "
            + "earns, three quarters at most. There are none in a quiz."
        ], [HelpExample(":hint", "the next hint", before: asked)]
      )
    case .skip:
      return (
        [
          "Leaves the question unanswered: nothing is recorded, and it is asked another day. In a "
            + "quiz it counts as wrong."
        ], [HelpExample(":skip", "on to the next question", before: ["drill {topic}"])]
      )
    case .show:
      return (
        ["Shows the answer. That counts as wrong, and the question comes back."],
        [HelpExample(":show", "give up", before: asked)]
      )
    case .sure:
      return (
        [
          "Says before an answer that you are sure of it. It is saved with the answer, and 'stats' "
            + "shows how often you were right when you were sure. The schedule is not changed."
        ],
        [
          HelpExample(":sure", "then type the answer", before: asked),
          HelpExample(":sure my answer", "both in one line", before: asked),
        ]
      )
    default:
      return (
        [
          "Says before an answer that you are not sure of it. It is saved with the answer, and "
            + "'stats' shows how often you were right all the same. The schedule is not changed."
        ],
        [
          HelpExample(":unsure", "then type the answer", before: asked),
          HelpExample(":unsure my answer", "both in one line", before: asked),
        ]
      )
    }
  }

  private var lastAnswerHelp: Text {
    let answered = ["drill {topic}", ":show"]
    switch self {
    case .why:
      return (
        ["Says which rule the last verdict was given by, and what it means."],
        [HelpExample(":why", "why that verdict", before: answered)]
      )
    case .passage:
      return (
        [
          "Shows the paragraph that teaches the last answer, with the ones before and after it. "
            + "'read' shows the whole lesson."
        ], [HelpExample(":passage", "the text around the fact", before: answered)]
      )
    case .source:
      return (
        ["Names the document that the last answer comes from, and the place in it."],
        [HelpExample(":source", "where it is from", before: answered)]
      )
    case .right:
      return (
        [
          "You were right, and the grader did not see it. The answer then counts in full, it is "
            + "known from now on, and the author of the pack can read of it ('recite stats "
            + "--overrides')."
        ],
        [
          HelpExample(
            ":right", "my answer was right", before: ["drill {topic}", "x", "a different answer"])
        ]
      )
    case .claim:
      return (
        [
          "For an answer in your own words: says that you made point N of those listed in the "
            + "verdict, though the grader did not find it."
        ], [HelpExample(":claim 2", "I did say the second point")]
      )
    default:
      return (
        ["Says that the last answer was easy. It must have been right at once; it rests longer."],
        [HelpExample(":easy", "too easy to ask again soon")]
      )
    }
  }

  private var lookHelp: Text {
    switch self {
    case .packs:
      (
        ["Lists the packs: their names, how many questions, how many seen and how many due."],
        [HelpExample("packs", "what there is")]
      )
    case .open:
      (
        ["Stays with one pack: study, drill, quiz, read and stats then mean that one."],
        [
          HelpExample("open {pack}", "only this pack from now on"),
          HelpExample("open all", "every pack again"),
        ]
      )
    case .read:
      (
        [
          "Shows the lesson's own text, a section at a time, and remembers where you were. At a "
            + "question ':read' shows the section that it belongs to."
        ],
        [
          HelpExample("read", "the next section"),
          HelpExample("read 1", "from the beginning"),
          HelpExample("read {pack} 2", "a section of another pack"),
          HelpExample("read all", "the whole pack"),
        ]
      )
    case .find:
      (
        [
          "Searches the readings and questions of all packs, by words, their forms and their "
            + "beginnings; marks and tones do not matter. The best places come first, each with "
            + "what opens it.",
          "Of a question that you have not answered yet, only what it shows when it is asked is "
            + "searched: its answer stays hidden.",
        ],
        [
          HelpExample("find {word}", "every place with this word"),
          HelpExample("find {topic} {word}", "both words"),
        ]
      )
    case .map:
      (
        ["Draws the map of the pack. 'describe' tells it in words."],
        [
          HelpExample("map", "the whole"),
          HelpExample("map {place}", "closer"),
          HelpExample("map {place} describe", "in words"),
        ]
      )
    default:
      (
        ["Shows the chains of causes of a pack as a tree, with how well you know each link."],
        [HelpExample("causes", "what led to what")]
      )
    }
  }

  private var progressHelp: Text {
    switch self {
    case .stats:
      (
        [
          "What you know by topic and lesson, your weakest questions, whether the memory model and "
            + "your own confidence were right, and on which days you studied."
        ], [HelpExample("stats", "of all packs, or the open one")]
      )
    case .due:
      (
        ["How many questions come back on which of the next thirty days."],
        [HelpExample("due", "the days ahead")]
      )
    case .goal:
      (
        [
          "How many answers a day you aim at. Home and the end of a session say how far you are, "
            + "and how many days in a row you studied; one missed day between two is forgiven."
        ],
        [
          HelpExample("goal 20", "twenty answers a day"),
          HelpExample("goal", "how far today"),
          HelpExample("goal off", "no goal"),
        ]
      )
    case .flags:
      (
        [
          "Lists the questions that you flagged with ':flag NOTE', for yourself and for the "
            + "author of the pack ('recite stats --flags'). 'unflag ITEM' takes a flag back."
        ],
        [
          HelpExample("flags", "what you flagged", before: ["drill {topic}", ":flag odd", ":quit"])
        ]
      )
    default:
      (
        [
          "Lists what is not asked: suspended for good, or buried till tomorrow. 'unsuspend ITEM' "
            + "and 'unbury ITEM' take it back; 'all' in place of ITEM means every one."
        ],
        [
          HelpExample("suspended", "what you put aside", before: ["suspend {pack}/{item}"])
        ]
      )
    }
  }

  private var asideHelp: Text {
    let asked = ["drill {pack}/{item}"]
    switch self {
    case .flag:
      return (
        [
          "Keeps a note on the question before you, for its author: a slip, a doubt, a better "
            + "wording. 'previous' before the note means the one that you answered last. ':flag' "
            + "alone takes the flag back. At home the item is named."
        ],
        [
          HelpExample(":flag the date is disputed", "a note on this question", before: asked),
          HelpExample(
            ":flag previous two options are right", "on the last one",
            before: ["drill {topic}", ":show"]),
          HelpExample("flag {pack}/{item} the date is disputed", "by name"),
        ]
      )
    case .suspend:
      return (
        [
          "Never asks the question again, in no session but a quiz. 'suspended' lists what you "
            + "suspended, 'unsuspend' takes it back."
        ],
        [
          HelpExample(":suspend", "this question", before: asked),
          HelpExample("suspend {pack}/{item}", "by name"),
        ]
      )
    case .bury:
      return (
        ["Does not ask the question before tomorrow. 'unbury' takes it back."],
        [
          HelpExample(":bury", "this question", before: asked),
          HelpExample("bury {pack}/{item}", "by name"),
        ]
      )
    case .unflag:
      return (
        ["Takes back the flag of a question; 'flags' lists them."],
        [
          HelpExample(
            "unflag {pack}/{item}", "the note is gone", before: ["flag {pack}/{item} odd"]),
          HelpExample("unflag all", "every flag", before: ["flag {pack}/{item} odd"]),
        ]
      )
    case .unsuspend:
      return (
        ["Asks a suspended question again; 'suspended' lists them."],
        [
          HelpExample(
            "unsuspend {pack}/{item}", "asked again", before: ["suspend {pack}/{item}"]),
          HelpExample("unsuspend all", "every one", before: ["suspend {pack}/{item}"]),
        ]
      )
    default:
      return (
        ["Asks a buried question today after all; 'suspended' lists what is buried too."],
        [
          HelpExample("unbury {pack}/{item}", "asked again", before: ["bury {pack}/{item}"]),
          HelpExample("unbury all", "every one", before: ["bury {pack}/{item}"]),
        ]
      )
    }
  }

  private var otherHelp: Text {
    switch self {
    case .settings:
      (
        [
          "Lists every setting with its value, where the value comes from, and what it does. They "
            + "are kept in a file of yours, which you may edit; 'recite settings' names it."
        ],
        [
          HelpExample("settings", "all of them"), HelpExample("settings new-per-day", "one"),
        ]
      )
    case .set:
      (
        [
          "Changes a setting, at once where that is possible, and keeps it. 'default' in place of "
            + "the value puts it back. Tab completes names and values."
        ],
        [
          HelpExample("set new-per-day 10", "ten new questions a day"),
          HelpExample("set confidence on", "be reminded of :sure and :unsure"),
          HelpExample("set hints default", "as it was"),
        ]
      )
    case .undo:
      (
        [
          "Takes back the last answer and asks its question again, as often as you like, up to the "
            + "beginning of the session; also when the session has just ended."
        ],
        [HelpExample(":undo", "that was a slip", before: ["drill {topic}", ":show"])]
      )
    case .help:
      (
        [
          "Lists the commands, or says more on one. Beside the commands there are: "
            + HelpTopic.Subject.allCases.map(\.rawValue).joined(separator: ", ") + "."
        ],
        [
          HelpExample("help", "the list"), HelpExample("help quiz", "one command"),
          HelpExample("help answers", "a subject"),
        ]
      )
    default:
      (
        [
          "Leaves the session, or at the home prompt the program. Every answer was saved when it "
            + "was given. Ctrl-D does the same, and Ctrl-C twice."
        ], [HelpExample(":quit", "to the home prompt", before: ["drill {topic}"])]
      )
    }
  }
}

extension HelpTopic.Subject {
  fileprivate var helpText: (paragraphs: [String], examples: [HelpExample]) {
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
