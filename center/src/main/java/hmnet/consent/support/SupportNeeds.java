package hmnet.consent.support;

import hmnet.consent.protection.Protections;
import hmnet.consent.proxies.Deaths;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.ground.routes.Right;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who needs support in a disaster, as they say themselves, and the list of their municipality (要配慮者の申出). A
/// municipality sees those alone who named it. No line tells of a chart.
@Component
public class SupportNeeds {
    private final JdbcClient db;
    private final FieldSeal seal;
    private final SupportSettings settings;
    private final Facilities facilities;
    private final Persons persons;
    private final Protections protections;
    private final Deaths deaths;
    private final Audit audit;

    SupportNeeds(
            JdbcClient db,
            Keys keys,
            SupportSettings settings,
            Facilities facilities,
            Persons persons,
            Protections protections,
            Deaths deaths,
            Audit audit) {
        this.db = db;
        this.seal = new FieldSeal(keys, "support needs");
        this.settings = settings;
        this.facilities = facilities;
        this.persons = persons;
        this.protections = protections;
        this.deaths = deaths;
        this.audit = audit;
    }

    /// What stands of somebody (申出).
    public record StandingNeed(long id, FacilityId municipality, SupportWords said, OffsetDateTime since) {}

    /// What came of what somebody said (申出の結果).
    public enum SupportOutcome {
        SAID,
        /// Their municipality keeps no list here, or their address names none.
        NO_TOWN,
        /// The list shows addresses, and theirs is hidden.
        PROTECTED
    }

    public Optional<StandingNeed> of(PersonId person) {
        return db.sql("select * from support_need where person = ? and ended_at is null")
                .param(person.value())
                .query(this::read)
                .optional();
    }

    /// The municipality that would see what somebody says: that of their registered address.
    public Optional<Facility> municipality(PersonId person) {
        var named = settings.named();
        return persons.find(person)
                .flatMap(one -> facilities.all().stream()
                        .filter(facility -> facility.kind() == FacilityKind.MUNICIPALITY)
                        .filter(facility -> named.containsKey(facility.code()))
                        .filter(facility -> one.town().startsWith(named.get(facility.code())))
                        .findFirst());
    }

    /// The resident says it, or says something else than before.
    @Transactional
    public SupportOutcome say(ResidentCaller resident, SupportWords said) {
        var person = new PersonId(resident.person());
        var town = municipality(person);
        var outcome = outcome(person, town);
        if (outcome == SupportOutcome.SAID) {
            write(person, town.orElseThrow().id(), said, "app");
            audit.write(resident.did(Action.SUPPORT_SAID, "said")
                    .with("how", "app")
                    .with("municipality", town.orElseThrow().name()));
        }
        return outcome;
    }

    /// The desk of their municipality takes it down from a paper that they signed.
    @Transactional
    public SupportOutcome record(Requester by, PersonId person, SupportWords said) {
        var town = town(by).isEmpty()
                ? Optional.<Facility>empty()
                : municipality(person).filter(one -> one.id().equals(by.facility()));
        var outcome = outcome(person, town);
        if (outcome == SupportOutcome.SAID) {
            write(person, by.facility(), said, "paper");
            audit.write(by.did(
                    Action.SUPPORT_SAID,
                    person.value(),
                    "said",
                    Map.of("how", "paper", "municipality", by.facilityName())));
        }
        return outcome;
    }

    private SupportOutcome outcome(PersonId person, Optional<Facility> town) {
        if (town.isEmpty() || deaths.isDead(person)) {
            return SupportOutcome.NO_TOWN;
        }
        return protections.isProtected(person) ? SupportOutcome.PROTECTED : SupportOutcome.SAID;
    }

    private void write(PersonId person, FacilityId municipality, SupportWords said, String how) {
        lock(person);
        ended(person);
        var id = db.sql("select nextval(pg_get_serial_sequence('support_need', 'id'))")
                .query(Long.class)
                .single();
        db.sql("""
                        insert into support_need (id, person, municipality, said, how)
                        overriding system value values (?, ?, ?, ?, ?)""")
                .params(
                        id,
                        person.value(),
                        municipality.value(),
                        seal.seal(place(id), said.text().getBytes(StandardCharsets.UTF_8)),
                        how)
                .update();
    }

