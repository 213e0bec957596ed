package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.record.vault.DataKeys.NamedLeaf;
import hmnet.record.vault.SealedSubject.FilesOfChart;
import hmnet.record.vault.SealedSubject.OfChart;
import hmnet.record.vault.SealedSubject.SingleFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every key under which something of one chart stands (1 人分の鍵): its own, those of the files that its rows were cut
/// from, and keys of whole buckets from before keys had leaves. One of these is spared: under it stand all files of
/// before that name no chart, of everybody.
final class KeysOfChart {
    /// The charts that have or had a number, and the originals that tell of them.
    static final String FILES = """
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
            select o.id, i.key, substring(i.body from 1 for :head) as head
              from large_file l join inbox i on i.id = l.inbox
             cross join lateral (values (l.object), (l.shown)) as o(id)
             where l.inbox in (select inbox from files) and o.id is not null""";

    /// What staff keep of somebody who had no chart yet stands under the person's id.
    private static final String PERSONS = FILES + """
            select person as id from linkage where patient in (select id from chart)""";

    /// In whose bucket files of before lie that name no chart.
    private static final String NO_CHART = "";

    /// How much of an envelope says under what it stands.
    private static final int HEAD = Envelope.LEAF_AT + Integer.BYTES;

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
    /// @param spared numbers of data keys under which something of the chart may stand, and that stay
    /// @param files the leaf of files that name the chart
    record DoomedKeys(Set<Integer> whole, Set<NamedLeaf> leaves, Set<Integer> spared, Optional<NamedLeaf> files) {}

    /// @param sealed the number as tables have it
    DoomedKeys of(FacilityId facility, String number, byte[] sealed) {
        var spared = older(facility, DataKeys.bucket(NO_CHART));
        var whole = new HashSet<>(older(facility, DataKeys.bucket(number)));
        var leaves = new HashSet<NamedLeaf>();
        db.sql(HEADS)
                .param("facility", facility.value())
                .param("number", sealed)
                .param("head", HEAD)
                .query((row, n) -> Objects.requireNonNull(row.getBytes("head")))
                .list()
                .forEach(head -> named(head)
                        .ifPresentOrElse(
                                leaves::add,
                                () -> whole.add(ByteBuffer.wrap(head).getInt(Envelope.KEY_AT))));
        Stream.concat(
                        Stream.of(new OfChart(number), new FilesOfChart(number)),
                        Stream.concat(
                                objects(facility, sealed).map(SingleFile::new),
                                persons(facility, sealed).map(OfChart::new)))
                .flatMap(subject -> leaf(facility, subject).stream())
                .forEach(leaves::add);
        whole.removeAll(spared);
        return new DoomedKeys(whole, leaves, spared, leaf(facility, new FilesOfChart(number)));
    }

    /// Charts that have or had a number; counted under the facility's lock without reading all of its rows.
    Set<Long> holders(FacilityId facility, byte @Nullable [] sealed) {
        return db.sql("select id from patient where facility = ? and domain = '' and number = ?::bytea")
                .params(Arrays.asList(facility.value(), sealed))
                .query((row, n) -> row.getLong("id"))
                .set();
    }

    private Set<Integer> older(FacilityId facility, short bucket) {
        return db.sql("""
                        select id from data_key
                         where facility = ? and bucket = ? and retired_at is not null and erased_at is null""")
                .params(facility.value(), bucket)
                .query((row, n) -> row.getInt("id"))
                .set();
    }

    /// The leaf that an envelope names; none in one of before.
    private static Optional<NamedLeaf> named(byte[] head) {
        var bytes = ByteBuffer.wrap(head);
        return head[0] == Envelope.FORMAT
                ? Optional.of(new NamedLeaf(bytes.getInt(Envelope.KEY_AT), bytes.getInt(Envelope.LEAF_AT)))
                : Optional.empty();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
    private record LargeOriginal(String object, byte[] key, byte[] head) {}

    /// Objects whose descriptor names no chart: it has a leaf of its own then, and so has the object.
    private Stream<String> objects(FacilityId facility, byte[] sealed) {
        return db
                .sql(OBJECTS)
                .param("facility", facility.value())
                .param("number", sealed)
                .param("head", HEAD)
                .query((row, n) -> new LargeOriginal(
                        row.getObject("id", UUID.class).toString(), row.getBytes("key"), row.getBytes("head")))
                .list()
                .stream()
                .filter(one -> named(one.head())
                        .equals(leaf(facility, new SingleFile(HexFormat.of().formatHex(one.key())))))
                .map(LargeOriginal::object);
    }

    private Stream<String> persons(FacilityId facility, byte[] sealed) {
        return db
                .sql(PERSONS)
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
