package hmnet.consent.relations;

import hmnet.consent.cards.StaffTrace;
import hmnet.consent.consents.Consents;
import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.links.LinkOutcome;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Successions successions;
    private final Audit audit;
    private final Consents consents;
    private final ResidentNotices notices;

    Relations(
            JdbcClient db,
            Persons persons,
            Successions successions,
            Audit audit,
            Consents consents,
            ResidentNotices notices) {
        this.notices = notices;
        this.consents = consents;
        this.db = db;
        this.successions = successions;
        this.persons = persons;
        this.audit = audit;
    }

    /// Begins the care of the requester's facility for a person, or prolongs it. A typed number, and a person found
    /// without a card, is told to the resident. False for one to whom the person does not exist.
    @Transactional
    public boolean begin(Requester requester, PersonId person, RelationOrigin how) {
        return begin(requester, person, how, null);
    }

    /// The same with a card that opens one hospital's records only.
    ///
    /// @param issuer that hospital, or null for all
    @Transactional
    public boolean begin(Requester requester, PersonId person, RelationOrigin how, @Nullable FacilityId issuer) {
        if (!relate(requester, person, how, issuer)) {
            return false;
        }
        if (how == RelationOrigin.TYPED || how == RelationOrigin.DESK) {
            notices.tell(
                    person,
                    how == RelationOrigin.TYPED ? ResidentNoticeKind.NUMBER_TYPED : ResidentNoticeKind.IDENTITY_CHECKED,
                    requester.facility());
        }
        audit.write(StaffTrace.of(Action.LINKED, requester, person, how.word(), Map.of("agreed", agreed(how))));
        return true;
    }

    /// The resident begins that a facility cares for them, whose invitation they took. False for one that a protection
    /// keeps out.
    ///
    /// @param by who invited
    @Transactional
    public boolean begin(ResidentCaller resident, Requester by) {
        var begun = relate(by, new PersonId(resident.person()), RelationOrigin.APP, null);
        if (begun) {
            audit.write(resident.did(Action.LINKED, RelationOrigin.APP.word())
                    .at(by.facility().value())
                    .with(Map.of("agreed", "app", "invited", by.actor().word())));
        }
        return begun;
    }

    /// How the person agreed at this visit: by the card that they showed, else by word of mouth to whoever linked them,
    /// who was told to ask (the third of three conditions, S024).
    private static String agreed(RelationOrigin how) {
        return how == RelationOrigin.CARD ? "card" : "oral";
    }

    /// Ties one of the requester's own chart numbers to a person.
    @Transactional
    public LinkOutcome tie(Requester requester, PersonId person, String number) {
        var outcome = persons.link(person, requester.facility(), number, requester.actor(), "desk");
        audit.write(
                StaffTrace.of(Action.CHART_NUMBER_TIED, requester, person, outcome.name(), Map.of("number", number)));
        return outcome;
    }

    /// Whether a facility cares for a person now.
    public boolean holds(FacilityId facility, PersonId person) {
        return db.sql(
                                "select count(*) from relation where facility = any(?) and person = any(one_with(?)) and until > now()")
                        .params(successions.now().numbers(facility, Follows.RELATIONS), person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Whether a facility has shown a tie to a person: cares for them, or has said itself that they are its
    /// patient.
    public boolean ties(FacilityId facility, PersonId person) {
        var heirs = successions.now();
        return db.sql("""
                        select (select count(*) from relation where facility = any(:caring::bigint[]) and person = :person
                                                                and until > now())
                             + (select count(*) from person_with_patients
                                 where id = :person and patient_facility = any(:own::bigint[]) and patient_tied)""")
                        .param("caring", heirs.numbers(facility, Follows.RELATIONS))
                        .param("own", heirs.numbers(facility, Follows.RECORDS))
                        .param("person", person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Whether nothing but a typed number, or nothing at all, says that a facility cares for a person: no card, no
    /// desk,
    /// no invitation, and no chart number of its own (自称の関係).
    public boolean isOnlyClaimed(FacilityId facility, PersonId person) {
        var heirs = successions.now();
        return db.sql("""
                        select not exists (select from relation r
                                            where r.person = any(one_with(:person)) and r.facility = any(:caring::bigint[])
                                              and r.until > now() and r.how <> :typed)
                           and not exists (select from person_with_patients p
                                            where p.id = any(one_with(:person))
                                              and p.patient_facility = any(:own::bigint[]) and p.patient_tied)""")
                .param("person", person.value())
                .param("caring", heirs.numbers(facility, Follows.RELATIONS))
                .param("own", heirs.numbers(facility, Follows.RECORDS))
                .param("typed", RelationOrigin.TYPED.word())
                .query(Boolean.class)
                .single();
    }

    /// Of these persons, those to whom a facility has shown a tie.
    public Set<PersonId> tied(FacilityId facility, Collection<PersonId> persons) {
        var heirs = successions.now();
        return db.sql("""
                        select a.person from unnest(:persons::uuid[]) as a(person)
                         where exists (select from relation r
                                        where r.person = a.person and r.facility = any(:caring::bigint[])
                                          and r.until > now())
                            or exists (select from person_with_patients p
                                        where p.id = a.person and p.patient_facility = any(:own::bigint[])
                                          and p.patient_tied)""")
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .param("caring", heirs.numbers(facility, Follows.RELATIONS))
                .param("own", heirs.numbers(facility, Follows.RECORDS))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .set();
    }

    /// A person in a facility's care.
    ///
    /// @param since the day the card was last read
    public record InCare(PersonId person, LocalDate since) {}

    /// The persons in the care of the requester's facility, whose card was read last first, at most `limit`;
    /// persons who are one stand there once, under the regional ID whose card was read last. Without those
    /// from whom the requester is shut out.
    public List<InCare> of(Requester requester, int limit) {
        var heirs = successions.now();
        return db.sql("""
                        select r.person, (r.since at time zone 'Asia/Tokyo')::date as day
                          from relation r join consent c on c.person = r.person
                         where r.facility = any(:caring::bigint[]) and r.until > now()
                           and not (c.kept_facilities && :line::bigint[]) and not :staff = any(c.kept_staff)
                           and not exists (select from same_person s join consent o on o.person = s.other
                                             left join relation l on l.person = s.other
                                                                 and l.facility = any(:caring::bigint[])
                                                                 and l.until > now()
                                            where s.person = r.person
                                              and (o.kept_facilities && :line::bigint[] or :staff = any(o.kept_staff)
                                                   or (l.since, l.person) > (r.since, r.person)))
                           and not exists (select from relation l
                                            where l.person = r.person and l.until > now()
                                              and l.facility = any(:caring::bigint[])
                                              and (l.since, l.facility) > (r.since, r.facility))
                         order by r.since desc, r.person limit :limit""")
                .param("caring", heirs.numbers(requester.facility(), Follows.RELATIONS))
                .param("line", heirs.numbers(requester.facility(), Follows.SHUTTING_OUT))
                .param("staff", requester.staff().value())
                .param("limit", limit)
                .query((row, number) -> new InCare(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("day", LocalDate.class)))
                .list();
    }

    /// A facility that cares for somebody now.
    ///
    /// @param until when the care ends unless the card is shown again
    /// @param ownPatient whether the facility has a chart number of its own tied to the person
    public record CaringFacility(
            FacilityId facility, OffsetDateTime since, OffsetDateTime until, RelationOrigin how, boolean ownPatient) {}

    /// Who cares for a person now, or for anybody who is one with them; the newest first.
    public List<CaringFacility> caringFor(PersonId person) {
        return db.sql("""
                        select r.facility, max(r.since) as since, max(r.until) as until,
                               (array_agg(r.how order by r.since desc))[1] as how,
                               exists (select from person_with_patients p
                                        where p.id = any(one_with(:person)) and p.patient_facility = r.facility
                                          and p.patient_tied) as own
                          from relation r
                         where r.person = any(one_with(:person)) and r.until > now()
                         group by r.facility order by since desc, r.facility limit 500""")
                .param("person", person.value())
                .query((row, number) -> new CaringFacility(
                        new FacilityId(row.getLong("facility")),
                        row.getObject("since", OffsetDateTime.class),
                        row.getObject("until", OffsetDateTime.class),
                        RelationOrigin.of(row.getString("how")),
                        row.getBoolean("own")))
                .list();
    }

    /// The resident ends that a facility cares for them, under whatever regional ID. Waits for open charts and holds
    /// for every question after its commit.
    ///
    /// @return whether the facility cared for them until now
    @Transactional
    public boolean end(ResidentCaller resident, FacilityId facility) {
        var held = consents.held(new PersonId(resident.person()));
        var ended = db.sql(
                                "update relation set until = now() where facility = ? and person = any(?::uuid[]) and until > now()")
                        .param(facility.value())
                        .param(held)
                        .update()
                > 0;
        if (ended) {
            audit.write(resident.did(Action.RELATION_ENDED, "ended").at(facility.value()));
        }
        return ended;
    }

    /// Holds the consent rows of all who are one, in the order in which everybody does: a protection that is
    /// being written goes first, and who waited here for a join finds no row of the person.
    private boolean mayMeet(Requester requester, PersonId person) {
        var known = db.sql("""
                        select c.person, c.kept_facilities && :line::bigint[] or :staff = any(c.kept_staff) as kept
                          from consent c
                         where c.person = any(one_with(:person))
                           and c.joins = (select now.joins from consent now where now.person = c.person)
                         order by c.person for share of c""")
                .param("line", successions.now().numbers(requester.facility(), Follows.SHUTTING_OUT))
                .param("staff", requester.staff().value())
                .param("person", person.value())
                .query((row, number) ->
                        Map.entry(new PersonId(row.getObject("person", UUID.class)), row.getBoolean("kept")))
                .list();
        return known.stream().anyMatch(one -> one.getKey().equals(person))
                && known.stream().noneMatch(Map.Entry::getValue);
    }

    private boolean relate(Requester requester, PersonId person, RelationOrigin how, @Nullable FacilityId issuer) {
        if (!mayMeet(requester, person)) {
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
                        how.word(),
                        requester.staff().value())
                .param(issuer == null ? null : new Long[] {issuer.value()})
                .update();
        return true;
    }
}
