import Support
import Testing

@Suite struct QuizLetterTests {
  @Test("a quiz puts the same letters to a learner who has answered before")
  func letters() throws {
    let rivers = try Rivers()
    func verdicts() throws -> [String] {
      let quiz = try Program.run(
        "recite",
        [
          "quiz", rivers.folder.file("rivers.md"), "--answers", "-", "--seed", "5", "--now",
          "2026-11-21T09:00:00Z", "--progress", rivers.folder.file("p.json"), "--format", "tap",
        ], input: "#by-item\nharbin: x\nborder: z\nslow: x\n",
        environment: ["HOME": rivers.folder.path], in: rivers.folder)
      return quiz.output.split(separator: "\n").map(String.init).filter { $0.contains("expect:") }
    }
    let first = try verdicts()
    #expect(first.count == 3)
    // Three options: were the letters drawn by review count, some of five rounds would differ.
    for _ in 0..<5 { #expect(try verdicts() == first) }
  }
}
