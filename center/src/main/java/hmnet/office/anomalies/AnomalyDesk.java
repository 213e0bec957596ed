package hmnet.office.anomalies;

import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.office.incidents.FoundReading;
import hmnet.office.incidents.Incidents;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who deals with findings (気づきの窓口): the office with all, a facility's desk with those of its own people, nobody with
/// one about themselves. That somebody is protected is told to no desk.
@Component
class AnomalyDesk {
    static final int LISTED = 200;
    static final int REPORTED = 50_000;
    private static final String THEIRS = """
            f.staff <> :me and (cast(:all as boolean) or f.facility = :own and f.rule <> :hidden)""";

    private final JdbcClient db;
    private final AnomalyRows rows;
    private final ReadDays days;
    private final Incidents incidents;
    private final Protections protections;
    private final Relations relations;
    private final Persons persons;
    private final Audit audit;

    AnomalyDesk(
            JdbcClient db,
            AnomalyRows rows,
            ReadDays days,
            Incidents incidents,
            Protections protections,
            Relations relations,
            Persons persons,
            Audit audit) {
        this.db = db;
        this.rows = rows;
        this.days = days;
        this.incidents = incidents;
        this.protections = protections;
        this.relations = relations;
        this.persons = persons;
        this.audit = audit;
    }

    /// Which of the findings a list is to have.
    ///
    /// @param facility null for all
    /// @param rule null for all
    record FindingFilter(
            @Nullable FacilityId facility, @Nullable AnomalyRule rule) {
        static final FindingFilter NONE = new FindingFilter(null, null);
    }

    /// How many wait, and since when the oldest does.
    record OpenFindings(long count, @Nullable OffsetDateTime oldest) {}

    /// A finding before somebody (一件の気づき).
    ///
    /// @param person null where the finding is about many, or the person may not be named to them
    /// @param events by which it was read, the newest first
    record ShownFinding(AnomalyFinding finding, @Nullable Person person, List<ExposedEvent> events) {}

    OpenFindings open(Requester by) {
        return mine(db.sql("""
                                select count(*) as count, min(f.found_at) as oldest from anomaly_finding f
                                 where f.closed_at is null and""" + " " + THEIRS), by)
                .query((row, number) ->
                        new OpenFindings(row.getLong("count"), row.getObject("oldest", OffsetDateTime.class)))
                .single();
    }

    /// Those that are open, the heaviest first and of these the oldest; or those closed last. Nobody is named by it.
    List<AnomalyFinding> list(FindingFilter filter, boolean closed, Requester by) {
        var order = closed
                ? "f.closed_at is not null order by f.closed_at desc, f.id limit :most"
                : "f.closed_at is null order by f.weight desc, f.first_at, f.id limit :most";
        return filtered(db.sql("select f.* from anomaly_finding f where " + THEIRS + """
                                 and (cast(:facility as bigint) is null or f.facility = cast(:facility as bigint))
                                 and (cast(:rule as text) is null or f.rule = cast(:rule as text)) and\s""" + order), filter, by)
                .param("most", LISTED)
                .query(rows::read)
                .list();
    }

    /// Writes down that lists were shown.
    @Transactional
    void listed(int lines, Requester by) {
        audit.write(by.did(Action.ANOMALIES_LISTED, "shown").with("lines", Integer.toString(lines)));
    }

    @Transactional
    Optional<ShownFinding> look(long id, Requester by) {
        var found = find(id, by);
        found.ifPresent(one -> audit.write(by.did(
                Action.ANOMALY_SHOWN,
                one.person() == null ? null : one.person().value(),
                "shown",
                Map.of("finding", Long.toString(id), "rule", one.rule().word()))));
        return found.map(one -> new ShownFinding(one, named(one, by).orElse(null), events(one)));
    }

    private Optional<AnomalyFinding> find(long id, Requester by) {
        return mine(db.sql("select f.* from anomaly_finding f where f.id = :id and " + THEIRS), by)
                .param("id", id)
                .query(rows::read)
                .optional();
    }

