package hmnet.consent;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.directory.FacilityId;
import hmnet.directory.Requester;
import hmnet.identity.LinkOutcome;
import hmnet.identity.PersonId;
import hmnet.identity.Persons;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    /// the resident. False for one to whom the person does not exist.
    @Transactional
    public boolean begin(Requester requester, PersonId person, String how) {
        return begin(requester, person, how, null);
    }

    /// The same with a card that opens one hospital's records only.
    ///
    /// @param issuer that hospital, or null for all
    @Transactional
    public boolean begin(Requester requester, PersonId person, String how, @Nullable FacilityId issuer) {
        if (!relate(requester, person, how, issuer)) {
            return false;
        }
        if (how.equals("typed")) {
            db.sql("insert into resident_notice (person, kind, facility) values (?, 'number-typed', ?)")
                    .params(person.value(), requester.facility().value())
                    .update();
        }
        audit.write(StaffTrace.of(Action.LINKED, requester, person, how, Map.of()));
        return true;
    }

    /// Ties one of the requester's own chart numbers to a person.
    @Transactional
    public LinkOutcome tie(Requester requester, PersonId person, String number) {
        var by = "staff:" + requester.staff().value();
        var outcome = persons.link(person, requester.facility(), number, by, "desk");
        audit.write(
                StaffTrace.of(Action.CHART_NUMBER_TIED, requester, person, outcome.name(), Map.of("number", number)));
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

    /// Whether a facility has shown a tie to a person: cares for them, or has said itself that they are its
    /// patient.
    public boolean ties(FacilityId facility, PersonId person) {
        return db.sql("""
                        select (select count(*) from relation where facility = :facility and person = :person
                                                                and until > now())
                             + (select count(*) from person_with_patients
                                 where id = :person and patient_facility = :facility and patient_tied)""")
                        .param("facility", facility.value())
                        .param("person", person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// A person in a facility's care.
    ///
    /// @param since the day the card was last read
    public record InCare(PersonId person, LocalDate since) {}

    /// The persons in the care of the requester's facility, whose card was read last first, at most `limit`;
    /// without those from whom the requester is shut out.
    public List<InCare> of(Requester requester, int limit) {
        return db.sql("""
                        select r.person, (r.since at time zone 'Asia/Tokyo')::date as day
                          from relation r join consent c on c.person = r.person
                         where r.facility = :facility and r.until > now()
                           and not :facility = any(c.kept_facilities) and not :staff = any(c.kept_staff)
                         order by r.since desc, r.person limit :limit""")
                .param("facility", requester.facility().value())
                .param("staff", requester.staff().value())
                .param("limit", limit)
                .query((row, number) -> new InCare(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("day", LocalDate.class)))
                .list();
    }

    /// Holds the consent row: a protection that is being written goes first.
    private boolean relate(Requester requester, PersonId person, String how, @Nullable FacilityId issuer) {
        var known = db.sql("""
                        select :facility = any(kept_facilities) or :staff = any(kept_staff) from consent
                         where person = :person for share""")
                .param("facility", requester.facility().value())
                .param("staff", requester.staff().value())
                .param("person", person.value())
                .query(Boolean.class)
                .optional();
        if (known.isEmpty() || known.get()) {
            return false;
        }
        db.sql("""
                        insert into relation (facility, person, until, how, staff, issuers)
                        values (?, ?, now() + interval '13 months', ?, ?, ?::bigint[])
                            on conflict (facility, person) do update
                           set since = now(), until = excluded.until, how = excluded.how, staff = excluded.staff,
                               issuers = case when relation.until <= now() then excluded.issuers
                                              when relation.issuers is null or excluded.issuers is null then null
                                              else relation.issuers || excluded.issuers end""")
                .params(
                        requester.facility().value(),
                        person.value(),
                        how,
                        requester.staff().value())
                .param(issuer == null ? null : new Long[] {issuer.value()})
                .update();
        return true;
    }
}
