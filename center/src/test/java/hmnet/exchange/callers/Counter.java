package hmnet.exchange.callers;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.personquery.NamePart;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.limits.LimitSettings;
import hmnet.ground.limits.ReadingLimits;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.matching.KeyedSearch;
import hmnet.people.matching.SearchKeys;
import hmnet.people.patients.NumberWord;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Hospitals, invented people and machines that ask about them (照会窓口). Everybody has a birthday nobody
/// else has.
public abstract class Counter extends Ward {
    private static final AtomicInteger DAYS = new AtomicInteger(0);

    @Autowired
    protected Patients patients;

    @Autowired
    protected Persons persons;

    @Autowired
    protected MatchExclusions matchExclusions;

    @Autowired
    private SealedDemographics sealed;

    @Autowired
    private KeyedSearch keyed;

    @Autowired
    protected Callers callers;

    @Autowired
    protected Domains domains;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private ReadingLimits limits;

    @Autowired
    private LimitSettings limitSettings;

    /// A birthday that no test used yet.
    protected static LocalDate birthday() {
        return LocalDate.of(1905, 1, 1).plusDays(DAYS.incrementAndGet());
    }

    protected static Demographics hanako(LocalDate born) {
        return named("髙﨑", "花子", "タカサキ", "ハナコ", born);
    }

    protected static Demographics named(
            String family, String given, String familyKana, String givenKana, LocalDate born) {
        return new Demographics(
                family,
                given,
                familyKana,
                givenKana,
                born,
                "female",
                "730-0099",
                "広島県架空市青葉町3丁目4番5号",
                "082-555-0199",
                null);
    }

    /// A hospital sends a chart.
    protected PatientId sent(FacilityId hospital, String number, Demographics said) {
        var patientClaim = new PatientClaim(number, said, OffsetDateTime.parse("2026-04-01T09:00:00+09:00"), true);
        var resolved = new ArrayList<PatientId>();
        transaction.executeWithoutResult(status -> resolved.add(NumberWord.patient(patients, hospital, patientClaim)));
        return resolved.getFirst();
    }

    /// The office registers somebody, who says how much is shown.
    protected PersonId registered(Demographics said, ConsentChoice choice) {
        var applicant = new Person(
                PersonId.fresh(),
                Persons.freshRegionalId(),
                said.familyName(),
                said.givenName(),
                said.familyKana(),
                said.givenKana(),
                Objects.requireNonNull(said.birthDate()),
                said.sex(),
                said.postalCode(),
                said.address(),
                Person.town(said.address()),
                said.phone());
        var person = cards.issueFor(applicant, office()).holder().id();
        consents.record(person, choice, "paper", "2026-04", office());
        return person;
    }

    /// A hospital sends a chart and its desk ties it.
    protected PatientId tied(FacilityId hospital, String number, Demographics said, PersonId person) {
        var patient = sent(hospital, number, said);
        persons.link(person, hospital, number, Actor.staff(1), "desk");
        return patient;
    }

    /// As the matcher would link a chart.
    protected void matched(PatientId patient, PersonId person) {
        db.sql("""
                        with told as (insert into link_event (patient, person, action, by, why, source)
                                      values (?, ?, 'link', 'matcher', 'match', 'matcher') returning patient, person)
                        insert into linkage (patient, person, since, source)
                        select patient, person, now(), 'matcher' from told""").params(patient.value(), person.value()).update();
    }

    /// The matcher is off in tests: what it would note of a chart is noted by hand.
    protected void keyed(PatientId patient) {
        var said = db.sql("select id, shown from patient where id = ?")
                .param(patient.value())
                .query((row, n) -> sealed.patient(row, "id"))
                .single();
        var chart = new hmnet.people.matching.Demographics(
                "",
                "",
                "",
                said.familyName() + "　" + said.givenName(),
                said.familyKana() + "　" + said.givenKana(),
                said.sex(),
                String.valueOf(said.birthDate()).replace("-", ""),
                said.postalCode(),
                said.address(),
                said.phone(),
                "",
                "",
                "",
                "");
        for (var key : keyed.of(SearchKeys.of(chart).keys())) {
            db.sql("insert into search_key (key, patient) values (?, ?)")
                    .params(key, patient.value())
                    .update();
        }
    }

    protected void cardRead(FacilityId facility, PersonId person) {
        relations.begin(at(facility, Profession.RECEPTION), person, RelationOrigin.CARD);
    }

    protected Caller caller(FacilityId facility, TransactionGroup transactionGroup) {
        return new Caller(facility, transactionGroup, Scope.OWN, false);
    }

    protected Caller ofRegion(FacilityKind kind) {
        return new Caller(facility(kind), TransactionGroup.PDQ, Scope.REGION, kind == FacilityKind.OFFICE);
    }

    protected static Question question(String... parameters) {
        var named = new TreeMap<String, String>();
        for (var i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return new Question("ITI-TEST", "question", named);
    }

    protected static List<NamePart> name(String family, String given) {
        return List.of(
                new NamePart(NamePart.NameField.FAMILY, family, false),
                new NamePart(NamePart.NameField.GIVEN, given, false));
    }

    /// The machine of a facility is told of as many people as it may be in an hour.
    protected void toldOfAsManyAsItMay(FacilityId facility) {
        var before = db.sql("select count(*) from person_told where facility = ?")
                .param(facility.value())
                .query(Integer.class)
                .single();
        var people = Stream.generate(UUID::randomUUID)
                .limit(limitSettings.personsHour() - before)
                .toList();
        assertThat(transaction.<Boolean>execute(status -> limits.admit(facility, people)))
                .isTrue();
    }

    /// What a facility asks beyond its limit stands in the log and on the desk, once for each question.
    protected void assertStopped(FacilityId facility, String transactionName, int questions) {
        assertThat(logged("query-refused", "over the limit", transactionName, "\"facility:" + facility.value() + "\""))
                .hasSize(questions);
        assertThat(db.sql("select measure from reading_alert where facility = ? and refused and closed_at is null")
                        .param(facility.value())
                        .query(String.class)
                        .list())
                .containsExactly("persons-hour");
        assertThat(logged("reading-alerted", "\"refused\"", "\"facility\":" + facility.value() + ","))
                .hasSize(1);
    }

    /// What stands in a person's own log about questions.
    protected List<Map<String, String>> asked(PersonId person) {
        return logged("person-queried", "\"person\":\"" + person.value() + "\"").stream()
                .map(event -> Map.of("event", event))
                .toList();
    }
}
