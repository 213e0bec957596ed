package hmnet.ground.keys;

import javax.crypto.Mac;

/// The master key and what is derived from it (鍵導出): one 256-bit key per purpose, by HMAC-SHA-256 over the
/// purpose's name, so that no two uses share a key.
public final class Keys {
    private final Hmac master;

    public Keys(byte[] master) {
        if (master.length != 32) {
            throw new IllegalArgumentException("A master key has 32 bytes");
        }
        this.master = new Hmac(master);
    }

    /// The 32-byte key of a purpose.
    public byte[] derive(String purpose) {
        return master.of(purpose);
    }

    /// A keyed hash for a purpose, ready to be used by one thread.
    public Mac hash(String purpose) {
        return new Hmac(derive(purpose)).make();
    }
}
