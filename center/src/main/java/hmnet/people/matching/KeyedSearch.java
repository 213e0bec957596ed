package hmnet.people.matching;

import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Search keys as the table holds them (検索キーの鍵付き化): keyed, so that nobody without the centre's keys tells whether
/// somebody of a given name, day or telephone is among them. In memory the plain ones do.
@Component
public class KeyedSearch {
    private final KeyedHash hash;

    public KeyedSearch(Keys keys) {
        this.hash = new KeyedHash(keys, "search key");
    }

    /// 0 stays 0: no key.
    public long of(long key) {
        return key == 0 ? 0 : hash.of(Long.toHexString(key));
    }

    public Long[] of(Collection<Long> keys) {
        return keys.stream().map(this::of).toArray(Long[]::new);
    }
}
