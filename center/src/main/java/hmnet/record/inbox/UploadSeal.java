package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.Descriptor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Seals and opens the pieces of an upload and what its sender said of it (分割送信の封印).
final class UploadSeal {
    /// The place of what was said, before the first piece.
    static final int SAID = -1;

    /// That of the descriptor.
    static final int DESCRIBED = -2;

    private final JdbcClient db;
    private final DataKeys keys;
    private final Envelopes envelopes;

    UploadSeal(JdbcClient db, DataKeys keys, Envelopes envelopes) {
        this.db = db;
        this.keys = keys;
        this.envelopes = envelopes;
    }

    byte[] sealed(FacilityId facility, UUID upload, int at, String text) {
        return sealed(facility, upload, at, text.getBytes(UTF_8));
    }

    private byte[] sealed(FacilityId facility, UUID upload, int at, byte[] bytes) {
        var key = keys.of(facility, "");
        var place = EnvelopeContext.ofUpload(facility.value(), upload, at);
        return envelopes.with(envelope -> envelope.seal(bytes, Dictionaries.BODY, key, place));
    }

    String opened(FacilityId facility, UUID upload, int at, byte[] sealed) {
        return new String(piece(facility, upload, at, sealed), UTF_8);
    }

    private byte[] piece(FacilityId facility, UUID upload, int at, byte[] sealed) {
        var place = EnvelopeContext.ofUpload(facility.value(), upload, at);
        return envelopes.with(envelope -> envelope.open(sealed, place));
    }

    void add(FacilityId facility, UUID upload, long at, byte[] piece) {
        db.sql("insert into upload_piece (upload, at, piece) values (?, ?, ?)")
                .params(upload, at, sealed(facility, upload, (int) at, piece))
                .update();
    }

    /// All pieces that are there, as one.
    byte[] whole(FacilityId facility, UUID upload, int length) {
        var bytes = new ByteArrayOutputStream(length);
        db.sql("select at, piece from upload_piece where upload = ? order by at")
                .param(upload)
                .query(row -> {
                    bytes.writeBytes(piece(facility, upload, row.getInt("at"), row.getBytes("piece")));
                });
        return bytes.toByteArray();
    }

    /// Whether these are the bytes that were announced; also when none were.
    boolean isAnnounced(UUID upload, byte[] whole) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole);
            return db.sql("select sha256 is null or sha256 = ? from upload where id = ?")
                    .params(digest, upload)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// Nothing for a file that goes to the inbox, and for one that can no longer be opened.
    Optional<Descriptor> descriptor(FacilityId facility, ResultSet row) throws SQLException {
        var body = row.getBytes("descriptor");
        if (body == null) {
            return Optional.empty();
        }
        try {
            var text = opened(facility, row.getObject("id", UUID.class), DESCRIBED, body);
            return Optional.of(Descriptor.read(text.getBytes(UTF_8)));
        } catch (ErasedKey | Unreadable e) {
            return Optional.empty();
        }
    }
}
