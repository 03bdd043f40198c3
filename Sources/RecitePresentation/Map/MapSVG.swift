import ReciteCore
import ReciteFormats

/// A map as a drawing within an HTML page: black on white, so that any printer does it justice.
struct MapSVG {
  private let view: MapView
  private let projection: Projection
  private static let width = 640
  private static let height = 430
  /// The part of the drawing for which the map has data; only that is shown.
  private let frame: (left: Double, top: Double, right: Double, bottom: Double)
  private var taken: [(x: Double, y: Double, width: Double, height: Double)] = []
  private let id: String

  /// A drawing of a view; `id` is a name of its own on its page, of letters and digits.
  init(_ view: MapView, id: String) {
    self.view = view
    self.id = id
    projection = Projection(
      box: view.box, window: view.map.window, columns: MapSVG.width, rows: MapSVG.height,
      dotAspect: 1)
    let corners = [
      projection.dot(of: GeoPoint(view.map.window.west, view.map.window.north)),
      projection.dot(of: GeoPoint(view.map.window.east, view.map.window.south)),
    ]
    // A map of the whole globe, or of a stretch across the antimeridian, has no edges to show.
    let hasEdges = corners[0].x < corners[1].x && view.map.window.width < 300
    frame = (
      hasEdges ? max(0, corners[0].x) : 0, max(0, corners[0].y),
      hasEdges ? min(Double(MapSVG.width), corners[1].x) : Double(MapSVG.width),
      min(Double(MapSVG.height), corners[1].y)
    )
  }

  /// The attributes of a rectangle round what is shown.
  private var rectangle: String {
    "x=\"\(number(frame.left))\" y=\"\(number(frame.top))\" "
      + "width=\"\(number(frame.right - frame.left))\" "
      + "height=\"\(number(frame.bottom - frame.top))\""
  }

  var text: String {
    var drawing = self
    return drawing.drawn()
  }

  /// How tall a map is on paper at most, in millimetres: under half of what Letter leaves.
  private static let tallest = 88.0

  private mutating func drawn() -> String {
    let size =
      "\(number(frame.left)) \(number(frame.top)) \(number(frame.right - frame.left)) "
      + number(frame.bottom - frame.top)
    let words = MapDescription.paragraphs(of: view).joined(separator: "; ")
    var svg = "<svg class=\"map\" viewBox=\"\(size)\" role=\"img\" "
    // Two questions on maps share a page of A4 or Letter.
    let tall = max(1, frame.bottom - frame.top)
    let widest = MapSVG.tallest * (frame.right - frame.left) / tall
    svg += "style=\"max-width:min(100% - 2em,\(number(widest))mm)\" "
    svg += "aria-label=\"\(HTMLWriter.escaped("Map. " + words))\">\n"
    svg += "<defs><clipPath id=\"\(id)\"><rect \(rectangle)/>"
    svg += "</clipPath></defs>\n<g clip-path=\"url(#\(id))\">\n"
    let ground = view.map.hasSea ? "sea" : "land"
    svg += "<rect class=\"\(ground)\" \(rectangle)/>\n"
    for feature in view.map.features where feature.isArea { svg += area(feature) }
    for feature in view.map.features { svg += line(feature) }
    svg += "</g>\n"
    let marks = self.marks()
    for feature in view.map.features { svg += point(feature) }
    svg += names() + marks
    svg += "<rect class=\"frame\" \(rectangle)/>\n</svg>"
    return svg
  }

  // MARK: Shapes

  private func place(_ point: GeoPoint) -> (x: Double, y: Double) { projection.dot(of: point) }

