import ReciteCore
import ReciteShell

/// The time of a run: the system's, or the one at which `--now` made it stand still.
struct RunClock {
  let fixed: Timestamp?

  var now: Timestamp { fixed ?? SystemClock.now() }
}
