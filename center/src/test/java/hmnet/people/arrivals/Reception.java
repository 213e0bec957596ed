package hmnet.people.arrivals;

import hmnet.ground.directory.FacilityId;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.Persons;
import hmnet.people.patients.NumberWord;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// The shared centre where charts come in and are matched one by one (受付), apart from those of other tests.
public abstract class Reception extends Ward {
    private static final AtomicInteger DAYS = new AtomicInteger(0);

    @Autowired
    protected Patients patients;

    @Autowired
    protected Persons persons;

    @Autowired
    protected Lookalikes lookalikes;

    @Autowired
    protected ArrivalMatcher arrivalMatcher;

    @Autowired
    protected Reviews reviews;

    @Autowired
    protected MatchExclusions matchExclusions;

    @Autowired
    protected TransactionTemplate transaction;

    /// Sends a chart, which waits to be matched.
    protected PatientId sent(FacilityId hospital, String number, Human human) {
        return Objects.requireNonNull(
                transaction.execute(status -> NumberWord.patient(patients, hospital, claim(number, human))));
    }

    /// Sends a chart again that reads otherwise now, of which the hospital's desk says that the human is
    /// the same.
    protected PatientId putRight(FacilityId hospital, String number, Human human) {
        return Objects.requireNonNull(
                transaction.execute(status -> NumberWord.putRight(patients, hospital, claim(number, human))));
    }

    private static PatientClaim claim(String number, Human human) {
        var at = OffsetDateTime.parse("2026-04-01T09:00:00+09:00").plusDays(DAYS.incrementAndGet());
        return new PatientClaim(number, human.said(), at, true, human.insurance(), null, null);
    }

    protected PatientId sent(Human human) {
        return sent(hospital(), number(), human);
    }

    protected boolean waits(PatientId patient) {
        return db.sql("select count(*) from match_waiting where patient = ?")
                        .param(patient.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Matches one chart as the worker would.
    protected PatientId matched(PatientId patient) {
        transaction.executeWithoutResult(status -> {
            matchExclusions.follow(List.of(patient));
            lookalikes.patient(patient.value()).ifPresent(arrivalMatcher::match);
            db.sql("delete from match_waiting where patient = ?")
                    .param(patient.value())
                    .update();
        });
        return patient;
    }

    protected PatientId matched(Human human) {
        return matched(sent(human));
    }

    /// Registers somebody at the office and matches them.
    protected PersonId registered(Human human) {
        var person = human.applicant();
        persons.register(person);
        transaction.executeWithoutResult(
                status -> lookalikes.person(person.id().value()).ifPresent(arrivalMatcher::match));
        return person.id();
    }

    protected Optional<PersonId> personOf(PatientId patient) {
        return persons.holder(patient).map(Persons.ChartHolder::person);
    }

    /// All questions about a chart that wait.
    protected List<Review> asked(PatientId patient) {
        return db.sql("""
                        select id from match_review
                         where (patient = ? or other_patient = ?) and state in ('open', 'later') order by id""").params(patient.value(), patient.value()).query((row, n) -> row.getLong("id")).list().stream()
                .flatMap(id -> reviews.find(id).stream())
                .toList();
    }

    /// Every event about a chart, in words.
    protected List<String> history(PatientId patient) {
        return db.sql(
                        "select action || ' by ' || by || ' of ' || person as event from link_event where patient = ? order by id")
                .param(patient.value())
                .query((row, n) -> row.getString("event"))
                .list();
    }

    protected static String event(String action, String by, PersonId person) {
        return action + " by " + by + " of " + person;
    }
}
