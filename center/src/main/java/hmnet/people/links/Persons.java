package hmnet.people.links;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.folding.Kana;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Persons and the links between them and facilities' patients (名寄せ). Every link and unlink is an event that
/// stays.
@Component
public class Persons {
    private static final String SELECT = "select " + SealedPersons.COLUMNS + " from person where ";

    private static final int BORN_ON_ONE_DAY_MAX = 5_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final LinkRows links;
    private final MatchQueue matching;
    private final SealedPersons sealed;
    private final PeopleKeys keys;
    private final SealedNumbers numbers;

    Persons(
            JdbcClient db,
            JdbcTemplate statements,
            LinkRows links,
            MatchQueue matching,
            SealedPersons sealed,
            PeopleKeys keys,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.sealed = sealed;
        this.keys = keys;
        this.db = db;
        this.statements = statements;
        this.links = links;
        this.matching = matching;
    }

    public Optional<Person> find(PersonId id) {
        return db.sql(SELECT + "id = ?").param(id.value()).query(sealed::read).optional();
    }

    /// Those of them who are registered, in no order.
    public List<Person> find(Collection<PersonId> ids) {
        return db.sql(SELECT + "id = any(?::uuid[])")
                .param(ids.stream().map(PersonId::toString).toArray(String[]::new))
                .query(sealed::read)
                .list();
    }

    /// Those called so, in any spelling of the reading, and born that day.
    public List<Person> called(String kana, LocalDate born) {
        var wanted = Kana.folded(kana);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return db
                .sql(SELECT + "born_key = ? order by id limit ?")
                .params(keys.bornOn(born), BORN_ON_ONE_DAY_MAX)
                .query(sealed::read)
                .list()
                .stream()
                .filter(person ->
                        Kana.folded(person.familyKana() + person.givenKana()).equals(wanted))
                .toList();
    }

    /// The person registered under this name, kana, birth date and address already; never a protected one,
    /// whom a form with the right words on it must not reach.
    public Optional<Person> registered(Person applicant) {
        return db
                .sql(SELECT + """
                        born_key = ?
                         and not exists (select from match_left_out o where o.person = person.id and o.why = ?)
                         order by id limit ?""")
                .params(keys.bornOn(applicant.birthDate()), MatchExclusions.PROTECTED, BORN_ON_ONE_DAY_MAX)
                .query(sealed::read)
                .list()
                .stream()
                .filter(applicant::readsLike)
                .findFirst();
    }

    /// Whom patients are linked to now, each once.
    public List<PersonId> personsOf(Collection<PatientId> patients) {
        return links.personsOf(patients);
    }

    /// The person a facility's patient is linked to now, and the chart number there.
    public Optional<ChartHolder> holder(PatientId patient) {
        return db.sql("""
                        select holder_of(p.id) as person, p.facility, p.number from patient p
                         where p.id = ? and holder_of(p.id) is not null""")
                .param(patient.value())
                .query((row, number) ->
                        new ChartHolder(new PersonId(row.getObject("person", UUID.class)), numbers.open(row)))
                .optional();
    }

    /// Whose a chart number is.
    public record ChartHolder(PersonId person, String number) {}

    @Transactional
    public void register(Person person) {
        statements.update(SealedPersons.INSERT, sealed.columns(List.of(person)));
        matching.addPersons(List.of(person.id()));
    }

    /// The office writes another name for a person (改姓・改名), who is matched again under it.
    @Transactional
    public void rename(PersonId person, String familyName, String givenName, String familyKana, String givenKana) {
        db.sql(SELECT + "id = ? for update")
                .param(person.value())
                .query(sealed::read)
                .optional()
                .map(known -> known.called(familyName, givenName, familyKana, givenKana))
                .ifPresent(renamed -> db.sql("update person set shown = ? where id = ?")
                        .params(sealed.seal(renamed), person.value())
                        .update());
        matching.addPersons(List.of(person));
    }

