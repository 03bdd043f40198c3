import ReciteCore
import Testing

@Suite struct TimeTests {
  @Test(
    "a time is written as it was read",
    arguments: [
      "2026-11-21T09:00:00Z", "2026-11-21T09:00:00+08:00", "1969-12-31T23:59:59-03:30",
      "2024-02-29T00:00:00.250Z", "0001-01-01T00:00:00Z",
    ])
  func roundTrip(text: String) throws {
    #expect(try #require(Timestamp(iso8601: text)).description == text)
  }

  @Test(
    "what is no time is refused",
    arguments: [
      "", "2026-11-21", "2026-02-29T09:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T09:00:00",
      "2026-11-21T09:00:00Z ", "2026-11-21T09:60Z", "2026-11-21T09:00:00+19:00",
      "٢٠٢٦-11-21T09:00Z",
    ])
  func refusal(text: String) { #expect(Timestamp(iso8601: text) == nil) }

  @Test(
    "a study day begins at the rollover on the learner's own clock",
    arguments: [
      ("2026-11-21T03:59:59+08:00", "2026-11-20"), ("2026-11-21T04:00:00+08:00", "2026-11-21"),
      ("2026-11-21T03:59:59.999Z", "2026-11-20"), ("1970-01-01T03:00:00Z", "1969-12-31"),
      ("2024-03-01T02:00:00-05:00", "2024-02-29"),
    ])
  func studyDay(time: String, day: String) throws {
    let timestamp = try #require(Timestamp(iso8601: time))
    #expect(timestamp.studyDay(rollover: .standard).description == day)
  }

  @Test("every day number and its date turn into each other")
  func civilDates() {
    for number in stride(from: -719_162, through: 2_932_896, by: 1) {
      #expect(CivilDate(Day(number: number)).number.number == number)
      if number % 97 != 0 { continue }
      #expect(Day(iso8601: Day(number: number).description)?.number == number)
    }
  }

  @Test("the generator gives the published sequence of SplitMix64 with seed 1234567")
  func splitMix() {
    var generator = SeededGenerator(seed: 1_234_567)
    let drawn = (0..<3).map { _ in generator.next() }
    #expect(
      drawn == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}
