package hmnet.ground.signin;

import java.time.Duration;

/// After how many misses one has to wait, and how long at most (待ち時間; S008, A011): the wait doubles with
/// each miss.
enum WaitRule {
    /// One name from one address: what a person who mistypes meets.
    PAIR(5, Duration.ofMinutes(15)),
    /// One name from anywhere: short at most, or a stranger could keep a doctor out. An address this name
    /// signed in from before is not held by it.
    ACCOUNT(20, Duration.ofSeconds(60)),
    /// One address for all names: high, since a whole hospital may share it; not held against a name that
    /// signed in from there before.
    ADDRESS(100, Duration.ofMinutes(15));

    private final int free;
    private final Duration longest;

    WaitRule(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /// How many misses cost nothing.
    int free() {
        return free;
    }

    /// How long to wait after so many misses within the hour.
    Duration after(int misses) {
        if (misses < free) {
            return Duration.ZERO;
        }
        var doublings = Math.min(misses - free, 20);
        var wait = Duration.ofSeconds(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
