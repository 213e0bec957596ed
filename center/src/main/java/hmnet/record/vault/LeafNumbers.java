package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Hmac;
import hmnet.ground.keys.Keys;
import java.nio.ByteBuffer;

/// Which leaf of its bucket's tree a chart, or a file, has (鍵の葉の番号). Without the root nobody tells whose a leaf is. Two
/// of a bucket may by chance have the same one: whoever erases looks for that first (`ErasureReach`).
final class LeafNumbers {
    private final Hmac hmac;

    LeafNumbers(Keys keys) {
        this.hmac = new Hmac(keys.derive("leaves of data keys"));
    }

    /// @param life how often it was erased before: what comes later has another leaf
    int of(FacilityId facility, SealedSubject subject, int life) {
        return ByteBuffer.wrap(hmac.of(facility.value() + "\n" + subject.word() + "\n" + life))
                .getInt();
    }
}
