import CShipped
import ReciteCore

/// The lexicon that ships, for tests of what is graded.
let shippedLexicon: Lexicon = {
  guard let file = shipped_lexicon(), let bytes = file.pointee.bytes else { return .empty }
  return Lexicon(bytes: UnsafeBufferPointer(start: bytes, count: file.pointee.count))
}()
