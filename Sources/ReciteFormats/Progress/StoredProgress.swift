import ReciteCore

/// What a progress file holds: what is known of the learner, and whose file it is.
package struct StoredProgress: Equatable, Sendable {
  package var progress: Progress
  /// The installation that writes this file.
  package var device: DeviceID
  /// A hash of machine and path: a file that was copied elsewhere draws a new device, so that two
  /// machines never give one name to two answers.
  package var place: UInt64

  package init(progress: Progress, device: DeviceID, place: UInt64) {
    self.progress = progress
    self.device = device
    self.place = place
  }
}

/// Why a progress file or journal cannot be used as it is.
package enum ProgressFileError: Error, Equatable, Sendable, CustomStringConvertible {
  case damaged(JSONError)
  /// The sum in the file is not that of its bytes.
  case wrongChecksum
  case empty
  /// Written by a later version of the program: never touched.
  case laterVersion(Int)

  package var description: String {
    switch self {
    case .damaged(let error): "\(error)"
    case .wrongChecksum: "its checksum does not fit its text"
    case .empty: "it is empty"
    case .laterVersion(let version):
      "it was written by a later version of recite (its format is \(version), this program reads "
        + "\(ProgressJSON.version))"
    }
  }
}

/// A number as lower-case hexadecimal digits, as many as its type holds.
func hexadecimal(_ value: some FixedWidthInteger & UnsignedInteger) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: type(of: value).bitWidth / 4 - digits.count) + digits
}

/// Reads what `hexadecimal` writes; nil for anything else.
func number<Number: FixedWidthInteger & UnsignedInteger>(
  hexadecimal text: String, as type: Number.Type = Number.self
) -> Number? {
  guard text.utf8.count == Number.bitWidth / 4,
    text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
  else { return nil }
  return Number(text, radix: 16)
}
