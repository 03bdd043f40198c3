/// What `help TOPIC` says: a paragraph each, and lines to try.
extension HelpTopic {
  /// Paragraphs, and lines to try.
  package typealias Words = (paragraphs: [String], examples: [HelpExample])

  package var text: Words {
    switch self {
    case .verb(let verb): verb.helpText
    case .subject(let subject): subject.helpText
    }
  }
}

extension MetaCommand.Verb {
  fileprivate var helpText: HelpTopic.Words {
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

  private var sessionHelp: HelpTopic.Words {
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

  private var lookHelp: HelpTopic.Words {
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

  private var progressHelp: HelpTopic.Words {
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

  private var otherHelp: HelpTopic.Words {
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
