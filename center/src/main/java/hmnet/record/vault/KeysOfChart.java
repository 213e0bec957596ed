package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.record.vault.DataKeys.NamedLeaf;
import hmnet.record.vault.SealedSubject.FilesOfChart;
import hmnet.record.vault.SealedSubject.OfChart;
import hmnet.record.vault.SealedSubject.SingleFile;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every key under which something of one chart stands (1 人分の鍵): its own, those of the files that its rows were cut
/// from, and keys of whole buckets from before keys had leaves.
final class KeysOfChart {
    private static final String FILES = """
            with chart as (select id from patient where facility = :facility and domain = '' and number = :number),
                 rows as (select extract, inbox, kind from record
                           where patient in (select id from chart) and facility = :facility),
                 files as (select inbox from rows
                            union select p.id from inbox_patient p join inbox i on i.id = p.id
                                   where i.facility = :facility and p.number = :number)
            """;
    private static final String HEADS = FILES + """
            select substring(extract from 1 for :head) as head from rows where kind <> 0
             union select substring(body from 1 for :head) from inbox where id in (select inbox from files)
             union select substring(verdict from 1 for :head) from large_file
                    where inbox in (select inbox from files) and verdict is not null""";
    private static final String OBJECTS = FILES + """
            select o.id from large_file l cross join lateral (values (l.object), (l.shown)) as o(id)
             where l.inbox in (select inbox from files) and o.id is not null""";

    /// What staff keep of somebody who had no chart yet stands under the person's id.
    private static final String PERSONS = FILES + """
            select person as id from linkage where patient in (select id from chart)""";

    private final JdbcClient db;
    private final DataKeys keys;

    /// @param db as the owner of the tables
    KeysOfChart(JdbcClient db, DataKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /// What is to be destroyed.
    ///
    /// @param whole numbers of data keys
    record DoomedKeys(Set<Integer> whole, Set<NamedLeaf> leaves) {}

    /// @param sealed the number as tables have it
    DoomedKeys of(FacilityId facility, String number, byte[] sealed) {
        var whole = new HashSet<>(older(facility, DataKeys.bucket(number)));
        var leaves = new HashSet<NamedLeaf>();
        db.sql(HEADS)
                .param("facility", facility.value())
                .param("number", sealed)
                .param("head", Envelope.LEAF_AT + Integer.BYTES)
                .query((row, n) -> Objects.requireNonNull(row.getBytes("head")))
                .list()
                .forEach(head -> {
                    var key = ByteBuffer.wrap(head).getInt(Envelope.KEY_AT);
                    if (head[0] == Envelope.FORMAT) {
                        leaves.add(new NamedLeaf(key, ByteBuffer.wrap(head).getInt(Envelope.LEAF_AT)));
                    } else {
                        whole.add(key);
                    }
                });
        Stream.concat(
                        Stream.of(new OfChart(number), new FilesOfChart(number)),
                        Stream.concat(
                                found(OBJECTS, facility, sealed).map(SingleFile::new),
                                found(PERSONS, facility, sealed).map(OfChart::new)))
                .flatMap(subject -> leaf(facility, subject).stream())
                .forEach(leaves::add);
        return new DoomedKeys(whole, leaves);
    }

    private Set<Integer> older(FacilityId facility, short bucket) {
        return db.sql("""
                        select id from data_key
                         where facility = ? and bucket = ? and retired_at is not null and erased_at is null""")
                .params(facility.value(), bucket)
                .query((row, n) -> row.getInt("id"))
                .set();
    }

    private Stream<String> found(String sql, FacilityId facility, byte[] sealed) {
        return db
                .sql(sql)
                .param("facility", facility.value())
                .param("number", sealed)
                .query((row, n) -> row.getObject("id", UUID.class).toString())
                .list()
                .stream();
    }

    /// None where its bucket has no key: nothing was ever sealed there.
    private Optional<NamedLeaf> leaf(FacilityId facility, SealedSubject subject) {
        return keys.inUse(facility, subject).map(key -> new NamedLeaf(key.id(), key.leaf()));
    }
}
