package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.KeyRing;
import hmnet.record.vault.DataKeys.NamedLeaf;
import hmnet.record.vault.KeysOfChart.DoomedKeys;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Counts what keys open that are to be destroyed (消去の及ぶ範囲), so that whoever agrees knows what goes beside the chart:
/// what shares a key of before, and what has by chance the number of a leaf that goes.
final class ErasureReach {
    private static final String OPENED = """
            (substring(ENVELOPE from %d for 4) = any(:whole::bytea[])
              or substring(ENVELOPE from 1 for 1) = '\\x%02x' and substring(ENVELOPE from %1$d for 8) = any(:leaves::bytea[]))""".formatted(Envelope.KEY_AT + 1, Envelope.FORMAT);
    private static final String SPARED =
            "substring(ENVELOPE from %d for 4) = any(:spared::bytea[])".formatted(Envelope.KEY_AT + 1);

    private static final String RECORDS = KeysOfChart.FILES
            + """
            , reached as (select r.patient, r.patient in (select id from chart) and SPARED as spared
                            from record r
                           where r.facility = :facility
                             and (:number::bytea is null or r.patient in (select id from chart) or OPENED)),
                 charts as (select patient from reached union select id from chart)
            select (select count(*) from reached where not spared) as records,
                   (select count(*) from reached where spared) as records_left,
                   (select count(*) from charts) as charts,
                   (select coalesce(md5(string_agg(patient::text, ',' order by patient)), '') from charts) as which""".replace("SPARED", SPARED.replace("ENVELOPE", "r.extract"))
                    .replace("OPENED", OPENED.replace("ENVELOPE", "r.extract"));

    /// What names the chart is of it, though nothing of it was filed, unless it was filed for somebody else.
    private static final String ORIGINALS = KeysOfChart.FILES
            + """
            , others as (select i.id from inbox i
                          where i.facility = :facility and OPENED and i.id not in (select inbox from files)
                            and (substring(i.body from KEY_AT for 8) <> :own::bytea
                                 or exists (select from record r where r.inbox = i.id)))
            select count(*) as others,
                   count(*) filter (where exists (select from inbox_waiting w where w.id = o.id)
                                       or exists (select from inbox_outcome h where h.id = o.id and h.state = 3)) as unfiled,
                   (select count(*) from inbox i where i.id in (select inbox from files) and SPARED) as left_open
              from others o""".replace("KEY_AT", Integer.toString(Envelope.KEY_AT + 1))
                    .replace("SPARED", SPARED.replace("ENVELOPE", "i.body"))
                    .replace("OPENED", OPENED.replace("ENVELOPE", "i.body"));

    private final JdbcClient db;
    private final KeyRing ring;

    /// @param db as the owner of the tables
    ErasureReach(JdbcClient db, KeyRing ring) {
        this.db = db;
        this.ring = ring;
    }

    private record ReachedRecords(long records, long left, long charts, String which) {}

    private record ReachedOriginals(long others, long unfiled, long left) {}

    /// @param number of the chart, as tables have it; null for all of the facility, whose originals are all its own
    ErasurePlan of(FacilityId facility, byte @Nullable [] number, DoomedKeys doomed) {
        var records = asked(RECORDS, facility, number, doomed)
                .query((row, n) -> new ReachedRecords(
                        row.getLong("records"),
                        row.getLong("records_left"),
                        row.getLong("charts"),
                        row.getString("which")))
                .single();
        var originals = number == null
                ? new ReachedOriginals(0, 0, 0)
                : asked(ORIGINALS, facility, number, doomed)
                        .param("own", doomed.files().map(ErasureReach::head).orElse(new byte[0]))
                        .query((row, n) -> new ReachedOriginals(
                                row.getLong("others"), row.getLong("unfiled"), row.getLong("left_open")))
                        .single();
        return new ErasurePlan(
                standing(doomed),
                records.records(),
                records.charts(),
                originals.others(),
                originals.unfiled(),
                records.left(),
                originals.left(),
                records.which());
    }

    private StatementSpec asked(String sql, FacilityId facility, byte @Nullable [] number, DoomedKeys doomed) {
        return db.sql(sql)
                .param("facility", facility.value())
                .param("number", number)
                .param("whole", heads(doomed.whole()))
                .param("spared", heads(doomed.spared()))
                .param(
                        "leaves",
                        doomed.leaves().stream().map(ErasureReach::head).toArray(byte[][]::new));
    }

    private long standing(DoomedKeys doomed) {
        return db
                .sql("select ring from data_key where id = any(?::int[]) and ring is not null")
                .param(doomed.whole().stream().map(Object::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("ring", UUID.class))
                .list()
                .stream()
                .filter(ring::holds)
                .count();
    }

    private static byte[][] heads(Collection<Integer> keys) {
        return keys.stream()
                .map(key -> ByteBuffer.allocate(Integer.BYTES).putInt(key).array())
                .toArray(byte[][]::new);
    }

    /// As it stands in an envelope.
    private static byte[] head(NamedLeaf leaf) {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(leaf.key())
                .putInt(leaf.leaf())
                .array();
    }
}