    /// @return false where nothing stood
    @Transactional
    public boolean end(ResidentCaller resident) {
        var person = new PersonId(resident.person());
        lock(person);
        if (!ended(person)) {
            return false;
        }
        audit.write(resident.did(Action.SUPPORT_SAID, "ended"));
        return true;
    }

    /// The same by a paper, at the desk of the municipality that sees it.
    @Transactional
    public boolean end(Requester by, PersonId person) {
        lock(person);
        var stands = town(by).isPresent()
                && of(person)
                        .filter(one -> one.municipality().equals(by.facility()))
                        .isPresent();
        if (!stands) {
            return false;
        }
        ended(person);
        audit.write(by.did(Action.SUPPORT_SAID, person.value(), "ended", Map.of("how", "paper")));
        return true;
    }

    /// Two who say something of one person at once are one after the other.
    private void lock(PersonId person) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('support ' || ?, 0))")
                .param(person.toString())
                .query(row -> {});
    }

    private boolean ended(PersonId person) {
        return db.sql("update support_need set ended_at = now() where person = ? and ended_at is null")
                        .param(person.value())
                        .update()
                > 0;
    }

    /// A line of the list (名簿の一行).
    ///
    /// @param moved whether the registered address has left the town: then the list shows none
    public record SupportLine(long id, Person person, SupportWords said, OffsetDateTime since, boolean moved) {
        public String address() {
            return moved ? "" : person.address();
        }

        public String phone() {
            return moved ? "" : person.phone();
        }
    }

    /// How a list leaves (名簿の渡し方); a word of the log.
    public enum ListForm {
        SCREEN("shown", Action.SUPPORT_LISTED),
        FILE("file", Action.SUPPORT_EXPORTED),
        PAPER("paper", Action.SUPPORT_EXPORTED);

        private final String word;
        private final Action action;

        ListForm(String word, Action action) {
            this.word = word;
            this.action = action;
        }
    }

    /// The name of the requester's town; nothing where their facility keeps no list.
    public Optional<String> town(Requester by) {
        return by.may(Right.TOWN)
                ? Optional.ofNullable(
                        settings.named().get(facilities.get(by.facility()).code()))
                : Optional.empty();
    }

    public int exportMax() {
        return settings.exportMax();
    }

    /// Those who named the requester's municipality, in the order in which they said so. Each line stands in
    /// the log of its person. Whoever died or is protected meanwhile is left out.
    ///
    /// @param after the last line of the page before; 0 to begin
    @Transactional
    public List<SupportLine> list(Requester by, long after, int most, ListForm form) {
        var town = town(by);
        if (town.isEmpty()) {
            return List.of();
        }
        var rows = db.sql("""
                        select * from support_need n
                         where n.municipality = ? and n.ended_at is null and n.id > ?
                           and not is_dead(n.person)
                           and not exists (select from consent c
                                            where c.person = any(one_with(n.person)) and c.protected_since is not null)
                         order by n.id limit ?""")
                .params(by.facility().value(), after, most)
                .query((row, number) -> Map.entry(new PersonId(row.getObject("person", UUID.class)), read(row, number)))
                .list();
        var people = persons.find(rows.stream().map(Map.Entry::getKey).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var lines = new ArrayList<SupportLine>();
        for (var row : rows) {
            var person = Objects.requireNonNull(people.get(row.getKey()));
            lines.add(new SupportLine(
                    row.getValue().id(),
                    person,
                    row.getValue().said(),
                    row.getValue().since(),
                    !person.town().startsWith(town.get())));
            audit.write(by.did(form.action, person.id().value(), form.word, Map.of()));
        }
        audit.write(by.did(form.action, form.word).with("lines", Integer.toString(lines.size())));
        return lines;
    }

    private StandingNeed read(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        return new StandingNeed(
                id,
                new FacilityId(row.getLong("municipality")),
                SupportWords.read(new String(seal.open(place(id), row.getBytes("said")), StandardCharsets.UTF_8)),
                row.getObject("since", OffsetDateTime.class));
    }

    private static String place(long id) {
        return "support_need|" + id;
    }
}
