package hmnet.people.arrivals;

import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import org.springframework.stereotype.Component;

/// The demographics of a pair in one keyed number, as questions hold it (綴りの鍵付き番号): it tells that something changed,
/// and without the key nobody tries names against it.
@Component
class KeyedSpelling {
    private final KeyedHash keyed;

    KeyedSpelling(Keys keys) {
        this.keyed = new KeyedHash(keys, "spelling of pairs");
    }

    long of(MatchSubject a, MatchSubject b) {
        return of(MatchSubject.spelling(a, b));
    }

    /// @param spelling as `MatchSubject.spelling` makes it
    long of(long spelling) {
        return keyed.of(Long.toString(spelling));
    }
}
