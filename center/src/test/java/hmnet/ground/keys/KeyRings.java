package hmnet.ground.keys;

import java.nio.file.Path;
import java.util.Map;

/// Rings for tests of other modules (試験用の鍵束).
public final class KeyRings {
    private KeyRings() {}

    /// An empty one, in a folder of its own.
    public static KeyRing fresh(Path folder) {
        var ring = KeyRing.in(folder, KeySettings.of(Map.of()));
        ring.create();
        return ring;
    }
}
