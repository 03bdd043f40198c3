import Testing

@testable import ReciteCore

/// Names of several words: what may be slipped in, left out and put beside them, and what makes
/// another name of them.
@Suite struct NameTests {
  @Test func `a slip that makes another word is one where the rest tells what is meant`() {
    expectMarks(
      """
      + Buenos Aires <- buenos ares
      + Berlin Wall <- berlin wal
      + Sierra Leone <- Sierra Leon
      + Strait of Malacca <- straight of malacca
      + Marshall Plan <- marshal plan
      + New Zealand <- new zeeland
      + Los Angeles <- los angels
      + Isaac Newton <- Issac Newton
      + planned economy <- planed economy
      + Trail of Tears <- trial of tears
      - Berlin Wall <- Berlin Hall / Berlin Walk
      - Shaanxi Province <- Shanxi Province
      - Hunan Province <- Henan Province
      - sodium nitrate <- sodium nitrite
      - nuclear fission <- nuclear fusion
      - foreign policy <- foreign police
      - wall <- wal
      - Wall of Red <- Wal of Rod
      """)
    let grader = Grader(lexicon: shippedLexicon, packs: [])
    let ofAnother = grader.grade(
      "berlin wal", for: .answer(accepted: ["Berlin Wall"], others: ["Wal"], rejected: []))
    #expect(ofAnother.outcome == .wrong)
    let list = grader.grade(
      "marshal plan, berlin wal, iron curtan",
      for: .list(
        [Accepted("Berlin Wall"), Accepted("Iron Curtain"), Accepted("Marshall Plan")], need: nil,
        isOrdered: false, others: []))
    #expect(list.credit == 1)
  }

  @Test func `one Chinese syllable is no slip from another`() {
    expectMarks(
      """
      - Qing dynasty <- Qin dynasty / Ming dynasty / Jing dynasty
      - Jin dynasty <- Qin dynasty
      - Zhou Enlai <- Zhu De
      + Zhou Enlai <- Zhu Enlai
      + Ho Chi Minh City <- Ho shi Minh City
      + Qing dynasty <- Qing dinasty
      """)
  }

  @Test func `another member of a kind is another name`() {
    expectMarks(
      """
      - Crimean War <- Korean War / Boer War / Crimean Peninsula / war
      - Treaty of Versailles <- Treaty of Paris / treaty
      - Battle of Hastings <- Battle of Naseby / battle
      - Ural Mountains <- Altai Mountains / mountains
      - Blue Ridge Mountains <- Blue Mountains
      - Songhua River <- Songhua Lake
      - Baffin Bay <- Baffin Island
      - Lake Victoria <- Queen Victoria / Victoria River
      - Mt Everest <- Lake Everest
      - Roman Empire <- Roman kingdom
      - Pope Francis <- King Francis
      + Mount Everest <- Everest mountain
      + Songhua River <- Songhua
      + Queen Victoria <- Victoria / Empress Victoria
      """)
  }

  @Test func `what is named after somebody is not named by its noun`() {
    expectMarks(
      """
      - Monroe Doctrine <- Doctrine
      - Stanley Cup <- Cup
      - Bill of Rights <- Rights
      - Jim Crow Laws <- Laws
      - Newton's Cradle <- Cradle
      - April Theses <- Theses
      - Long March <- March
      - Long Island <- Long
      - Peter the Great <- Great
      - William of Orange <- Orange
      - Martin Luther King <- Martin Luther
      - Martin Luther <- Martin Luther King
      - Stephen King <- Stephen
      + Stephen King <- King
      + Bill Gates <- Gates
      + Rosa Parks <- Parks
      + August Strindberg <- Strindberg
      """)
  }

