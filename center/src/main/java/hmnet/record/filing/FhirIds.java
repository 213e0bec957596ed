package hmnet.record.filing;

import hmnet.formats.model.chart.Part.Ids;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;

/// The ids of one source message's rows and resources (識別子): keyed hashes of facility, chart number,
/// source key and the item's own key in it, never of position or row, so that they survive a new version.
/// Used by one thread.
final class FhirIds implements Ids {
    private final Mac mac;
    private final String facility;
    private final String number;
    private final String sourceKey;

    FhirIds(Mac mac, String facility, String number, String sourceKey) {
        this.mac = mac;
        this.facility = facility;
        this.number = number;
        this.sourceKey = sourceKey;
    }

    @Override
    public String of(String resourceType, String itemKey) {
        var source = resourceType.equals("Patient") ? "" : sourceKey;
        var hash = Arrays.copyOf(hash(resourceType, source, itemKey), 16);
        return new BigInteger(1, hash).toString(32);
    }

    /// The id of the row cut from a version of the message.
    UUID record(String version, String partKey) {
        var hash = ByteBuffer.wrap(hash("record", sourceKey, version + "\n" + partKey));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private byte[] hash(String what, String source, String item) {
        var text = facility + "\n" + number + "\n" + what + "\n" + source + "\n" + item;
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
