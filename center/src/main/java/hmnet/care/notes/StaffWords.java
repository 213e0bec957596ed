package hmnet.care.notes;

import hmnet.care.notes.StaffWord.StaffSaid;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The rows of what staff keep of a person (院内の覚えの保管): found by a keyed hash of facility and person, so that no query
/// reads another facility's; sealed under the key of the facility's chart, so that erasing it erases them
/// too. A row is never changed.
@Component
class StaffWords {
    private static final String BREAK = "\u001F";
    private static final int MOST = 5_000;

    private final JdbcClient db;
    private final DataKeys dataKeys;
    private final Envelopes envelopes;
    private final SamePersons samePersons;
    private final Successions successions;
    private final OwnCharts ownCharts;
    private final KeyedHash hash;
    private final Clock clock;

    StaffWords(
            JdbcClient db,
            DataKeys dataKeys,
            Envelopes envelopes,
            SamePersons samePersons,
            Successions successions,
            OwnCharts ownCharts,
            Keys keys,
            Clock clock) {
        this.db = db;
        this.dataKeys = dataKeys;
        this.envelopes = envelopes;
        this.samePersons = samePersons;
        this.successions = successions;
        this.ownCharts = ownCharts;
        this.hash = new KeyedHash(keys, "words of staff");
        this.clock = clock;
    }

    /// Under which number's key the words are sealed, made ready before the transaction: the chart number that the
    /// facility has for the person, else the person's own id.
    String number(Requester by, PersonId person) {
        var number = ownCharts.ofPersons(by.facility(), List.of(person)).stream()
                .map(OwnChart::number)
                .findFirst()
                .orElseGet(person::toString);
        dataKeys.ready(by.facility(), List.of(number));
        return number;
    }

    /// Those of the reader's facility, and of facilities whose records it has taken over; versions of one subject in
    /// their order. Of persons who are one, all.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StaffWord> of(Requester reader, PersonId person) {
        var places = places(reader, person);
        return db.sql("""
                        select id, subject, version, about, at, said from staff_word
                         where about = any(?) order by at desc, subject, version desc limit ?""")
                .param(places.keySet().toArray(Long[]::new))
                .param(MOST)
                .query((row, n) -> {
                    var place = Objects.requireNonNull(places.get(row.getLong("about")));
                    return new StaffWord(
                            row.getObject("subject", UUID.class),
                            place.kind(),
                            row.getInt("version"),
                            row.getObject("at", OffsetDateTime.class),
                            open(place.facility(), row.getObject("id", UUID.class), row.getBytes("said")));
                })
                .list()
                .reversed();
    }

    /// Who writes next waits until the transaction ends: limits and versions are counted under this lock.
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(Requester by, PersonId person) {
        db.sql("select pg_advisory_xact_lock(?)")
                .param(about(StaffWordKind.NOTE, by.facility(), person))
                .query(row -> {});
    }

    /// @param number as `number` made it ready
    /// @param subject of a fresh one too
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(
            Requester by,
            PersonId person,
            String number,
            StaffWordKind kind,
            UUID subject,
            int version,
            StaffAct act,
            List<String> fields) {
        dataKeys.hold(by.facility());
        var id = UUID.randomUUID();
        var text = String.join(
                BREAK,
                Stream.concat(
                                Stream.of(
                                        act.word(),
                                        Long.toString(by.staff().value()),
                                        by.name(),
                                        by.profession().word()),
                                fields.stream().map(field -> field.replace(BREAK, " ")))
                        .toList());
        var key = dataKeys.of(by.facility(), number);
        var place = EnvelopeContext.ofStaffWord(by.facility().value(), id);
        var said = envelopes.with(
                envelope -> envelope.seal(text.getBytes(StandardCharsets.UTF_8), Dictionaries.EXTRACT, key, place));
        db.sql("insert into staff_word (id, subject, version, about, at, said) values (?, ?, ?, ?, ?, ?)")
                .params(id, subject, version, about(kind, by.facility(), person), OffsetDateTime.now(clock), said)
                .update();
    }

    private @Nullable StaffSaid open(FacilityId facility, UUID id, byte[] said) {
        var place = EnvelopeContext.ofStaffWord(facility.value(), id);
        return opened(said, place)
                .map(text -> {
                    var fields = List.of(text.split(BREAK, -1));
                    return new StaffSaid(
                            StaffAct.of(fields.get(0)).orElseThrow(),
                            Long.parseLong(fields.get(1)),
                            fields.get(2),
                            fields.get(3),
                            fields.subList(4, fields.size()));
                })
                .orElse(null);
    }

    private Optional<String> opened(byte[] said, byte[] place) {
        try {
            return Optional.of(
                    new String(envelopes.with(envelope -> envelope.open(said, place)), StandardCharsets.UTF_8));
        } catch (ErasedKey erased) {
            return Optional.empty();
        }
    }

    private record WordPlace(StaffWordKind kind, FacilityId facility) {}

    private Map<Long, WordPlace> places(Requester reader, PersonId person) {
        var places = new HashMap<Long, WordPlace>();
        var persons = samePersons.of(person);
        for (var facility : successions.now().standsFor(reader.facility(), Follows.RECORDS)) {
            for (var one : persons) {
                for (var kind : StaffWordKind.values()) {
                    places.put(about(kind, facility, one), new WordPlace(kind, facility));
                }
            }
        }
        return places;
    }

    private long about(StaffWordKind kind, FacilityId facility, PersonId person) {
        return hash.of(kind.word() + "/" + facility.value() + "/" + person.value());
    }
}
