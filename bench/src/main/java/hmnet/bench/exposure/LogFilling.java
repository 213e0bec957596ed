package hmnet.bench.exposure;

import hmnet.ground.audit.SealedTraces;
import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.audit.TraceKeys;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;

/// Writes many drawn events into the log at once, sealed and keyed as the centre does it, by the owner of the tables
/// (監査証跡の
/// 大量作成). Each stands as after years: vacuumed, indexes built.
final class LogFilling {
    private static final int CHUNK = 10_000;
    private static final byte[] HEAD = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final String COPY =
            "copy audit_event (id, at, person, body, hash, actor_key, facility_key, address_key, credential_key)"
                    + " from stdin (format binary)";

    private final Accounts accounts;
    private final SealedTraces sealedTraces;
    private final TraceKeys traceKeys;

    LogFilling(Accounts accounts, Keys keys) {
        this.accounts = accounts;
        this.sealedTraces = new SealedTraces(keys);
        this.traceKeys = new TraceKeys(keys);
    }

    /// @param waiting whether the events wait for their numbers in the tree, or stand in the table alone
    /// @return when the first of them happened; the last is a year later
    Instant fill(long events, long seed, boolean waiting) throws SQLException, IOException {
        var begin = Instant.now().minus(DrawnEvent.SPAN).truncatedTo(ChronoUnit.MICROS);
        try (var owner = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword())) {
            var indexes = indexes(owner);
            run(owner, "alter table audit_event disable trigger user");
            for (var index : indexes) {
                run(owner, "drop index " + index.name());
            }
            copy(owner, events, seed, begin);
            run(owner, "set maintenance_work_mem = '512MB'");
            for (var index : indexes) {
                run(owner, index.definition());
            }
            run(owner, "alter table audit_event enable trigger user");
            if (waiting) {
                run(
                        owner,
                        "insert into audit_pending select id from audit_event where id not in (select event from"
                                + " audit_leaf) and id not in (select event from audit_pending)");
            }
            run(owner, "vacuum analyze audit_event");
        }
        return begin;
    }

    private record IndexText(String name, String definition) {}

    private static List<IndexText> indexes(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select indexname, indexdef from pg_indexes where tablename ="
                        + " 'audit_event' and indexname <> 'audit_event_pkey'")) {
            var all = new ArrayList<IndexText>();
            while (rows.next()) {
                all.add(new IndexText(rows.getString(1), rows.getString(2)));
            }
            return all;
        }
    }

    private void copy(Connection owner, long events, long seed, Instant begin) throws SQLException, IOException {
        CopyIn copy = owner.unwrap(BaseConnection.class).getCopyAPI().copyIn(COPY);
        copy.writeToCopy(HEAD, 0, HEAD.length);
        for (var at = 0L; at < events; at += CHUNK) {
            var rows = LongStream.range(at, Math.min(at + CHUNK, events))
                    .parallel()
                    .mapToObj(number -> row(DrawnEvent.of(seed, number, (double) number / events, begin)))
                    .toList();
            for (var row : rows) {
                copy.writeToCopy(row, 0, row.length);
            }
        }
        copy.writeToCopy(new byte[] {-1, -1}, 0, 2);
        copy.endCopy();
    }

    private byte[] row(DrawnEvent event) {
        var salt = new byte[16];
        var text = new SaltedText(salt, event.text());
        var keys = traceKeys.of(event.at(), event.trace(), event.origin());
        var bytes = new ByteArrayOutputStream(700);
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(9);
            uuid(out, event.id());
            number(out, ChronoUnit.MICROS.between(POSTGRES_EPOCH, event.at()));
            uuid(out, event.trace().person());
            field(out, sealedTraces.seal(event.id(), text));
            field(out, text.leaf().bytes());
            number(out, keys.actor());
            number(out, keys.facility());
            number(out, keys.address());
            number(out, keys.credential());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void uuid(DataOutputStream out, @Nullable UUID value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(Long.BYTES * 2);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    private static void number(DataOutputStream out, @Nullable Long value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
