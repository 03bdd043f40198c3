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

  package static func stats(_ page: StatsPage) -> [UInt8] {
    document { object in
      object.member("scope", page.scope)
      object.member("reviews", page.reviews)
      object.member("streak", page.streak)
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
