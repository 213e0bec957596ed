package hmnet.records;

import hmnet.directory.FacilityId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The inbox (受信箱): keeps what arrives, byte for byte, under a unique key. What `keep` returned is on disk.
/// The one thing never kept is an individual number (`IndividualNumbers`).
@Component
public class Inbox {
    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final TransactionOperations transaction;

    Inbox(
            JdbcClient db,
            JdbcTemplate statements,
            DataKeys keys,
            Envelopes envelopes,
            TransactionOperations transaction) {
        this.db = db;
        this.statements = statements;
        this.keys = keys;
        this.envelopes = envelopes;
        this.transaction = transaction;
    }

    /// Keeps files in one transaction and says for each whether it was new, in the order given. When this
    /// returns, all of them are committed. Byte for byte but for individual numbers, which are masked first.
    public List<Kept> keep(FacilityId facility, List<Arrival> arrivals) {
        if (arrivals.stream().anyMatch(arrival -> arrival.door() == Arrival.Door.FILES)) {
            keys.readyForAll(facility);
        }
        keys.ready(facility, arrivals.stream().map(Arrival::chartNumber).toList());
        return Objects.requireNonNull(transaction.execute(status -> keepAll(facility, arrivals)));
    }

    private List<Kept> keepAll(FacilityId facility, List<Arrival> arrivals) {
        var byKey = new LinkedHashMap<Key, Arrival>();
        var order = new ArrayList<Key>();
        for (var arrival : arrivals) {
            var masked = IndividualNumbers.masked(arrival);
            var kept = masked.orElse(arrival);
            var key = key(kept, kept.door().format(masked.isPresent()));
            byKey.putIfAbsent(key, kept);
            order.add(key);
        }
        var fresh = insert(facility, byKey);
        var known = find(facility, byKey.keySet());
        enqueue(facility, fresh, byKey);
        count(facility, fresh.size());
        var seen = new HashMap<Key, Boolean>();
        var kept = new ArrayList<Kept>();
        for (var i = 0; i < order.size(); i++) {
            var key = order.get(i);
            var first = fresh.containsKey(key) && seen.putIfAbsent(key, true) == null;
            kept.add(new Kept(
                    Objects.requireNonNull(known.get(key)), arrivals.get(i).path(), !first));
        }
        return kept;
    }

    /// Where one of a facility's own files stands.
    public Optional<InboxState> state(FacilityId facility, long id) {
        return db.sql("""
                        select i.id, i.path, i.received_at, w.id is not null as waiting, o.state, o.reason, o.detail,
                               o.repairs
                          from inbox i
                          left join inbox_waiting w on w.id = i.id
                          left join inbox_outcome o on o.id = i.id
                         where i.id = ? and i.facility = ?""").params(id, facility.value()).query(InboxRows::state).optional();
    }

    /// The counts of one facility.
    public InboxCounts counts(FacilityId facility) {
        return db.sql("""
                        select c.kept, c.accepted, c.repaired, c.quarantined, c.resources,
                               c.kept - c.accepted - c.repaired - c.quarantined as waiting
                          from inbox_count c where c.facility = ?""")
                .param(facility.value())
                .query((row, number) -> new InboxCounts(
                        row.getLong("kept"),
                        row.getLong("waiting"),
                        row.getLong("accepted"),
                        row.getLong("repaired"),
                        row.getLong("quarantined"),
                        row.getLong("resources")))
                .optional()
                .orElse(new InboxCounts(0, 0, 0, 0, 0, 0));
    }

    private Map<Key, Long> insert(FacilityId facility, Map<Key, Arrival> arrivals) {
        var n = arrivals.size();
        var hashes = new byte[n][];
        var bodies = new byte[n][];
        var paths = new String[n];
        var sizes = new Integer[n];
        var formats = new Short[n];
        var i = 0;
        for (var entry : arrivals.entrySet()) {
            var arrival = entry.getValue();
            hashes[i] = entry.getKey().hash();
            formats[i] = entry.getKey().format();
            paths[i] = arrival.path();
            sizes[i] = arrival.body().length;
            bodies[i++] = seal(facility, entry.getKey(), arrival);
        }
        return rows("""
                insert into inbox (facility, key, path, format, size, body)
                select ?, k, p, f, s, b
                  from unnest(?::bytea[], ?::text[], ?::smallint[], ?::int[], ?::bytea[]) as a(k, p, f, s, b)
                    on conflict (facility, key) do nothing
                returning id, key, format""", facility.value(), hashes, paths, formats, sizes, bodies);
    }

    private byte[] seal(FacilityId facility, Key key, Arrival arrival) {
        var dataKey = keys.of(facility, arrival.chartNumber());
        var place = Sealing.ofInbox(facility.value(), key.hash());
        return envelopes.with(envelope -> envelope.seal(arrival.body(), Dictionaries.BODY, dataKey, place));
    }

    private Map<Key, Long> find(FacilityId facility, java.util.Set<Key> wanted) {
        var hashes = wanted.stream().map(Key::hash).toArray(byte[][]::new);
        return rows(
                "select id, key, format from inbox where facility = ? and key = any(?::bytea[])",
                facility.value(),
                hashes);
    }

    private void enqueue(FacilityId facility, Map<Key, Long> fresh, Map<Key, Arrival> arrivals) {
        var ids = new Long[fresh.size()];
        var buckets = new Short[fresh.size()];
        var i = 0;
        for (var entry : fresh.entrySet()) {
            ids[i] = entry.getValue();
            buckets[i++] = Objects.requireNonNull(arrivals.get(entry.getKey())).bucket(facility);
        }
        statements.update("""
                insert into inbox_waiting (id, facility, bucket)
                select i, ?, b from unnest(?::bigint[], ?::smallint[]) as a(i, b)""", facility.value(), ids, buckets);
    }

    private void count(FacilityId facility, int fresh) {
        statements.update("""
                insert into inbox_count (facility, kept, last_received_at) values (?, ?, now())
                    on conflict (facility) do update
                   set kept = inbox_count.kept + excluded.kept, last_received_at = now()""", facility.value(), fresh);
    }

    private Map<Key, Long> rows(String sql, Object... parameters) {
        var ids = new LinkedHashMap<Key, Long>();
        statements.query(
                sql,
                row -> {
                    ids.put(new Key(row.getBytes("key"), row.getShort("format")), row.getLong("id"));
                },
                parameters);
        return ids;
    }

    /// A masked file never has the key of one that came with the same asterisks.
    private static Key key(Arrival arrival, short format) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var body = sha.digest(arrival.body());
            sha.update(arrival.path().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) (format - 1));
            return new Key(sha.digest(body), format);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// SHA-256 over path and digest of the bytes as kept.
    private record Key(byte[] hash, short format) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && MessageDigest.isEqual(hash, key.hash);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(hash);
        }
    }
}
