/// Units of measure: their names, and how many of the base unit of their dimension they are.
struct MeasureUnit: Equatable, Sendable {
  /// What it is shown and compared as.
  var name: String
  var dimension: String
  /// How many base units one of it is.
  var factor: Double

  /// A unit of its own dimension, such as `people`.
  init(name: String, dimension: String? = nil, factor: Double = 1) {
    self.name = name
    self.dimension = dimension ?? name
    self.factor = factor
  }

  static func named(_ word: String) -> MeasureUnit? { table[word] }

  /// Units whose one-letter names are also words or scales: read only right behind a number.
  static let shortNames: Set<String> = [
    "m", "s", "h", "g", "t", "l", "c", "f", "v", "w", "a", "j", "n", "k", "d", "b", "in", "min",
  ]

  /// Words that are counted and named with a number, but need not be.
  static let counted: Set<String> = [
    "people", "person", "persons", "inhabitants", "residents", "citizens", "workers", "years",
    "year", "times", "times", "provinces", "countries", "states", "days", "jobs", "deaths",
    "soldiers", "troops", "members", "items", "pieces", "units", "points", "individuals",
    "humans", "employees", "households", "families", "men", "women", "children", "students",
    "cells", "chromosomes", "pairs", "bones", "planets", "electrons", "protons", "neutrons",
    "elements", "letters", "players", "strings", "keys", "seats", "votes", "cities", "islands",
  ]

  /// Whether two things that are counted are the same for all that a number says of them: people
  /// and inhabitants, or one that is not said more of than that it was counted.
  static func areLike(_ one: String, _ other: String) -> Bool {
    vague.contains(one) || vague.contains(other) || people.contains(one) && people.contains(other)
  }

  private static let vague: Set<String> = [
    "times", "items", "pieces", "units", "points", "things", "ones", "kinds", "types", "sorts",
    "parts", "altogether", "overall", "different", "separate", "main", "please", "ago", "long",
    "old", "away", "each", "them", "maybe", "probably",
  ]

  /// Those who are counted as people, and what is counted by them.
  private static let people: Set<String> = [
    "people", "person", "persons", "inhabitants", "residents", "citizens", "workers", "labourers",
    "laborers", "jobs", "deaths", "dead", "casualties", "victims", "soldiers", "troops", "men",
    "members", "individuals", "humans", "employees", "staff", "votes", "voters", "souls", "lives",
    "migrants", "refugees", "settlers", "population", "unemployed", "peasants", "farmers", "losses",
  ]

  private static let table: [String: MeasureUnit] = {
    var table: [String: MeasureUnit] = [:]
    for (dimension, factor, names) in rows {
      let words = names.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      for word in words {
        table[word] = MeasureUnit(name: first, dimension: dimension, factor: factor)
      }
    }
    // What is no unit is passed over: without them five millivolts would be five volts.
    for base in prefixed {
      guard let unit = table[base] else { continue }
      for (prefix, factor) in prefixes {
        let made = MeasureUnit(
          name: prefix + base, dimension: unit.dimension, factor: unit.factor * factor)
        for word in [base, base + "s", base.replacing("metre", with: "meter")] {
          if table[prefix + word] == nil { table[prefix + word] = made }
        }
      }
    }
    return table
  }()

  /// The units that stand behind a prefix of the SI, by their names in full.
  private static let prefixed = [
    "metre", "gram", "second", "litre", "joule", "watt", "newton", "volt", "ampere", "amp", "ohm",
    "pascal", "hertz", "mole", "byte",
  ]
  /// - Source: BIPM, The International System of Units, 9th edition, table 7.
  private static let prefixes: [(String, Double)] = [
    ("pico", 1e-12), ("nano", 1e-9), ("micro", 1e-6), ("milli", 1e-3), ("centi", 1e-2),
    ("deci", 0.1), ("hecto", 100), ("kilo", 1e3), ("mega", 1e6), ("giga", 1e9), ("tera", 1e12),
  ]

