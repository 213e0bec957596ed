package hmnet.ground.audit;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.witness.log.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an event stands in the database (監査イベントの封印): salt and text sealed to their row, since a dump would tell who
/// saw whom. The leaf is made of the plain ones, so the tree and its proofs know nothing of the seal.
public final class SealedTraces {
    /// What a query has to name.
    public static final String COLUMNS = "e.id, e.body, e.salt, e.event";

    private static final int SALT = 16;
    private final FieldSeal seal;

    public SealedTraces(Keys keys) {
        this.seal = new FieldSeal(keys, "audit");
    }

    /// A text and its salt: all that a leaf is made of.
    @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
    public record SaltedText(byte[] salt, String text) {
        public Hash leaf() {
            return Hash.leaf(salt, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Sealed to the row of that event.
    public byte[] seal(UUID id, SaltedText plain) {
        var text = plain.text().getBytes(StandardCharsets.UTF_8);
        return seal.seal(
                place(id),
                ByteBuffer.allocate(SALT + text.length)
                        .put(plain.salt())
                        .put(text)
                        .array());
    }

    /// Empty for one whose body was erased.
    public Optional<SaltedText> open(ResultSet row) throws SQLException {
        return open(
                row.getObject("id", UUID.class), row.getBytes("body"), row.getBytes("salt"), row.getString("event"));
    }

    Optional<SaltedText> open(UUID id, byte @Nullable [] body, byte @Nullable [] salt, @Nullable String text) {
        return body == null ? plain(salt, text) : Optional.of(opened(id, body));
    }

    private SaltedText opened(UUID id, byte[] body) {
        var plain = ByteBuffer.wrap(seal.open(place(id), body));
        var salt = new byte[SALT];
        plain.get(salt);
        return new SaltedText(salt, StandardCharsets.UTF_8.decode(plain.slice()).toString());
    }

    private static Optional<SaltedText> plain(byte @Nullable [] salt, @Nullable String text) {
        return salt == null || text == null ? Optional.empty() : Optional.of(new SaltedText(salt, text));
    }

    private static String place(UUID id) {
        return "audit_event|" + id;
    }
}