  @Test func `an initial stands for a word of a name, and a word for an initial`() {
    expectMarks(
      """
      + North Korea <- N Korea / n. korea
      + Northern Ireland <- N. Ireland
      + South China Sea <- S. China Sea
      + Franklin D. Roosevelt <- Franklin Delano Roosevelt / F. D. Roosevelt
      + John Adams <- J. Adams
      - John Adams <- S. Adams
      - North Korea <- S Korea
      - Emily Brontë <- C. Brontë
      - Malcolm X <- Malcolm Xavier
      - Vitamin C <- Vitamin Carotene
      """)
    let grader = Grader(lexicon: shippedLexicon, packs: [])
    let list = grader.grade(
      "russia, n korea and mongolia",
      for: .list(
        [Accepted("Russia"), Accepted("North Korea"), Accepted("Mongolia")], need: nil,
        isOrdered: false, others: []))
    #expect(list.credit == 1)
  }

  @Test func `initials may be run together, and a middle name left out`() {
    expectMarks(
      """
      + Hugh Hammond Bennett <- H. H. Bennett / H.H. Bennett / HH Bennett / H. Bennett
      + Hugh Hammond Bennett <- Hugh Bennett / Hugh H. Bennett
      + Johann Sebastian Bach <- J.S. Bach / JS Bach
      + United Nations Security Council <- UN Security Council
      - Hugh Hammond Bennett <- J. H. Bennett / H. J. Bennett / H. H.
      """)
  }

  @Test func `a name takes what kind of thing it is beside it`() {
    expectMarks(
      """
      + Aegean <- Aegean Sea
      + Marmara <- Sea of Marmara
      + Hormuz <- Strait of Hormuz
      + Biscay <- Bay of Biscay
      + Sahara <- Sahara Desert
      + Everest <- Mount Everest
      + Aegean Sea <- Aegean
      - Mexico <- Gulf of Mexico
      - Bengal <- Bay of Bengal
      - Japan <- Sea of Japan
      - Korean War <- Korean
      + Daza <- President Daza
      + Raleigh <- Sir Walter Raleigh
      + Horatio Nelson <- Admiral Nelson / Lord Nelson
      + Erwin Rommel <- Field Marshal Rommel
      + Wilhelm II <- Kaiser Wilhelm II
      + Security Council <- UN Security Council / United Nations Security Council
      + Supreme Court <- US Supreme Court
      - Queen Anna Foo War <- Queen War
      - strike <- general strike
      - crab <- king crab
      - division <- cell division
      + insulin <- the hormone insulin
      """)
  }

  @Test func `some things are known by two names`() {
    expectMarks(
      """
      + Britain <- Great Britain
      + Great Britain <- Britain
      + Battle of Britain <- battle of great britain
      + atomic bomb <- atom bomb / nuclear bomb / atom bom
      + collieries <- coal mines
      + coal mine <- colliery
      + Britain (UK) <- Great Britain / Britain
      + United States <- USA / U.S. / US / United States of America
      + USA <- the United States
      + UK <- United Kingdom
      + U.S. Congress <- United States Congress
      + United Arab Emirates <- UAE
      + Soviet Union <- USSR
      + west side of the island <- western side of the island
      + northern coast <- north coast
      + telephone <- phone
      + aeroplanes <- planes / airplane
      + railway <- railroad / rail
      + somebody else <- someone else
      - United States <- UK / UAE / USSR
      - UK <- US / UN
      - South Africa <- southern Africa
      - west side <- eastern side
      - atomic bomb <- hydrogen bomb
      - coal mine <- gold mine
      - Brittany <- Great Britain
      """)
  }

  @Test func `initials are no answer to what they stand for`() {
    var meaning = item(.text(Accepted("United Arab Emirates")))
    meaning.stem = [.paragraph(RichText("What does UAE stand for?"))]
    #expect(verdict("UAE", meaning)?.outcome == .wrong)
    #expect(verdict("U.A.E.", meaning)?.outcome == .wrong)
    #expect(verdict("united arab emirates", meaning)?.outcome == .correct)
    meaning.stem = [.paragraph(RichText("Which country is Dubai in?"))]
    #expect(verdict("UAE", meaning)?.outcome.isRight == true)
  }
}
