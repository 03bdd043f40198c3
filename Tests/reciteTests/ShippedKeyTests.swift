import ReciteCore
import ReciteFormats
import Testing

@testable import recite

/// The keys of the lessons that ship, proved by the grader that ships.
@Suite struct ShippedKeyTests {
  @Test func `every key and alias of the shipped packs is accepted, and no rejected answer is`() {
    let grader = Grader(lexicon: Shipped.lexicon, packs: [])
    for folder in Shipped.packs {
      guard let pack = PackReader.read(folder).pack else {
        Issue.record("\(folder.name) could not be read")
        continue
      }
      for fault in grader.keyFaults(of: pack) {
        switch fault.kind {
        case .keyRefused, .rejectedAccepted, .modelLacks:
          Issue.record("\(pack.id)/\(fault.item): \(fault.kind)")
        case .tooNear: continue
        }
      }
    }
  }
}