    /// The person, to the office and to a facility that has shown a tie to them.
    private Optional<Person> named(AnomalyFinding one, Requester by) {
        var person = one.person();
        return person == null
                        || protections.keeps(by, person)
                        || !by.may(Right.OFFICE) && !relations.ties(by.facility(), person)
                ? Optional.empty()
                : persons.find(person);
    }

    private List<ExposedEvent> events(AnomalyFinding one) {
        return (one.person() == null ? days.of(one.staff(), one.day()) : days.of(one.staff(), one.person(), one.day()))
                .stream().limit(LISTED).toList();
    }

    /// Whether somebody may make an incident of a finding: the office, of one that is about one person whom it knows.
    boolean mayOpenIncident(AnomalyFinding one, Requester by) {
        return by.may(Right.OFFICE) && one.person() != null && !protections.keeps(by, one.person());
    }

    /// Closes one with what was decided, and what that makes an incident becomes one with it. False where it is not
    /// theirs, or not open any more.
    @Transactional
    boolean close(long id, FindingOutcome outcome, String words, Requester by) {
        db.sql("select id from anomaly_finding where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        var found = find(id, by).filter(one -> one.closing() == null);
        if (found.isEmpty() || outcome == FindingOutcome.INCIDENT && !mayOpenIncident(found.get(), by)) {
            return false;
        }
        var one = found.get();
        Long incident = switch (outcome) {
            case INCIDENT -> incidents.openFound(reading(one), words.strip(), by);
            case JUSTIFIED, WARNED -> null;
        };
        rows.close(id, outcome, words.strip(), by.staff(), incident);
        audit.write(by.did(
                Action.ANOMALY_CLOSED,
                one.person() == null ? null : one.person().value(),
                outcome.word(),
                Map.of("finding", Long.toString(id), "rule", one.rule().word())));
        return true;
    }

    private static FoundReading reading(AnomalyFinding one) {
        PersonId person = Objects.requireNonNull(one.person());
        return new FoundReading(one.id(), person, one.staff(), one.facility(), one.firstAt(), one.lastAt());
    }

    /// What a facility's report of a span of days says, open or closed, the oldest first.
    ///
    /// @param facility null for all of the network
    @Transactional
    List<AnomalyFinding> report(@Nullable FacilityId facility, LocalDate from, LocalDate until, Requester by) {
        var found = filtered(
                        db.sql("select f.* from anomaly_finding f where " + THEIRS + """
                                 and (cast(:facility as bigint) is null or f.facility = cast(:facility as bigint))
                                 and cast(:rule as text) is null
                                 and f.day >= :from and f.day <= :until order by f.day, f.id limit :most"""),
                        new FindingFilter(facility, null),
                        by)
                .param("from", from)
                .param("until", until)
                .param("most", REPORTED)
                .query(rows::read)
                .list();
        var detail = new TreeMap<>(Map.of(
                "from", from.toString(),
                "until", until.toString(),
                "lines", Integer.toString(found.size())));
        if (facility != null) {
            detail.put("of", Long.toString(facility.value()));
        }
        audit.write(by.did(Action.ANOMALIES_EXPORTED, "exported").with(detail));
        return found;
    }

    private static StatementSpec filtered(StatementSpec query, FindingFilter filter, Requester by) {
        return mine(query, by)
                .param(
                        "facility",
                        filter.facility() == null ? null : filter.facility().value(),
                        Types.BIGINT)
                .param("rule", filter.rule() == null ? null : filter.rule().word(), Types.VARCHAR);
    }

    private static StatementSpec mine(StatementSpec query, Requester by) {
        return query.param("me", by.staff().value())
                .param("all", by.may(Right.OFFICE))
                .param("own", by.facility().value())
                .param("hidden", AnomalyRule.PROTECTED.word());
    }
}