  private func number(_ value: Double) -> String {
    // A tenth of a unit is less than a printer shows; far away nothing is seen.
    let bounded = min(max(value, -9_999), 9_999)
    let tenths = Int((bounded * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }

  private func path(_ points: [GeoPoint], closed: Bool) -> String {
    var path = ""
    var last = ""
    for point in points {
      let (x, y) = place(point)
      let step = "\(number(x)) \(number(y))"
      guard step != last else { continue }
      path += (path.isEmpty ? "M" : "L") + step
      last = step
    }
    return path + (closed ? "Z" : "")
  }

  private func area(_ feature: MapFeature) -> String {
    guard case .areas(let rings)? = feature.shape, isSeen(feature) else { return "" }
    var style = feature.kind == MapFeature.seaKind ? "sea" : feature.isFocus ? "focus" : "land"
    if feature.id == view.marked || feature.id == view.subject { style = "asked" }
    let path = rings.map { self.path($0, closed: true) }.joined()
    return "<path class=\"\(style)\" d=\"\(path)\"/>\n"
  }

  private func isSeen(_ feature: MapFeature) -> Bool {
    feature.bounds.map { projection.box.meets($0) } ?? false
  }

  private func line(_ feature: MapFeature) -> String {
    guard case .lines(let lines)? = feature.shape, isSeen(feature) else { return "" }
    let isAsked = feature.id == view.marked
    return "<path class=\"\(isAsked ? "river asked-line" : "river")\" d=\""
      + lines.map { path($0, closed: false) }.joined() + "\"/>\n"
  }

  private mutating func point(_ feature: MapFeature) -> String {
    guard let point = feature.point, isSeen(feature), feature.id != view.marked,
      !view.letters.contains(feature.id), view.named.contains(feature.id),
      feature.kind != MapFeature.seaKind
    else { return "" }
    let (x, y) = place(point)
    return "<circle class=\"city\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"4\"/>\n"
  }

  // MARK: Marks and names

  /// The question mark, and the letters.
  private mutating func marks() -> String {
    var svg = ""
    var marks = view.letters.enumerated().map { ($1, AskedForm.letter($0)) }
    if let marked = view.marked { marks.append((marked, "?")) }
    for (id, sign) in marks {
      guard let feature = view.map.feature(id), let middle = middle(of: feature) else { continue }
      let (x, y) = middle
      svg += "<circle class=\"mark\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"13\"/>"
      svg += "<text class=\"sign\" x=\"\(number(x))\" y=\"\(number(y + 6))\">\(sign)</text>\n"
      taken.append((x - 14, y - 14, 28, 28))
    }
    return svg
  }

  /// Where a place's mark or name stands: its label, or the middle of what is seen of it.
  private func middle(of feature: MapFeature) -> (x: Double, y: Double)? {
    func isInside(_ place: (x: Double, y: Double)) -> Bool {
      place.x > frame.left + 14 && place.y > frame.top + 14 && place.x < frame.right - 14
        && place.y < frame.bottom - 14
    }
    if let point = feature.point { return place(point) }
    if let label = feature.label, isInside(place(label)) { return place(label) }
    guard let bounds = feature.bounds, projection.box.meets(bounds) else { return nil }
    if case .lines(let lines)? = feature.shape {
      let points = lines.flatMap { $0 }.map(place).filter(isInside)
      return points.isEmpty ? nil : points[points.count / 2]
    }
    // The dot of the shape that lies furthest from the edge of the picture, of a coarse grid.
    var best: (x: Double, y: Double, room: Double)?
    for row in 1..<20 {
      for column in 1..<30 {
        let x = Double(column * MapSVG.width) / 30
        let y = Double(row * MapSVG.height) / 20
        guard isInside((x, y)), feature.contains(ground(x, y)) else { continue }
        let room =
          min(
            feature.contains(ground(x - 30, y)) ? 1.0 : 0,
            feature.contains(ground(x + 30, y)) ? 1 : 0)
          + min(
            feature.contains(ground(x, y - 22)) ? 1.0 : 0,
            feature.contains(ground(x, y + 22)) ? 1 : 0)
          + min(x - frame.left, frame.right - x, y - frame.top, frame.bottom - y) / 1_000
        if room > best?.room ?? -1 { best = (x, y, room) }
      }
    }
    return best.map { ($0.x, $0.y) }
  }

  private func ground(_ x: Double, _ y: Double) -> GeoPoint {
    GeoPoint(
      projection.box.west + x / Double(MapSVG.width) * projection.box.width,
      projection.box.north - y / Double(MapSVG.height) * projection.box.height)
  }

  /// The names that find room, the most important first.
  private mutating func names() -> String {
    var svg = ""
    for id in view.named {
      guard let feature = view.map.feature(id), isSeen(feature), let middle = middle(of: feature)
      else { continue }
      let isPoint = feature.isPoint
      let width = Double(feature.name.count) * 8 + 4
      let x = isPoint ? middle.x + 8 + width / 2 : middle.x
      let y = middle.y
      let box = (x: x - width / 2, y: y - 9, width: width, height: 18.0)
      guard box.x > frame.left + 2, box.y > frame.top + 2, box.x + width < frame.right - 2,
        box.y + 18 < frame.bottom - 2,
        !taken.contains(where: {
          box.x < $0.x + $0.width && $0.x < box.x + box.width && box.y < $0.y + $0.height
            && $0.y < box.y + box.height
        })
      else { continue }
      taken.append(box)
      let style = feature.kind == MapFeature.seaKind ? "name water" : "name"
      svg += "<text class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y + 5))\">"
      svg += HTMLWriter.escaped(feature.name) + "</text>\n"
    }
    return svg
  }
}
