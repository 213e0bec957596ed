package hmnet.consent.patientcard;

import java.security.SecureRandom;
import java.util.Arrays;

/// The key by which hospitals and the network know one card (共通キー): 16 random bytes, new for every card,
/// that say nothing about its holder.
final class CommonKey {
    static final int LENGTH = 16;
    private final byte[] bytes;

    CommonKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A common key has 16 bytes");
        }
        this.bytes = bytes.clone();
    }

    public static CommonKey random() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new CommonKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommonKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Never in a log.
    @Override
    public String toString() {
        return "CommonKey";
    }
}