    /// The office stands behind a person from now on, also one that only the matcher had made.
    public void confirm(PersonId person) {
        var made = db.sql("update person set origin = 'office' where id = ? and origin <> 'office'")
                .param(person.value())
                .update();
        if (made == 1) {
            matching.addPersons(List.of(person));
        }
    }

    /// 地域共通ID: twenty random digits, never shown to a facility and never reused.
    public static String freshRegionalId() {
        return RANDOM.ints(20, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    /// Links a facility's chart number to a person. A number nobody has sent yet is taken down, since records
    /// come in any order. What only the matcher had found yields. A number that belongs to somebody else is
    /// left as it is: that is for a human to undo first.
    @Transactional
    public LinkOutcome link(PersonId person, FacilityId facility, String number, Actor by, String why) {
        matching.alone();
        var patient = db.sql("""
                        insert into patient (facility, number) values (?, ?)
                            on conflict (facility, domain, number, epoch) do update set number = excluded.number
                        returning id""")
                .params(facility.value(), numbers.of(facility, number))
                .query(Long.class)
                .single();
        var current = current(facility, number).orElse(new PatientId(patient));
        var cause = Cause.desk(by, why);
        var held = links.held(current.value());
        if (held.isPresent() && held.get().person().equals(person.value())) {
            if (held.get().source() == cause.source()) {
                return LinkOutcome.ALREADY;
            }
            links.confirm(current.value(), person.value(), cause);
            return LinkOutcome.LINKED;
        }
        if (links.mergedWithOther(current.value(), person.value())) {
            return LinkOutcome.SOMEBODY_ELSES;
        }
        if (held.isPresent() && held.get().provisional()) {
            links.unlink(current.value(), held.get().person(), Cause.matched("yields to the desk"));
        }
        if (!links.link(current.value(), person.value(), cause)) {
            return LinkOutcome.SOMEBODY_ELSES;
        }
        matching.add(List.of(current.value()));
        return LinkOutcome.LINKED;
    }

    /// Takes a link back. What was linked before stays in the events.
    @Transactional
    public void unlink(PatientId patient, PersonId person, Actor by, String why) {
        matching.alone();
        links.unlink(patient.value(), person.value(), Cause.desk(by, why));
        matching.add(List.of(patient.value()));
    }

    /// The open epoch of a chart number.
    public Optional<PatientId> current(FacilityId facility, String number) {
        return db.sql("""
                        select id from patient
                         where facility = ? and domain = '' and number = ? and closed_at is null
                         order by epoch desc limit 1""")
                .params(facility.value(), numbers.of(facility, number))
                .query(Long.class)
                .optional()
                .map(PatientId::new);
    }

    /// A chart number at a facility.
    public record ChartNumber(FacilityId facility, String number) {}

    /// Takes over persons registered before the centre started.
    public void takeOver(List<Person> people) {
        statements.update(SealedPersons.INSERT, sealed.columns(people));
        matching.addPersons(people.stream().map(Person::id).toList());
    }

    /// Takes over links made before the centre started, to chart numbers that nobody has sent yet.
    ///
    /// @param by what they were taken over from
    public void takeOverLinks(Map<ChartNumber, PersonId> charts, String by) {
        var facilities = charts.keySet().stream().map(c -> c.facility().value()).toArray(Long[]::new);
        var sealedNumbers = charts.keySet().stream()
                .map(chart -> numbers.of(chart.facility(), chart.number()))
                .toArray(byte[][]::new);
        var people = charts.values().stream().map(PersonId::toString).toArray(String[]::new);
        statements.update("""
                with wanted as (select * from unnest(?::bigint[], ?::bytea[], ?::uuid[]) as w(facility, number, person)),
                     made as (insert into patient (facility, number) select facility, number from wanted
                              returning id, facility, number),
                     told as (insert into link_event (patient, person, action, by, why)
                              select made.id, wanted.person, ?, ?, 'take-over'
                                from made join wanted using (facility, number))
                insert into linkage (patient, person, since)
                select made.id, wanted.person, now() from made join wanted using (facility, number)""", facilities, sealedNumbers, people, LinkAction.LINK.word(), by);
    }
}
