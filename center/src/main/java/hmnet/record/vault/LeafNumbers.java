package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Which leaf of its bucket's tree a chart, or a file, has (鍵の葉の番号). Without the root nobody tells whose a leaf is.
final class LeafNumbers {
    private static final String HMAC = "HmacSHA256";
    private final SecretKeySpec key;

    LeafNumbers(Keys keys) {
        this.key = new SecretKeySpec(keys.derive("leaves of data keys"), HMAC);
    }

    /// @param life how often it was erased before: what comes later has another leaf
    int of(FacilityId facility, SealedSubject subject, int life) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            var text = facility.value() + "\n" + subject.word() + "\n" + life;
            return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }
}
