package hmnet.consent;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Trace;
import hmnet.directory.FacilityId;
import hmnet.directory.Requester;
import hmnet.identity.LinkOutcome;
import hmnet.identity.PersonId;
import hmnet.identity.Persons;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which facility cares for whom (関係). A relation ends by rule thirteen months after it was last shown.
@Component
public class Relations {
    private final JdbcClient db;
    private final Persons persons;
    private final Audit audit;

    Relations(JdbcClient db, Persons persons, Audit audit) {
        this.db = db;
        this.persons = persons;
        this.audit = audit;
    }

    /// Begins the care of the requester's facility for a person, or prolongs it. A typed number is told to
    /// the resident.
    @Transactional
    public void begin(Requester requester, PersonId person, String how) {
        relate(requester, person, how);
        if (how.equals("typed")) {
            db.sql("insert into resident_notice (person, kind, facility) values (?, 'number-typed', ?)")
                    .params(person.value(), requester.facility().value())
                    .update();
        }
        trace(Action.LINKED, requester, person, how, Map.of());
    }

    /// Ties one of the requester's own chart numbers to a person.
    @Transactional
    public LinkOutcome tie(Requester requester, PersonId person, String number) {
        var by = "staff:" + requester.staff().value();
        var outcome = persons.link(person, requester.facility(), number, by, "desk");
        trace(Action.CHART_NUMBER_TIED, requester, person, outcome.name(), Map.of("number", number));
        return outcome;
    }

    /// Whether a facility cares for a person now.
    public boolean holds(FacilityId facility, PersonId person) {
        return db.sql(
                                "select count(*) from relation where facility = ? and person = any(one_with(?)) and until > now()")
                        .params(facility.value(), person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// A person in a facility's care.
    ///
    /// @param since the day the card was last read
    public record InCare(PersonId person, LocalDate since) {}

    /// The persons in a facility's care, whose card was read last first, at most `limit`.
    public List<InCare> of(FacilityId facility, int limit) {
        return db.sql("""
                        select person, (since at time zone 'Asia/Tokyo')::date as day from relation
                         where facility = ? and until > now() order by since desc, person limit ?""")
                .params(facility.value(), limit)
                .query((row, number) -> new InCare(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("day", LocalDate.class)))
                .list();
    }

    private void relate(Requester requester, PersonId person, String how) {
        db.sql("""
                        insert into relation (facility, person, until, how, staff)
                        values (?, ?, now() + interval '13 months', ?, ?)
                            on conflict (facility, person) do update
                           set since = now(), until = excluded.until, how = excluded.how, staff = excluded.staff""")
                .params(
                        requester.facility().value(),
                        person.value(),
                        how,
                        requester.staff().value())
                .update();
    }

    private void trace(
            Action action, Requester requester, PersonId person, String outcome, Map<String, String> detail) {
        audit.write(new Trace(
                action,
                "staff:" + requester.staff().value(),
                requester.facility().value(),
                requester.profession().word(),
                person.value(),
                "",
                outcome,
                new TreeMap<>(detail)));
    }
}
