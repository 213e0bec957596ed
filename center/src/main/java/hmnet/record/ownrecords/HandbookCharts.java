package hmnet.record.ownrecords;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.people.links.LinkOutcome;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The residents' own notebook as a source of records (健康手帳という情報源): the one facility of kind `handbook`, and each
/// resident's number there. The office registers it like any other facility; until then nobody can write.
@Component
public class HandbookCharts {
    private static final int LOCK_SPACE = 7031;
    private static final int DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Facilities facilities;
    private final OwnCharts ownCharts;
    private final SamePersons samePersons;
    private final Persons persons;
    private final JdbcClient db;

    HandbookCharts(
            Facilities facilities, OwnCharts ownCharts, SamePersons samePersons, Persons persons, JdbcClient db) {
        this.facilities = facilities;
        this.ownCharts = ownCharts;
        this.samePersons = samePersons;
        this.persons = persons;
        this.db = db;
    }

    /// A resident's own chart: the facility and the number.
    public record HandbookChart(Facility facility, String number) {}

    /// The handbook; of several the one that was registered first.
    public Optional<Facility> facility() {
        return facilities.all().stream()
                .filter(HandbookCharts::isOpen)
                .min(Comparator.comparingLong(facility -> facility.id().value()));
    }

    /// The chart that a record stands in: the person's, or that of somebody who was found to be the same.
    public Optional<HandbookChart> holding(PersonId person, FacilityId facility, PatientId patient) {
        var notebook = facilities.get(facility);
        return !isOpen(notebook)
                ? Optional.empty()
                : ownCharts.ofPersons(facility, same(person)).stream()
                        .filter(chart -> chart.patient().equals(patient))
                        .findFirst()
                        .map(chart -> new HandbookChart(notebook, chart.number()));
    }

    private static boolean isOpen(Facility facility) {
        return facility.kind() == FacilityKind.HANDBOOK && facility.direction().discloses() && !facility.recordsEnded();
    }

    /// Whether a facility is the residents' own notebook.
    public boolean isHandbook(FacilityId facility) {
        return facilities.get(facility).kind() == FacilityKind.HANDBOOK;
    }

    /// Everybody who is one with a person, the person first.
    public List<PersonId> same(PersonId person) {
        return samePersons.of(person).stream()
                .sorted(Comparator.comparing(one -> !one.equals(person)))
                .toList();
    }

    /// The person's own chart, or that of somebody who was found to be the same.
    public Optional<HandbookChart> find(PersonId person) {
        return facility().flatMap(facility -> number(facility, same(person)));
    }

    private Optional<HandbookChart> number(Facility facility, List<PersonId> persons) {
        return ownCharts.ofPersons(facility.id(), persons).stream()
                .filter(chart -> chart.person() != null && persons.contains(chart.person()))
                .min(Comparator.comparingInt((OwnChart chart) -> persons.indexOf(chart.person())))
                .map(chart -> new HandbookChart(facility, chart.number()));
    }

    /// The same, made where there is none yet.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<HandbookChart> made(PersonId person, Actor by) {
        return facility().map(facility -> {
            var same = same(person);
            var first = same.stream().map(PersonId::toString).min(Comparator.naturalOrder());
            db.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(LOCK_SPACE, first.orElseThrow().hashCode())
                    .query(row -> {});
            return number(facility, same).orElseGet(() -> fresh(facility, person, by));
        });
    }

    private HandbookChart fresh(Facility facility, PersonId person, Actor by) {
        var number = "9"
                + RANDOM.ints(DIGITS - 1L, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
        if (persons.link(person, facility.id(), number, by, "handbook") != LinkOutcome.LINKED) {
            throw new IllegalStateException("A fresh number of the handbook is somebody's");
        }
        return new HandbookChart(facility, number);
    }
}
