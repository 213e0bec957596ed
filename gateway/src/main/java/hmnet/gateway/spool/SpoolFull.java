package hmnet.gateway.spool;

import java.io.IOException;

/// The disk, or the part of it that the gateway may use, is full (空き容量なし): nothing was taken.
final class SpoolFull extends IOException {
    SpoolFull(String message) {
        super(message);
    }
}
