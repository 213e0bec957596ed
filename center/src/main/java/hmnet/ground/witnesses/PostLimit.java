package hmnet.ground.witnesses;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// How often one address may hand in countersignatures (受付の上限): a witness needs two a minute. Counted by the minute;
/// what an address used up is forgotten with it.
final class PostLimit {
    private static final long MILLIS = 60_000;

    /// Of a flood from many addresses only so many are counted; the rest are refused until the minute is over.
    private static final int ADDRESSES_MAX = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    PostLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized boolean admits(String address) {
        var now = clock.millis() / MILLIS;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        if (counts.size() >= ADDRESSES_MAX && !counts.containsKey(address)) {
            return false;
        }
        return counts.merge(address, 1, Integer::sum) <= most;
    }
}
