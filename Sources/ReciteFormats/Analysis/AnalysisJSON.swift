import ReciteCore

extension ItemAnalysis {
  /// The analysis as one JSON object, without its line end; shares to six places.
  package var json: String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("pack", pack.rawValue)
      object.member("learners", test.learners)
      object.member("complete", test.isComplete)
      object.member("repeats_left_out", repeats)
      for (key, value) in test.figures { object.figure(key, value) }
      object.key("items")
      object.array { list in for entry in entries { entry.write(to: &list) } }
    }
    return writer.text
  }
}

extension TestStatistics {
  /// The figures of the whole test with their names, in the order in which they are written.
  package var figures: [(name: String, value: Double?)] {
    [
      ("mean", mean), ("median", median), ("standard_deviation", standardDeviation),
      ("skewness", skewness), ("kurtosis", kurtosis), ("alpha", alpha), ("kr20", kr20),
      ("kr21", kr21), ("error_ratio", errorRatio), ("standard_error", standardError),
    ]
  }
}

extension ItemAnalysis.Entry {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("item", id.rawValue)
      object.member("kind", kind)
      object.member("learners", statistics.learners)
      object.figure("facility", statistics.facility)
      object.figure("standard_deviation", statistics.standardDeviation)
      object.figure("discrimination", statistics.discrimination)
      object.figure("discriminative_efficiency", statistics.discriminativeEfficiency)
      object.figure("effective_weight", statistics.effectiveWeight)
      object.figure("point_biserial", statistics.pointBiserial)
      object.figure("upper_lower", statistics.upperLower)
      object.figure("alpha_without", statistics.alphaWithout)
      object.key("responses")
      object.array { list in
        for response in responses {
          list.object {
            $0.member("response", response.text)
            $0.member("right", response.isRight)
            $0.member("count", response.count.count)
            $0.figure("share", response.count.share)
            $0.member("upper", response.count.upper)
            $0.member("lower", response.count.lower)
            $0.figure("correlation", response.count.correlation)
          }
        }
      }
      object.member("findings", findings.map { advice(on: $0).what })
    }
  }
}

extension JSONWriter {
  fileprivate mutating func figure(_ key: String, _ value: Double?) {
    self.key(key)
    if let value { double(value, places: 6) } else { null() }
  }
}
