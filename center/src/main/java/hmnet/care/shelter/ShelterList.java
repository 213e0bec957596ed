package hmnet.care.shelter;

import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disaster;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of one facility's staff at a shelter, under the disaster mode that holds (避難所名簿). To another facility it is
/// none, and nothing of it is left to read once the mode is over.
@Component
class ShelterList {
    static final int MOST = 1_000;

    private final JdbcClient db;
    private final FieldSeal seal;
    private final Disasters disasters;
    private final Protections protections;
    private final Audit audit;

    ShelterList(JdbcClient db, Keys keys, Disasters disasters, Protections protections, Audit audit) {
        this.db = db;
        this.seal = new FieldSeal(keys, "shelter lists");
        this.disasters = disasters;
        this.protections = protections;
        this.audit = audit;
    }

    /// A line (名簿の一行).
    ///
    /// @param person who it is in the network, or null
    record ShelterEntry(long id, @Nullable PersonId person, ShelterWords said, OffsetDateTime enteredAt) {}

    /// What came of writing somebody down (記入の結果).
    enum EntryOutcome {
        ENTERED,
        /// They stand there already.
        THERE,
        /// Where they are is nobody's to write down here: they are protected.
        KEPT,
        /// The list is full, or the mode is over.
        CLOSED
    }

    /// @param person whom the network knows, found just before; or null
    @Transactional
    EntryOutcome enter(Requester by, @Nullable Person person, ShelterWords said) {
        var disaster = disasters.opensTo(by);
        if (disaster.isEmpty() || count(by, disaster.get()) >= MOST) {
            return EntryOutcome.CLOSED;
        }
        if (person != null && protections.isProtected(person.id())) {
            return EntryOutcome.KEPT;
        }
        var id = db.sql("select nextval(pg_get_serial_sequence('shelter_entry', 'id'))")
                .query(Long.class)
                .single();
        var written = db.sql("""
                        insert into shelter_entry (id, disaster, facility, person, said, entered_by)
                        overriding system value values (:id, :disaster, :facility, :person, :said, :by)
                            on conflict do nothing""")
                        .param("id", id)
                        .param("disaster", disaster.get().id())
                        .param("facility", by.facility().value())
                        .param("person", person == null ? null : person.id().value(), Types.OTHER)
                        .param("said", seal.seal(place(id), said.text().getBytes(StandardCharsets.UTF_8)))
                        .param("by", by.staff().value())
                        .update()
                == 1;
        if (!written) {
            return EntryOutcome.THERE;
        }
        audit.write(by.did(
                Action.SHELTER_ENTERED,
                person == null ? null : person.id().value(),
                "entered",
                Map.of(
                        "entry",
                        Long.toString(id),
                        "disaster",
                        Long.toString(disaster.get().id()))));
        return EntryOutcome.ENTERED;
    }

    /// They left the shelter.
    @Transactional
    boolean leave(Requester by, long id) {
        var entry = disasters
                .opensTo(by)
                .flatMap(disaster -> db.sql("""
                                update shelter_entry set left_at = now()
                                 where id = ? and disaster = ? and facility = ? and left_at is null returning *""")
                        .params(id, disaster.id(), by.facility().value())
                        .query(this::read)
                        .optional());
        entry.ifPresent(one -> audit.write(by.did(
                Action.SHELTER_ENTERED,
                one.person() == null ? null : one.person().value(),
                "left",
                Map.of("entry", Long.toString(id)))));
        return entry.isPresent();
    }

    /// A part of the list (名簿の一部).
    ///
    /// @param next the line after which the next part begins, or null; it counts those who are left out too
    record ShelterLines(
            List<ShelterEntry> entries, @Nullable Long next) {}

    /// Those who are there, in the order in which they were written down. Each line of a known person stands in their
    /// log.
    ///
    /// @param form `shown`, `file` or `medicines`
    @Transactional
    ShelterLines list(Requester by, long after, int most, String form) {
        var all = disasters
                .opensTo(by)
                .map(disaster -> lines(by, disaster, after, most))
                .orElseGet(List::of);
        var hidden = hidden(by, all);
        var lines = all.stream()
                .filter(line -> line.person() == null || !hidden.contains(line.person()))
                .toList();
        for (var line : lines) {
            if (line.person() != null) {
                audit.write(by.did(Action.SHELTER_LISTED, line.person().value(), form, Map.of()));
            }
        }
        audit.write(by.did(Action.SHELTER_LISTED, form).with("lines", Integer.toString(lines.size())));
        return new ShelterLines(lines, all.size() == most ? all.getLast().id() : null);
    }

    private List<ShelterEntry> lines(Requester by, Disaster disaster, long after, int most) {
        return db.sql("""
                        select * from shelter_entry
                         where disaster = ? and facility = ? and left_at is null and id > ? order by id limit ?""")
                .params(disaster.id(), by.facility().value(), after, most)
                .query(this::read)
                .list();
    }

    /// Who was protected since they were written down, or does not exist for the reader.
    private Set<PersonId> hidden(Requester by, List<ShelterEntry> lines) {
        var known = lines.stream()
                .map(ShelterEntry::person)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        var hidden = new HashSet<>(protections.protectedOf(known));
        hidden.addAll(protections.keptFrom(by, known));
        return hidden;
    }

    private long count(Requester by, Disaster disaster) {
        return db.sql("select count(*) from shelter_entry where disaster = ? and facility = ? and left_at is null")
                .params(disaster.id(), by.facility().value())
                .query(Long.class)
                .single();
    }

    private ShelterEntry read(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        return new ShelterEntry(
                id,
                Optional.ofNullable(row.getObject("person", UUID.class))
                        .map(PersonId::new)
                        .orElse(null),
                ShelterWords.read(new String(seal.open(place(id), row.getBytes("said")), StandardCharsets.UTF_8)),
                row.getObject("entered_at", OffsetDateTime.class));
    }

    private static String place(long id) {
        return "shelter_entry|" + id;
    }
}