  /// Dimension, factor, then the name and its aliases.
  private static let rows: [(String, Double, String)] = [
    ("percent", 1, "percent % pct percents percentage perc prozent"),
    ("length", 1, "metre m metres meter meters mtr"),
    ("length", 1000, "kilometre km kms kilometres kilometer kilometers"),
    ("length", 0.01, "centimetre cm centimetres centimeter centimeters"),
    ("length", 0.001, "millimetre mm millimetres millimeter millimeters"),
    ("length", 1e-6, "micrometre um micrometres micrometer micrometers micron microns"),
    ("length", 1e-9, "nanometre nm nanometres nanometer nanometers"),
    ("length", 1609.344, "mile miles mi"), ("length", 0.3048, "foot feet ft"),
    ("length", 0.0254, "inch inches"), ("length", 0.9144, "yard yards yd"),
    ("mass", 1, "kilogram kg kgs kilograms kilogramme kilogrammes kilo kilos"),
    ("mass", 0.001, "gram g grams gramme grammes"), ("mass", 1e-6, "milligram mg milligrams"),
    ("mass", 1000, "tonne t tonnes ton tons"), ("mass", 0.45359237, "pound-mass lb lbs"),
    ("mass", 0.028349523125, "ounce oz ounces"),
    ("time", 1, "second s sec secs seconds"), ("time", 60, "minute min mins minutes"),
    ("time", 3600, "hour h hr hrs hours"), ("time", 86400, "day d days"),
    ("time", 604800, "week weeks wk"), ("time", 0.001, "millisecond ms milliseconds"),
    ("month", 1, "month months"), ("year", 1, "year years yr yrs"),
    ("area", 1, "square-metre m2 sqm"), ("area", 1e6, "square-kilometre km2 sqkm"),
    ("area", 1e4, "hectare ha hectares"), ("area", 4046.8564224, "acre acres"),
    ("area", 2589988.110336, "square-mile sqmi mi2"),
    ("volume", 1, "litre l litres liter liters"),
    ("volume", 0.001, "millilitre ml millilitres milliliter milliliters cm3 cc"),
    ("volume", 1000, "cubic-metre m3"),
    ("speed", 1, "m/s mps"), ("speed", 1 / 3.6, "km/h kmh kph kmph"), ("speed", 0.44704, "mph"),
    ("energy", 1, "joule j joules"), ("energy", 1000, "kilojoule kj kilojoules"),
    ("energy", 4184, "kilocalorie kcal kilocalories"), ("energy", 4.184, "calorie cal calories"),
    ("energy", 3.6e6, "kilowatt-hour kwh"), ("energy", 3.6e9, "megawatt-hour mwh"),
    ("energy", 3.6e12, "gigawatt-hour gwh"), ("energy", 3.6e15, "terawatt-hour twh"),
    ("power", 1, "watt w watts"),
    ("power", 1000, "kilowatt kw kilowatts"), ("power", 1e6, "megawatt mw megawatts"),
    ("power", 1e9, "gigawatt gw gigawatts"), ("force", 1, "newton n newtons"),
    ("celsius", 1, "celsius °c c centigrade degc"), ("fahrenheit", 1, "fahrenheit °f f degf"),
    ("kelvin", 1, "kelvin k kelvins"), ("angle", 1, "degree ° degrees deg"),
    ("voltage", 1, "volt v volts"), ("voltage", 1000, "kilovolt kv kilovolts"),
    ("voltage", 0.001, "millivolt mv"), ("current", 0.001, "milliampere ma"),
    ("current", 1, "ampere a amp amps amperes"), ("resistance", 1, "ohm ohms ω"),
    ("pressure", 1, "pascal pa pascals"), ("pressure", 1000, "kilopascal kpa"),
    ("pressure", 100, "hectopascal hpa"), ("pressure", 1e6, "megapascal mpa"),
    ("pressure", 101_325, "atmosphere atm atmospheres"), ("pressure", 100_000, "bar bars"),
    ("frequency", 1, "hertz hz"), ("frequency", 1e3, "kilohertz khz"),
    ("frequency", 1e6, "megahertz mhz"), ("frequency", 1e9, "gigahertz ghz"),
    ("amount", 1, "mole mol moles"),
    ("data", 1, "byte bytes"), ("data", 1e3, "kilobyte kb kilobytes"),
    ("data", 1e6, "megabyte mb megabytes"), ("data", 1e9, "gigabyte gb gigabytes"),
    ("data", 1e12, "terabyte tb terabytes"),
    ("dollar", 1, "dollar $ dollars usd us$ bucks"), ("euro", 1, "euro € euros eur"),
    ("pound", 1, "pound £ pounds gbp quid"), ("yuan", 1, "yuan ¥ rmb renminbi cny kuai"),
    ("yen", 1, "yen jpy"), ("cent", 1, "cent cents"), ("bce", 1, "bc bce"), ("ce", 1, "ad ce"),
    ("oclock", 1, "oclock"), ("am", 1, "am"), ("pm", 1, "pm"),
  ]
}
