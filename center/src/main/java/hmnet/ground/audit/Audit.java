package hmnet.ground.audit;

import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.Receipt;
import hmnet.ground.transparency.StoredNodes;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The log of who saw and did what (監査証跡): written with the act itself, read by the person it is about.
@Component
public class Audit {
    private static final int SALT_BYTES = 16;
    private static final int LIMIT_MAX = 1_000;
    private static final String INSERT = """
            insert into audit_event
                   (id, at, person, body, hash, actor_key, facility_key, address_key, credential_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning\s""";

    private final JdbcClient db;
    private final Checkpoints checkpoints;
    private final SealedTraces sealedTraces;
    private final TraceKeys traceKeys;
    private final SecureRandom random = new SecureRandom();

    Audit(JdbcClient db, Checkpoints checkpoints, Keys keys) {
        this.db = db;
        this.checkpoints = checkpoints;
        this.sealedTraces = new SealedTraces(keys);
        this.traceKeys = new TraceKeys(keys);
    }

    /// For a verb beside the centre: it writes and reads nothing else.
    ///
    /// @param db as the owner of the tables
    public static Audit beside(JdbcClient db, Keys keys) {
        return new Audit(db, new Checkpoints(db, keys, new AuditSettings("hmnet.example", 200, List.of(), 60)), keys);
    }

    /// Writes the event into the caller's transaction and takes no shared lock. If it cannot be written this
    /// throws and the caller's transaction cannot commit, so what was not logged was not disclosed.
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(Trace trace) {
        return write(trace, "id", List.of(), (row, number) -> row.getObject("id", UUID.class));
    }

    /// The same, and returns what expressions of SQL give in the very statement that writes the event: what
    /// nobody may have without it cannot be had before it.
    ///
    /// @param gives the expressions, with a `?` for each of `values`
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T write(Trace trace, String gives, List<?> values, RowMapper<T> read) {
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var chance = new byte[2 * SALT_BYTES];
        random.nextBytes(chance);
        var event = new AuditEvent(id(at, chance), at, trace, TraceOrigin.current());
        var keys = traceKeys.of(event);
        var text = new SaltedText(Arrays.copyOfRange(chance, SALT_BYTES, chance.length), event.text());
        return db.sql(INSERT + gives)
                .params(event.id(), at.atOffset(ZoneOffset.UTC))
                .param(new SqlParameterValue(Types.OTHER, trace.person()))
                .params(sealedTraces.seal(event.id(), text), text.leaf().bytes())
                .param(new SqlParameterValue(Types.BIGINT, keys.actor()))
                .param(new SqlParameterValue(Types.BIGINT, keys.facility()))
                .param(new SqlParameterValue(Types.BIGINT, keys.address()))
                .param(new SqlParameterValue(Types.BIGINT, keys.credential()))
                .params(values)
                .query(read)
                .single();
    }

    /// What was done to a person's record, newest first.
    public List<AccessLogEntry> of(UUID person, int limit) {
        return db.sql("""
                        select %s, l.leaf
                          from audit_event e left join audit_leaf l on l.event = e.id
                         where e.person = ? and (e.body is not null or e.event is not null)
                         order by e.at desc, e.id desc
                         limit ?""".formatted(SealedTraces.COLUMNS))
                .params(person, Math.clamp(limit, 1, LIMIT_MAX))
                .query(this::entry)
                .list();
    }

    /// The same of persons who are one, older than an event of theirs.
    ///
    /// @param before the event, or null for the newest
    public List<AccessLogEntry> of(Collection<UUID> persons, @Nullable UUID before, int limit) {
        return db.sql("""
                        select %s, l.leaf
                          from audit_event e left join audit_leaf l on l.event = e.id
                         where e.person = any(:persons::uuid[]) and (e.body is not null or e.event is not null)
                           and (cast(:before as uuid) is null
                                or (e.at, e.id) < (select b.at, b.id from audit_event b
                                                    where b.id = cast(:before as uuid)
                                                      and b.person = any(:persons::uuid[])))
                         order by e.at desc, e.id desc
                         limit :limit""".formatted(SealedTraces.COLUMNS))
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .param("before", before, Types.OTHER)
                .param("limit", Math.clamp(limit, 1, LIMIT_MAX))
                .query(this::entry)
                .list();
    }

    /// One entry of the own log of persons who are one.
    public Optional<AccessLogEntry> entry(Collection<UUID> persons, UUID event) {
        return db.sql("""
                        select %s, l.leaf
                          from audit_event e left join audit_leaf l on l.event = e.id
                         where e.id = ? and e.person = any(?::uuid[])
                           and (e.body is not null or e.event is not null)""".formatted(SealedTraces.COLUMNS))
                .param(event)
                .param(persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(this::entry)
                .optional();
    }

    /// The proof that an event is in the log, as soon as a checkpoint covers it.
    public Optional<Receipt> receipt(UUID event) {
        var checkpoint = checkpoints.newest();
        if (checkpoint.isEmpty()) {
            return Optional.empty();
        }
        var size = Checkpoint.read(checkpoint.get()).size();
        return db.sql("select leaf, hash from audit_leaf where event = ? and leaf < ?")
                .params(event, size)
                .query((row, number) -> {
                    var leaf = row.getLong("leaf");
                    var proof = new AuditTree(new StoredNodes(db)).inclusion(leaf, size);
                    return new Receipt(event, leaf, new Hash(row.getBytes("hash")), proof, checkpoint.get());
                })
                .optional();
    }

    /// A random id (RFC 9562 version 7): 74 bits of chance, the time in front. Wholly random ones would touch
    /// an index page of their own with every disclosure.
    private static UUID id(Instant at, byte[] chance) {
        var bits = ByteBuffer.wrap(chance);
        var high = (at.toEpochMilli() << 16) | 0x7000 | (bits.getShort() & 0x0FFF);
        return new UUID(high, (bits.getLong() >>> 2) | Long.MIN_VALUE);
    }

    private AccessLogEntry entry(ResultSet row, int number) throws SQLException {
        var text = sealedTraces.open(row).orElseThrow().text();
        return AccessLogEntry.of(AuditEvent.read(text), row.getObject("leaf", Long.class));
    }
}
