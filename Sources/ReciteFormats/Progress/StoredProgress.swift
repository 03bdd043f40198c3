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

/// 16 lower-case hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String { DeviceID(value).description }

/// 8 lower-case hexadecimal digits.
func hexadecimal(_ value: UInt32) -> String {
  String(DeviceID(UInt64(value)).description.suffix(8))
}
