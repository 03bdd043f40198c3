import Glibc
import ReciteCore
import ReciteFormats
import RecitePresentation

/// Times maps; `.ci/bench-map` runs it.
///
///     map-bench MAP.geojson…
///
/// For each map: what reading it takes, and what one frame takes, as the processor's time in
/// milliseconds, the median and the longest of all questions that can be asked of its places, in
/// three renderings. Then what a map of the largest size takes to read, and one byte more. The exit
/// status is 1 where a median or the reading is above its limit.
@main enum MapBench {
  private static let frameLimit = 5.0
  private static let readingLimit = 100.0

  static func main() {
    var isWithin = true
    for path in CommandLine.arguments.dropFirst() {
      guard let bytes = bytes(of: path), let map = GeoJSON.read(bytes).map else {
        print("\(path): no map")
        exit(66)
      }
      let reading = (0..<9).map { _ in time { _ = GeoJSON.read(bytes) } }.sorted()[4]
      print("\(path): \(bytes.count) bytes read in \(shown(reading)) ms")
      isWithin = frames(of: map) && isWithin
    }
    let largest = synthetic()
    let reading = (0..<5).map { _ in time { _ = GeoJSON.read(largest) } }.sorted()[2]
    print("a map of \(largest.count) bytes read in \(shown(reading)) ms (to reach: 100)")
    let beyond = largest + [UInt8](repeating: 0x20, count: GeoJSON.mostBytes + 1 - largest.count)
    let refusal = time { _ = GeoJSON.read(beyond) }
    print("one of \(beyond.count) bytes refused in \(shown(refusal)) ms")
    if let map = GeoJSON.read(largest).map { _ = frames(of: map, questions: 3) }
    isWithin = isWithin && reading <= readingLimit
    exit(isWithin ? 0 : 1)
  }

  /// Prints what frames of a map take; true where the medians are within the limit.
  private static func frames(of map: GeoMap, questions: Int = .max) -> Bool {
    var views = MapView.study(map)
    for feature in map.features.prefix(questions) {
      for question in [MapQuestion.name(feature.id), .pick(feature.id), .borders(feature.id)] {
        if let view = MapView(asking: question, of: map) { views.append(view) }
      }
    }
    views = Array(views.prefix(questions == .max ? .max : 3 * questions))
    var isWithin = true
    for (columns, rows) in [(80, 24), (100, 30), (200, 60)] {
      for rendering in MapRendering.allCases {
        var times: [Double] = []
        for view in views {
          times.append(
            (0..<5).map { _ in
              time {
                let drawing = MapDrawing(view, columns: columns, rows: rows, rendering: rendering)
                precondition(drawing.lines.count == rows)
              }
            }.sorted()[2])
        }
        times.sort()
        guard let longest = times.last else { continue }
        let median = times[times.count / 2]
        print(
          "  \(columns)x\(rows) \(rendering): \(shown(median)) ms, longest \(shown(longest)) ms")
        if median > frameLimit { isWithin = false }
      }
    }
    return isWithin
  }

  /// Islands of a thousand points each, as many as a map may have bytes for.
  private static func synthetic() -> [UInt8] {
    var text = "{\"type\":\"FeatureCollection\",\"features\":[\n"
    var number = 0
    while text.utf8.count < GeoJSON.mostBytes - 25_000 {
      let (x, y) = (Double(number % 16) * 20 - 150, Double(number / 16) * 8 - 80)
      if number > 0 { text += ",\n" }
      text +=
        "{\"type\":\"Feature\",\"id\":\"i\(number)\",\"properties\":{\"kind\":\"isle\","
        + "\"name\":\"Isle \(number)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
      for corner in 0...1000 {
        let angle = Double(corner % 1000) / 1000 * 2 * .pi
        let radius = 3 + sin(angle * 20) / 4
        if corner > 0 { text += "," }
        text += "[\(places(x + radius * cos(angle))),\(places(y + radius * sin(angle)))]"
      }
      text += "]]}}"
      number += 1
    }
    return Array((text + "\n]}\n").utf8)
  }

  private static func places(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }

  private static func shown(_ milliseconds: Double) -> Double {
    (milliseconds * 100).rounded() / 100
  }

  /// The processor's time in milliseconds, so that what else the machine does counts little.
  private static func time(_ body: () -> Void) -> Double {
    var (start, end) = (timespec(), timespec())
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    body()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}
