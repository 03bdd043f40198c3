import Glibc
import ReciteCore

/// The time, and the one random number that a learner's file needs.
package enum SystemClock {
  /// Now, with the offset of the machine's own zone.
  package static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var local = tm()
    localtime_r(&seconds, &local)
    return Timestamp(
      Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000),
      zone: ZoneOffset(clampingMinutes: local.tm_gmtoff / 60))
  }

  /// A name for an installation, or a seed, drawn by the system.
  package static func randomNumber() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}
