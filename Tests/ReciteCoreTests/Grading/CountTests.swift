import Testing

@testable import ReciteCore

/// Numbers with what they count.
@Suite struct CountTests {
  @Test func `what is counted is part of an answer that says it`() {
    expectMarks(
      """
      - 60 million people <- 60 million dollars / 60 million km / 60 million cars
      - 206 bones <- 206 muscles
      - 7 continents <- 7 oceans
      - 3 branches <- 3 kg
      + 60 million people <- 60 million inhabitants / 60 million poor people / 60 million in total
      + 206 bones <- 206 / 206 in adults / 206 bnes
      + 4 chambers <- four different chambers / four of them
      + 206 <- 206 bones
      """)
  }

  @Test func `a number in a name is no quantity`() {
    expectMarks(
      """
      - Thirty Years' War <- thirty
      - Six-Day War <- six
      - Five-Year Plan <- Five-Year War
      + Thirty Years' War <- 30 years war
      + World War I <- WW1
      """)
  }

  @Test func `the beginning of a century is the early century`() {
    expectMarks(
      """
      + early nineteenth century <- beginning of the nineteenth century / start of the 19th century
      + late 1980s <- end of the 1980s
      + end of 1989 <- late 1989
      + mid-1950s <- middle of the 1950s
      - early nineteenth century <- end of the nineteenth century / nineteenth century
      - late 1980s <- beginning of the 1980s
      + end of the world <- the end of the world
      """)
  }

  @Test func `a third is a share where nothing follows that has a third`() {
    expectMarks(
      """
      + one third <- a third / about a third / a third of the land
      + 1/5 <- a fifth
      - one third <- third / a third party / a quarter
      - 3 <- a third
      + third <- third
      """)
  }

  @Test func `a number item does not take the number of something else`() {
    let bones = item(
      .number(NumberKey(target: .exactly(206), unit: "bones", written: Accepted("206 bones"))))
    #expect(verdict("206 muscles", bones)?.outcome == .wrong)
    #expect(verdict("206 kg", bones)?.outcome == .wrong)
    #expect(verdict("206", bones)?.outcome.isRight == true)
    #expect(verdict("206 bones", bones)?.outcome.isRight == true)
  }
}
