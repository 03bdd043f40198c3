import ReciteCore

/// One tag of HTML: its name, whether it closes, its attributes.
struct HTMLTag {
  /// What a tag does to the text.
  enum Role: Equatable {
    case style(RichText.Style)
    case block
    case lineBreak
    case list(isNumbered: Bool)
    case listItem
    case quotation
    case table
    case row
    case cell
    case preformatted
    case link
    case image
    case shifted([Unicode.Scalar: Unicode.Scalar])
    /// The mark is lost, its text kept.
    case dropped
    /// The element is lost with all that is in it.
    case hidden
    /// Says nothing unless it has attributes.
    case bare
  }

  let name: String
  let isClosing: Bool
  let attributes: [String: String]
  /// The index behind `>`.
  let end: Int

  /// A tag longer than this is text.
  private static let longest = 20_000

  init?(_ text: [Unicode.Scalar], at start: Int) {
    var index = start + 1
    isClosing = index < text.count && text[index] == "/"
    if isClosing { index += 1 }
    var name = ""
    while index < text.count, name.count < 16, text[index].isASCII,
      text[index].properties.isAlphabetic || ("0"..."9").contains(text[index]) && !name.isEmpty
    {
      name.unicodeScalars.append(text[index])
      index += 1
    }
    guard !name.isEmpty, index < text.count else { return nil }
    self.name = name.lowercased()
    var attributes: [String: String] = [:]
    let limit = min(text.count, start + HTMLTag.longest)
    while index < limit {
      switch text[index] {
      case ">":
        self.attributes = attributes
        end = index + 1
        return
      case "/": index += 1
      case _ where text[index].properties.isWhitespace: index += 1
      case "<": return nil
      default:
        guard let (key, value) = HTMLTag.attribute(text, &index, limit) else { return nil }
        attributes[key] = value
      }
    }
    return nil
  }

  private static func attribute(
    _ text: [Unicode.Scalar], _ index: inout Int, _ limit: Int
  ) -> (String, String)? {
    var key = String.UnicodeScalarView()
    while index < limit, text[index] != "=", text[index] != ">", text[index] != "/",
      !text[index].properties.isWhitespace
    {
      key.append(text[index])
      index += 1
    }
    while index < limit, text[index].properties.isWhitespace { index += 1 }
    guard index < limit else { return nil }
    guard text[index] == "=" else {
      // A lone quotation mark or the like would never move on.
      if key.isEmpty { index += 1 }
      return (String(key).lowercased(), "")
    }
    index += 1
    while index < limit, text[index].properties.isWhitespace { index += 1 }
    guard index < limit else { return nil }
    var value = String.UnicodeScalarView()
    let mark = text[index]
    let isQuoted = mark == "\"" || mark == "'"
    if isQuoted { index += 1 }
    while index < limit {
      let scalar = text[index]
      if isQuoted ? scalar == mark : scalar == ">" || scalar.properties.isWhitespace { break }
      if scalar == "&", let (decoded, end) = Entity.read(text, at: index), end <= limit {
        value.append(decoded)
        index = end
      } else {
        value.append(scalar)
        index += 1
      }
    }
    if isQuoted { index += 1 }
    value.removeAll { TextScreen.isForbidden($0.value) }
    return (String(key).lowercased(), String(value))
  }

  /// The elements that question texts are made of.
  static let roles: [String: Role] = {
    var roles: [String: Role] = [
      "b": .style(.strong), "strong": .style(.strong), "i": .style(.emphasis),
      "em": .style(.emphasis), "cite": .style(.emphasis), "dfn": .style(.emphasis),
      "var": .style(.emphasis), "code": .style(.code), "tt": .style(.code), "kbd": .style(.code),
      "samp": .style(.code), "br": .lineBreak, "ul": .list(isNumbered: false),
      "ol": .list(isNumbered: true), "li": .listItem, "blockquote": .quotation, "table": .table,
      "tr": .row, "td": .cell, "th": .cell, "pre": .preformatted, "a": .link, "img": .image,
      "sup": .shifted(raised), "sub": .shifted(lowered), "span": .bare, "font": .bare,
    ]
    for name in [
      "p", "div", "section", "article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
      "center", "hr", "dl", "dt", "dd", "figure", "figcaption", "address", "caption",
    ] {
      roles[name] = .block
    }
    for name in [
      "u", "s", "del", "ins", "strike", "mark", "small", "big", "abbr", "acronym", "q", "ruby",
      "rt",
      "rp", "label", "button", "form", "input", "select", "option", "textarea", "embed", "param",
      "source", "col", "colgroup", "wbr", "bdi", "bdo", "nobr",
    ] {
      roles[name] = .dropped
    }
    for name in ["thead", "tbody", "tfoot", "html", "body", "main"] { roles[name] = .bare }
    for name in [
      "script", "style", "svg", "math", "iframe", "object", "audio", "video", "canvas", "head",
      "title", "template", "noscript",
    ] {
      roles[name] = .hidden
    }
    return roles
  }()

  private static let raised = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-=()n".unicodeScalars, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ".unicodeScalars))
  private static let lowered = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-=()".unicodeScalars, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎".unicodeScalars))
}

/// The entities of HTML: `&amp;`, `&eacute;`, `&#8217;`.
enum Entity {
  /// The character of the entity that begins at `&`, and the index behind it; nil where it is none.
  static func read(_ text: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int)? {
    var end = start + 1
    while end < text.count, end - start < 12, text[end] != ";" {
      guard text[end].isASCII,
        text[end] == "#" || text[end].properties.isAlphabetic
          || ("0"..."9").contains(text[end])
      else { return nil }
      end += 1
    }
    guard end < text.count, text[end] == ";" else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: text[start + 1..<end])
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
    return named[name].map { ($0, end + 1) }
  }

  /// - Source: WHATWG HTML, named character references; those of HTML 4 that teachers' texts use.
  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
      "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
      "hellip": "…", "bull": "•", "euro": "€", "trade": "™", "rarr": "→", "larr": "←", "uarr": "↑",
      "darr": "↓", "harr": "↔", "rArr": "⇒", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈",
      "infin": "∞", "minus": "−", "radic": "√", "sum": "∑", "permil": "‰", "prime": "′",
      "OElig": "Œ",
      "oelig": "œ", "Scaron": "Š", "scaron": "š", "ensp": " ", "emsp": " ", "thinsp": " ",
      "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ",
      "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω",
      "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "theta": "θ",
    ]
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt32(0xa0 + index))
    }
    return named
  }()
}
