import Testing

@testable import ReciteCore

/// Answers as learners of many subjects type them, each with what a fair teacher would say.
///
/// `+ key | alias <- answer` is right, `- key <- answer` is not; a stroke parts several answers.
/// They were written by imagining learners, not rules. On its first run the grader agreed with nine
/// in ten; what is in here now is what it agrees with after general rules were mended.
@Suite struct TypedAnswerTests {
  @Test func `learners of many subjects are marked as a fair teacher would`() {
    expectMarks(Self.answers)
  }

  private static let answers = #"""
    + photosynthesis <- it's photosynthesis
    + photosynthesis <- Photosynthesis!
    + photosynthesis <- the process of photosynthesis
    + photosynthesis <- fotosynthesis
    + photosynthesis <- photosynthesis in plants
    + photosynthesis <- I believe it's called photosynthesis
    - photosynthesis <- respiration
    - photosynthesis <- chemosynthesis
    - photosynthesis <- not photosynthesis
    - photosynthesis <- photosynthesis or respiration
    + mitochondria <- mitochondrion
    + mitochondria <- the mitochondria
    + mitochondria <- mitocondria
    - mitochondria <- chloroplast
    - mitosis <- meiosis
    - meiosis <- mitosis
    + Albert Einstein <- Einstein
    + Albert Einstein <- einstien
    + Albert Einstein <- A. Einstein
    + Albert Einstein <- Einstein, Albert
    - Albert Einstein <- Albert
    + Einstein <- Albert Einstein
    + Isaac Newton <- Sir Isaac Newton
    + Isaac Newton <- Newton
    + Marie Curie <- Curie
    - Marie Curie <- Pierre Curie
    + Wolfgang Amadeus Mozart <- Mozart
    + Wolfgang Amadeus Mozart <- Wolfgang Mozart
    + Franklin D. Roosevelt <- Franklin Roosevelt
    - Franklin D. Roosevelt <- Theodore Roosevelt
    + Napoleon Bonaparte <- Napoleon
    + Deng Xiaoping <- Deng
    + Henry VIII <- Henry the Eighth
    + Henry VIII <- King Henry 8
    - Henry VIII <- Henry VII
    - Henry VIII <- Henry
    + Louis XIV <- louis 14
    - Louis XIV <- Louis XVI
    + Treaty of Versailles <- Versailles Treaty
    + Treaty of Versailles <- Versailles
    + Treaty of Versailles <- the versailles treaty
    - Treaty of Versailles <- Treaty of Vienna
    + Battle of Hastings <- Hastings
    + World War I <- First World War
    + World War I <- ww1 / WWI
    + World War I <- world war one
    - World War I <- World War II
    + 1989 <- nineteen eighty-nine
    + 1989 <- in 1989
    + 1989 <- November 1989
    + 1989 <- 9 November 1989
    - 1989 <- 1998
    - 1989 <- 89 BC
    - 1989 <- before 1989
    - 1989 <- 1989 or 1990
    - 1989 <- 1980s
    + 1066 <- 1066 AD
    + 1066 <- the year 1066
    + 44 BC <- 44 BCE
    + 44 BC <- 44 B.C.
    - 44 BC <- 44 AD
    + 1950s <- the fifties
    + 1950s <- 1950's
    + 1950s <- the nineteen-fifties
    + 1950s <- 50s
    - 1950s <- 1960s
    - 1950s <- 1950
    + 19th century <- 1800s
    + 19th century <- XIX century
    + 19th century <- in the nineteenth century
    + 19th century <- 19th c.
    - 19th century <- 18th century
    - 19th century <- 1900s
    + 14 July 1789 <- July 14, 1789
    + 14 July 1789 <- 14.7.1789
    + 14 July 1789 <- 14/07/1789
    + 14 July 1789 <- the 14th of July 1789
    + 14 July 1789 <- 14 jul 1789
    + 14 July 1789 <- fourteenth of July, 1789
    - 14 July 1789 <- 4 July 1789
    - 14 July 1789 <- 14 June 1789
    - 14 July 1789 <- 14 July 1798
    + July 1914 <- july, 1914
    + 4 July <- July 4th
    + 4 July <- the fourth of July
    + 100 °C <- 100 degrees Celsius
    + 100 °C <- 100 C
    + 100 °C <- one hundred degrees
    + 100 °C <- 100
    - 100 °C <- 100 °F
    - 100 °C <- 212
    - 100 °C <- 0 °C
    + 9.8 m/s² <- 9.8 m/s^2
    + 9.8 m/s² <- 9.8 m/s2
    + 9.8 m/s² <- 9.8 metres per second squared
    + 300,000 km/s <- 300000 km/s
    + 300,000 km/s <- 3 x 10^5 km/s
    + 300,000 km/s <- 300,000 kilometres per second
    - 300,000 km/s <- 300,000 m/s
    + 3 × 10^8 m/s <- 300000000 m/s
    + 3 × 10^8 m/s <- 3e8 m/s
    + 5 km <- 5000 m
    + 5 km <- 5 kms
    - 5 km <- 5 miles
    - 5 km <- 50 km
    + 1.5 litres <- 1500 ml
    + 1.5 litres <- 1.5 l
    + 1.5 litres <- one and a half litres
    + half <- 1/2
    + 1/2 <- one half
    + 1/2 <- 0.5
    + 1/2 <- half
    + 3/4 <- three quarters
    + 3/4 <- 75%
    - 3/4 <- 4/3
    + two thirds <- 2/3
    + 25% <- a quarter
    + 25% <- 25 per cent of the population
    + 12 million <- 12,000,000
    + 12 million <- twelve million
    + 12 million <- 12m
    + 12 million <- 12 mio
    + 12 million <- roughly 12 million people
    - 12 million <- 12 billion
    - 12 million <- 1.2 million
    + 100 million <- more than 100 million
    + 100 million <- over 100 million
    - 100 million <- less than 100 million
    + 46 <- 46 chromosomes
    + 46 <- forty-six
    + 46 <- 46 in total
    - 46 <- 23
    - 46 <- 46 or 48
    + 206 bones <- 206
    - -40 <- 40
    + -40 <- minus 40
    + -40 <- −40
    + $2 trillion <- 2 trillion dollars
    + $2 trillion <- US$2 trillion
    + $2 trillion <- 2tn dollars
    + €50 <- 50 euros
    - €50 <- $50
    + 1914-1918 <- 1914 to 1918
    + 1914-1918 <- 1914–18
    + 1914-1918 <- from 1914 until 1918
    - 1914-1918 <- 1939-1945
    - 1914-1918 <- 1914
    + H2O <- H₂O
    + H2O <- h2o
    - H2O <- H2O2
    - H2O <- HO2
    + CO2 <- CO₂
    - CO2 <- CO
    + carbon dioxide | CO2 <- carbon di-oxide
    + carbon dioxide <- carbondioxide
    + carbon dioxide <- carbon dioxide gas
    - carbon dioxide <- carbon monoxide
    - carbon dioxide <- carbon
    + sodium chloride | NaCl <- Nacl
    - sodium chloride <- sodium chlorate
    - sodium <- potassium
    + sodium <- sodium (Na)
    + sulphur <- sulfur
    + aluminium <- aluminum
    + oxygen <- oxygen gas
    - oxygen <- nitrogen
    + haemoglobin <- hemoglobin
    + oesophagus <- esophagus
    + colour <- color
    + organisation <- organization
    + archaeology <- archeology
    + travelling <- traveling
    + theatre <- theater
    + deoxyribonucleic acid | DNA <- D.N.A.
    + deoxyribonucleic acid | DNA <- dna
    - DNA <- RNA
    + NATO <- N.A.T.O.
    + NATO <- nato
    - NATO <- NAFTA
    + North Atlantic Treaty Organization | NATO <- north atlantic treaty organisation
    - HTTP <- HTTPS
    - C++ <- C
    + the Nile <- Nile
    + Nile <- the river Nile
    + Nile <- Nile River
    + River Thames <- Thames
    + Mount Everest <- Everest
    + Mount Everest <- Mt. Everest
    + Mt Everest <- mount everest
    + Lake Baikal <- Baikal
    - Red Sea <- Red
    - Black Sea <- Red Sea
    + Sahara Desert <- the Sahara
    - New Mexico <- Mexico
    - Mexico <- New Mexico
    - Mongolia <- Inner Mongolia
    - Korea <- North Korea
    - North Korea <- South Korea
    - North Korea <- Korea
    - West Virginia <- Virginia
    - Guinea <- Papua New Guinea
    - Guinea <- Equatorial Guinea
    - Ireland <- Northern Ireland
    - Gulf of Mexico <- Mexico
    - Sea of Japan <- Japan
    - Korean War <- Korean
    - Niger <- Nigeria
    - Austria <- Australia
    - Slovakia <- Slovenia
    - Iran <- Iraq
    - Latvia <- Lithuania
    - Zambia <- Gambia
    - Paraguay <- Uruguay
    + Paris <- Paris, France
    + Paris <- the city of Paris
    + Paris <- Paris (France)
    + Paris <- Paris, which is the capital of France
    + Paris <- Paris, not Lyon
    + Paris <- not Lyon but Paris
    - Paris <- not Paris
    - Paris <- Paris, London, Berlin
    - Paris <- Paris/London
    - Paris <- either Paris or London
    - Paris <- anything but Paris
    - Paris <- everywhere except Paris
    - Paris <- Parisian
    + Paris <- parris
    + Paris <- I'm pretty sure it's Paris
    + Paris <- "Paris"
    + Paris <- paris?
    + Paris <- maybe Paris
    + Paris <- Paris I think
    + Paris <- Paris of course
    + Buenos Aires <- Buenosaires
    + New York City <- New York
    + New York City <- NewYork
    - Kansas City <- Kansas
    + St. Petersburg <- Saint Petersburg
    + St Petersburg <- St.Petersburg
    + São Tomé <- Sao Tome
    + Zürich <- Zurich
    + Zürich <- Zuerich
    + Köln | Cologne <- Koeln
    + Malmö <- Malmo
    + Łódź <- Lodz
    + être <- etre
    + naïve <- naive
    + Beijing | 北京 <- Běijīng
    + Beijing | 北京 <- bei3 jing1
    + 北京 <- 北京市
    - 北京 <- 南京
    + 臺灣 <- 台湾
    + 東京 <- 东京
    + Ürümqi <- Urumqi
    + Xi'an <- Xian
    + Xi'an <- xi an
    - Shanxi <- Shaanxi
    - Henan <- Hunan
    + coup d'état <- coup d'etat
    + coup d'état <- coup detat
    + laissez-faire <- laissez faire
    + laissez-faire <- laisez-faire
    + supply and demand <- demand and supply
    + supply and demand <- supply & demand
    - supply and demand <- supply
    + opportunity cost <- opportunity costs
    + opportunity cost <- oppurtunity cost
    - opportunity cost <- sunk cost
    - inflation <- deflation
    - import <- export
    - imports <- exports
    - increase <- decrease
    - internal <- external
    - endothermic <- exothermic
    - hyperbole <- hypotenuse
    - hypertension <- hypotension
    - biannual <- biennial
    - affect <- effect
    - principal <- principle
    - legal <- illegal
    - symmetric <- asymmetric
    - proton <- photon
    - stalactite <- stalagmite
    - artery <- arteries are not
    + artery <- arteries
    + invisible hand <- the invisible hand
    + invisible hand <- invisable hand
    + comparative advantage <- comparitive advantage
    - comparative advantage <- absolute advantage
    + gross domestic product | GDP <- gdp
    + gross domestic product | GDP <- G.D.P.
    - gross domestic product <- gross national product
    + separation of powers <- separation of power
    + separation of powers <- seperation of powers
    + checks and balances <- checks & balances
    + natural selection <- selection, natural
    + survival of the fittest <- survival of fittest
    + theory of relativity <- relativity
    + theory of relativity <- relativity theory
    + Industrial Revolution <- the industrial revolution
    - Industrial Revolution <- French Revolution
    - Industrial Revolution <- agricultural revolution
    + Cultural Revolution <- cultural revolution in China
    + Great Depression <- the great depresion
    + Berlin Wall <- the wall of Berlin
    + Magna Carta <- Magna Charta
    + Magna Carta <- magnacarta
    + Romeo and Juliet <- Romeo & Juliet
    + Romeo and Juliet <- Romeo + Juliet
    + The Great Gatsby <- Great Gatsby
    + The Great Gatsby <- the great gatsby by F. Scott Fitzgerald
    + Shakespeare <- William Shakespeare
    + Shakespeare <- Shakespear
    + Shakespeare <- shakespere
    + Tchaikovsky <- Tchaikovski
    + Tchaikovsky <- Chaikovsky
    + Nietzsche <- Nietsche
    + Vincent van Gogh <- van Gogh
    + Leonardo da Vinci <- da Vinci
    + Leonardo da Vinci <- Leonardo
    + hippopotamus <- hipopotamus
    + onomatopoeia <- onomatopeia
    + metaphor <- a metaphor
    - metaphor <- simile
    - metaphor <- metamorphosis
    + iambic pentameter <- iambic pentamiter
    + Pythagorean theorem | Pythagoras' theorem <- pythagoras theorem
    + Pythagorean theorem <- pythagorian theorem
    + isosceles <- isoceles
    - isosceles <- equilateral
    + hypotenuse <- the hypotenuse
    + square root <- squareroot
    - prime number <- composite number
    + to run <- run
    + run <- to run
    + gehen <- gehen
    + la maison <- maison
    + der Hund <- Hund
    + el perro <- perro
    - el perro <- el gato
    + Schadenfreude <- schadenfreude
    + Schadenfreude <- shadenfreude
    + こんにちは <- こんにちは
    - こんにちは <- こんばんは
    + собака <- Собака
    + Москва <- москва
    + Αθήνα <- Αθηνα
    + vitamin C <- Vitamin c
    - vitamin C <- vitamin D
    - vitamin C <- vitamin
    - blood type A <- blood type B
    + A minor <- a minor
    - A minor <- A major
    + Apollo 11 <- apollo eleven
    + Apollo 11 <- Apollo XI
    - Apollo 11 <- Apollo 13
    - Apollo 11 <- 11
    - 3:45 <- 4:45
    + 3:45 <- 3.45
    - 3:45 <- 3.54 / 345
    + 7 <- seven
    + 7 <- VII
    + 7 <- 7.0
    - 7 <- 17
    - 7 <- -7
    + first <- 1st
    + 3rd <- third
    + 21st <- twenty-first
    + true north <- true north
    - true north <- true south
    - state-owned <- state-backed
    + state-owned enterprises <- state owned enterprise
    + state-owned enterprises <- State-owned entreprises
    - state-owned enterprises <- private enterprises
    - state-owned enterprises <- state
    + planned economy <- a planned economy
    - planned economy <- market economy
    + loss of state subsidies <- the loss of state subsidies
    + loss of state subsidies <- state subsidies loss
    - loss of state subsidies <- gain of state subsidies
    + unemployment <- unemployement
    - unemployment <- employment
    + Manchuria <- Manchuria (the Northeast)
    - Manchuria <- Mongolia
    + Trans-Siberian Railway <- Trans-Siberian
    + Trans-Siberian Railway <- transsiberian railway
    + Trans-Siberian Railway <- Trans Siberian Railroad
    + Vladivostok <- port of Vladivostok
    + Vladivostok <- the port city of Vladivostok
    + Heilongjiang <- Heilongjiang Province
    + Heilongjiang Province <- Heilongjiang
    + Sino-Soviet split <- Soviet-Sino split
    + People's Republic of China <- peoples republic of china
    + People's Republic of China | PRC <- P.R.C.
    + United Kingdom | UK <- U.K.
    + United States | USA <- the USA
    + United States <- united states of america
    - United States <- United Kingdom
    - United Arab Emirates <- United States
    + apartheid <- aparthied
    + bourgeoisie <- bourgoisie
    + renaissance <- the Renaisance
    + reconnaissance <- reconaissance
    + Gandhi <- Ghandi
    + Michelangelo <- Michaelangelo
    - Monet <- Manet
    - Darwin <- Dawkins
    + Charles Darwin <- Darwin
    + Charles Darwin <- charles darwen
    + insulin <- the hormone insulin
    + insulin <- insulin, a hormone made in the pancreas
    - insulin <- glucagon
    - insulin <- inulin
    + left ventricle <- the left ventrical
    - left ventricle <- right ventricle
    + femur <- the femur bone
    + femur <- femer
    - xylem <- phloem
    - evaporation <- condensation
    + igneous rock <- igneous
    + igneous <- igneous rocks
    - igneous <- ingenious
    + tectonic plates <- tectonic plate
    + plate tectonics <- plate techtonics
    + greenhouse effect <- the green house effect
    + ozone layer <- ozon layer
    - ozone <- zone
    """#
}
