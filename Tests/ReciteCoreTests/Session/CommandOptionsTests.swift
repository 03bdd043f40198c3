import ReciteCore
import Testing

@Suite struct CommandOptionsTests {
  @Test("options stand anywhere, with their value behind them or after '='")
  func reading() throws {
    let options = try CommandOptions(
      "rivers --count 10 --topic=cause hills --pass 70% --time-limit 10m --seed=7 --practice",
      allowing: CommandOptions.Name.allCases)
    #expect(options.words == ["rivers", "hills"])
    #expect(options.count == 10 && options.topic == "cause" && options.pass == 0.7)
    #expect(options.timeLimit == 600 && options.seed == 7 && options.isPractice)
  }

  @Test(
    "a fault says which option, what it takes, and what there is",
    arguments: [
      (
        "--cuont 3",
        CommandOptions.Fault.unknown("--cuont", suggestion: "--count", known: [.count, .practice])
      ),
      ("--topic x", .unknown("--topic", suggestion: nil, known: [.count, .practice])),
      ("--count", .missingValue(.count)), ("--count=", .missingValue(.count)),
      ("--count 0", .badValue("0", .count, expected: "a whole number from 1")),
      ("--count 1 --count 2", .repeated(.count)),
      ("--practice=yes", .badValue("--practice=yes", .practice, expected: "nothing")),
    ])
  func faults(text: String, fault: CommandOptions.Fault) {
    #expect(throws: fault) { try CommandOptions(text, allowing: [.count, .practice]) }
  }

  @Test(
    "shares and times are read as the command line reads them",
    arguments: [
      ("70%", 0.7), ("0.7", 0.7), ("70", 0.7), ("100 %", 1), ("101%", nil), ("-1", nil),
      ("nan", nil), ("x", nil),
    ] as [(String, Double?)])
  func shares(text: String, share: Double?) {
    #expect(CommandOptions.share(text) == share)
  }

  @Test(
    "times",
    arguments: [
      ("90", 90), ("90s", 90), ("10m", 600), ("1h", 3600), ("24h", 86_400), ("25h", nil),
      ("0", nil), ("m", nil), ("", nil), ("9223372036854775807h", nil),
    ] as [(String, Int?)])
  func times(text: String, seconds: Int?) {
    #expect(CommandOptions.seconds(text) == seconds)
  }
}
