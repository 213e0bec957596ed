package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names of files and details of refusals as the database holds them (受信ファイルの名前と細目の封印): sealed to their row. A
/// path tells chart number, day and kind of care; a detail quotes what was sent.
@Component
public final class InboxSeal {
    /// What a query names to have a path opened.
    public static final String PATH = "i.facility, i.key, i.path, i.sealed_path";

    /// What a query names to have a detail opened, beside the id.
    public static final String DETAIL = "o.detail, o.sealed_detail";

    private final FieldSeal seal;
    private final KeyedHash names;

    public InboxSeal(Keys keys) {
        this.seal = new FieldSeal(keys, "inbox");
        this.names = new KeyedHash(keys, "names of uploads");
    }

    byte[] sealPath(FacilityId facility, byte[] key, String path) {
        return seal.seal(placeOfPath(facility.value(), key), bytes(path));
    }

    /// The path of a row with the columns `PATH`.
    public String path(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed_path");
        return sealed == null
                ? Objects.requireNonNull(row.getString("path"))
                : text(seal.open(placeOfPath(row.getLong("facility"), row.getBytes("key")), sealed));
    }

    /// @param id of the file in the inbox
    public byte @Nullable [] sealDetail(long id, @Nullable String detail) {
        return detail == null ? null : seal.seal(placeOfDetail(id), bytes(detail));
    }

    /// The detail of a row with `id` and the columns `DETAIL`; null where there is none.
    public @Nullable String detail(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed_detail");
        return sealed == null ? row.getString("detail") : text(seal.open(placeOfDetail(row.getLong("id")), sealed));
    }

    byte[] sealUpload(UUID id, String path) {
        return seal.seal(placeOfUpload(id), bytes(path));
    }

    String upload(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed_path");
        return sealed == null
                ? Objects.requireNonNull(row.getString("path"))
                : text(seal.open(placeOfUpload(row.getObject("id", UUID.class)), sealed));
    }

    /// By which an upload that was cut is found again.
    long uploadKey(FacilityId facility, String path) {
        return names.of(facility.value() + "/" + path);
    }

    private static String placeOfPath(long facility, byte[] key) {
        return "inbox.path|" + facility + "|" + HexFormat.of().formatHex(key);
    }

    private static String placeOfDetail(long id) {
        return "inbox_outcome.detail|" + id;
    }

    private static String placeOfUpload(UUID id) {
        return "upload.path|" + id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
