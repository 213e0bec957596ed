package hmnet.ground.keys;

import java.util.HexFormat;

/// Where keys lie that wrap other keys and are never stored beside what they wrap (鍵の保管先): a file, a PKCS#11 token, a
/// command. Another machine would be one more of these.
interface KeyHolder {
    /// What the settings call it.
    KeyPlace place();

    /// What the next key will be called.
    ///
    /// @param use the first word of the name
    default String nextName(String use) {
        return use + "-" + HexFormat.of().formatHex(KeyWrap.random(), 0, 4);
    }

    /// Makes a key at random. It lasts when this returns.
    void make(String name);

    byte[] wrap(String name, byte[] text, String about);

    /// @throws UnusableKey when it has no such key, or when that is not the one under which this was wrapped
    byte[] unwrap(String name, byte[] wrapped, String about);

    /// Destroys a key for ever, if it is there.
    void destroy(String name);

    /// In words, for messages.
    String where();
}
