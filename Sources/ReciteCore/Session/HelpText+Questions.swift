/// What `help` says of the commands at a question: about it, about the last answer, and to set items
/// aside.
extension MetaCommand.Verb {
  var questionHelp: HelpTopic.Words {
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

  var lastAnswerHelp: HelpTopic.Words {
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

  var asideHelp: HelpTopic.Words {
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
}
