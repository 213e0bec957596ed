package hmnet.ground.keys;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The kinds of places for a key (鍵の保管先の種類), as settings and locked files name them.
public enum KeyPlace {
    /// A file, readable by its owner only.
    FILE("file"),
    /// A token behind a PKCS#11 library: the key never leaves it.
    PKCS11("pkcs11"),
    /// A command that prints it, such as the client of a key management service.
    COMMAND("command");

    private final String word;

    KeyPlace(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// @throws UnusableKey for a word that none of them has
    static KeyPlace of(String word) {
        return Arrays.stream(values())
                .filter(place -> place.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableKey("A key may lie in "
                        + Arrays.stream(values()).map(KeyPlace::word).collect(Collectors.joining(", ")) + ", not in '"
                        + word + "'"));
    }
}
