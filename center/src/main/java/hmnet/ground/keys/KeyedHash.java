package hmnet.ground.keys;

import java.nio.ByteBuffer;

/// Words as keyed numbers (鍵付きハッシュ): the same word gives the same number, and without the key nobody tells which.
/// Tables find equal words by it. HMAC-SHA-256, its first 64 bits.
public final class KeyedHash {
    private final Hmac hmac;

    /// @param purpose names the key: a word of one purpose says nothing about another's
    public KeyedHash(Keys keys, String purpose) {
        this.hmac = new Hmac(keys.derive("keyed hash of " + purpose));
    }

    /// The number of a word.
    public long of(String word) {
        return ByteBuffer.wrap(hmac.of(word)).getLong();
    }
}
