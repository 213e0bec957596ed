package hmnet.record.filestore;

import hmnet.record.vault.ChunkSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds the objects of the file store against their rows (保管庫の照合), at a centre and beside a restored backup. It needs
/// no keys.
public final class FileStoreCheck {
    private final JdbcClient db;
    private final FileStore store;

    FileStoreCheck(JdbcClient db, FileStore store) {
        this.db = db;
        this.store = store;
    }

    /// @param data the centre's folder
    public static FileStoreCheck of(JdbcClient db, FileStoreSettings settings, Path data) throws IOException {
        return new FileStoreCheck(db, FileStores.of(settings, data));
    }

    /// How many there are.
    ///
    /// @param missing rows without their object
    /// @param damaged objects that are not what was sealed; without reading them, those of another length
    /// @param unnamed objects without a row: being written, or deleted within a day
    public record ObjectCount(String place, long rows, long bytes, long missing, long damaged, long unnamed) {
        public boolean sound() {
            return missing + damaged == 0;
        }

        @Override
        public String toString() {
            return "files: %s %s objects=%d bytes=%d missing=%d damaged=%d unnamed=%d"
                    .formatted(sound() ? "sound" : "NOT SOUND", place, rows, bytes, missing, damaged, unnamed);
        }
    }

    private record NamedLength(UUID id, long sealed, byte[] digest) {}

    /// By names and lengths.
    public ObjectCount count() throws IOException {
        return count(false, wrong -> {});
    }

    /// By every byte; says what is wrong.
    public ObjectCount prove(Consumer<String> wrong) throws IOException {
        return count(true, wrong);
    }

    private ObjectCount count(boolean whole, Consumer<String> wrong) throws IOException {
        var rows = rows();
        var known = new HashSet<UUID>();
        long bytes = 0;
        long missing = 0;
        long damaged = 0;
        for (var row : rows) {
            known.add(row.id());
            bytes += row.sealed();
            var size = store.size(row.id());
            if (size.isEmpty() && isNamed(row.id())) {
                missing++;
                wrong.accept("missing " + row.id());
            } else if (size.isEmpty()) {
                bytes -= row.sealed(); // deleted meanwhile
            } else if (size.getAsLong() != row.sealed()
                    || whole && !MessageDigest.isEqual(digest(row.id()), row.digest())) {
                damaged++;
                wrong.accept("damaged " + row.id());
            }
        }
        var unnamed = new ArrayList<UUID>();
        store.forEach(found -> {
            if (!known.contains(found.name())) {
                unnamed.add(found.name());
            }
        });
        return new ObjectCount(store.place(), rows.size(), bytes, missing, damaged, unnamed.size());
    }

    private boolean isNamed(UUID id) {
        return db.sql("select exists (select from stored_object where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private List<NamedLength> rows() {
        return db.sql("select id, length, sealed_sha256 from stored_object")
                .query((row, n) -> new NamedLength(
                        row.getObject("id", UUID.class),
                        ChunkSeal.sealedLength(row.getLong("length")),
                        row.getBytes("sealed_sha256")))
                .list();
    }

    private byte[] digest(UUID id) throws IOException {
        try (var in = new DigestInputStream(store.open(id, 0), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
