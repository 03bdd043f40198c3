import ReciteCore

/// The reports of `packs`, `stats` and `due` as JSON: one object, keys in this order.
package enum ReportJSON {
  package static func packs(_ packs: [PackLine]) -> [UInt8] {
    document { object in
      object.key("packs")
      object.array { array in
        for pack in packs {
          array.object {
            $0.member("pack", pack.id.rawValue)
            $0.member("title", pack.title)
            $0.member("lessons", pack.lessons)
            $0.member("items", pack.items)
            $0.member("seen", pack.seen)
            $0.member("due", pack.due)
          }
        }
      }
    }
  }

  package static func overrides(_ overrides: [OverrideLine]) -> [UInt8] {
    document { object in
      object.key("overrides")
      object.array { array in
        for line in overrides {
          array.object {
            $0.member("pack", line.key.pack.rawValue)
            $0.member("item", line.key.item.rawValue)
            $0.member("answers", line.answers)
          }
        }
      }
    }
  }

  package static func flags(_ flags: [FlagLine]) -> [UInt8] {
    document { object in
      object.key("flags")
      object.array { array in
        for line in flags {
          array.object {
            $0.member("pack", line.key.pack.rawValue)
            $0.member("item", line.key.item.rawValue)
            $0.key("stem")
            if let stem = line.stem { $0.string(stem) } else { $0.null() }
            $0.member("note", line.note)
          }
        }
      }
    }
  }

  package static func find(_ page: FindPage) -> [UInt8] {
    document { object in
      object.member("query", page.query)
      object.member("total", page.total)
      object.key("hits")
      object.array { array in for hit in page.hits { array.hit(hit) } }
      object.key("missing")
      object.array { array in
        for missing in page.missing {
          array.object {
            $0.member("word", missing.word)
            $0.member("nearest", missing.nearest)
          }
        }
      }
    }
  }

  package static func stats(_ page: StatsPage) -> [UInt8] {
    document { object in
      object.member("scope", page.scope)
      object.member("reviews", page.reviews)
      object.member("streak", page.streak)
      object.member("answers_today", page.habit.today)
      object.key("goal")
      if let goal = page.habit.goal { object.integer(goal) } else { object.null() }
      mastery("topics", page.topics, &object)
      mastery("lessons", page.lessons, &object)
      object.key("weakest")
      object.array { array in
        for weak in page.weakest {
          array.object {
            $0.member("pack", weak.key.pack.rawValue)
            $0.member("item", weak.key.item.rawValue)
            $0.member("stem", weak.stem)
            $0.member("reasons", weak.reasons.map(\.name))
            $0.member("recall", weak.recall, places: 3)
            $0.member("reviews", weak.reviews)
            $0.member("lapses", weak.lapses)
            $0.key("missed")
            if let missed = weak.missed { $0.string(missed) } else { $0.null() }
          }
        }
      }
      object.key("calibration")
      object.array { array in
        for line in page.calibration {
          array.object {
            $0.member("answers", line.answers)
            $0.member("predicted", line.predicted, places: 3)
            $0.member("observed", line.observed, places: 3)
          }
        }
      }
      object.key("confidence")
      object.array { array in
        for line in page.confidence {
          array.object {
            $0.member("said", line.confidence.name)
            $0.member("answers", line.answers)
            $0.member("right", line.right)
          }
        }
      }
    }
  }

  private static func mastery(
    _ key: String, _ lines: [StatsPage.TopicLine], _ object: inout JSONWriter
  ) {
    object.key(key)
    object.array { array in
      for line in lines {
        array.object {
          $0.member("name", line.name)
          $0.member("items", line.items)
          $0.member("seen", line.seen)
          $0.key("recall")
          if let recall = line.recall { $0.double(recall, places: 3) } else { $0.null() }
        }
      }
    }
  }

  package static func due(_ page: DuePage) -> [UInt8] {
    document { object in
      object.member("today", page.today.description)
      object.member("overdue", page.overdue)
      object.key("days")
      object.array { array in
        for day in page.days {
          array.object {
            $0.member("day", day.day.description)
            $0.member("due", day.count)
          }
        }
      }
    }
  }

  private static func document(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    writer.newline()
    return writer.bytes
  }
}

extension WeakItem.Reason {
  fileprivate var name: String {
    switch self {
    case .leech: "leech"
    case .missedLast: "missed-last"
    case .lowCredit: "low-credit"
    case .fading: "fading"
    }
  }
}

extension JSONWriter {
  /// A hit; each of its texts with the words found in it, as they stand there.
  fileprivate mutating func hit(_ hit: FindPage.Hit) {
    object {
      $0.member("pack", hit.pack.rawValue)
      switch hit.place {
      case .reading(let section, _):
        $0.member("kind", "reading")
        $0.member("number", section)
      case .item(let item, let isAnswered):
        $0.member("kind", "item")
        $0.member("item", item.rawValue)
        $0.member("answered", isAnswered)
      }
      $0.member("lesson", hit.lesson)
      $0.key("section")
      if let section = hit.section { $0.string(section) } else { $0.null() }
      $0.key("texts")
      $0.array { texts in
        for excerpt in hit.texts {
          texts.object { object in
            object.member("text", excerpt.pieces.reduce(into: "") { $0 += $1.text })
            object.member("found", excerpt.pieces.filter(\.isMarked).map(\.text))
          }
        }
      }
      $0.member("score", hit.score, places: 3)
      $0.member("open", hit.command)
    }
  }
}
