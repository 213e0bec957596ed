package hmnet.consent.protection;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.StaffTrace;
import hmnet.consent.consents.Consents;
import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Protected persons (保護対象者): one act ends the cards, shuts out the facilities and staff that are named,
/// and takes the person out of matching and search, with everybody who is one with them. To those shut out the
/// person does not exist: same answer, same work. In effect with the commit, which waits for charts that are
/// open.
@Component
public class Protections {
    private final JdbcClient db;
    private final Cards cards;
    private final Consents consents;
    private final MatchExclusions matchExclusions;
    private final SamePersons samePersons;
    private final Facilities facilities;
    private final Successions successions;
    private final ResidentNotices notices;
    private final Audit audit;

    Protections(
            JdbcClient db,
            Cards cards,
            Consents consents,
            MatchExclusions matchExclusions,
            SamePersons samePersons,
            Facilities facilities,
            Successions successions,
            ResidentNotices notices,
            Audit audit) {
        this.notices = notices;
        this.db = db;
        this.cards = cards;
        this.consents = consents;
        this.matchExclusions = matchExclusions;
        this.samePersons = samePersons;
        this.facilities = facilities;
        this.successions = successions;
        this.audit = audit;
    }

    /// Protects a person, or shuts out more where one is protected already: their cards stay then. False
    /// where the person does not exist for the one who acts.
    @Transactional
    public boolean begin(PersonId person, ProtectionOrder order, Requester by) {
        if (keeps(by, person)) {
            return false;
        }
        matchExclusions.leave(person, MatchExclusions.PROTECTED, by.actor());
        consents.open(person);
        var people = samePersons.of(person);
        shutOut(person, people, order);
        var isNew = db.sql("""
                        insert into protection (person, began_by, asked_by, checked_how) values (?, ?, ?, ?)
                            on conflict (person) where ended_at is null do nothing""")
                        .params(person.value(), by.staff().value(), order.askedBy(), order.checkedHow())
                        .update()
                == 1;
        if (isNew) {
            people.forEach(one -> cards.end(one, "protected", by));
            notices.tell(person, ResidentNoticeKind.PROTECTED, null);
        }
        audit.write(StaffTrace.of(
                Action.PROTECTED,
                by,
                person,
                isNew ? "begun" : "widened",
                Map.of("asked", order.askedBy(), "checked", order.checkedHow(), "kept-out", names(order))));
        return true;
    }

    /// @param people the person and everybody who is one with them, as long as this transaction lasts
    private void shutOut(PersonId person, Collection<PersonId> people, ProtectionOrder order) {
        var kept = order.facilities().stream().map(FacilityId::value).toArray(Long[]::new);
        db.sql("""
                        update consent
                           set protected_since = coalesce(protected_since, clock_timestamp()),
                               kept_facilities = array(select distinct unnest(kept_facilities || ?::bigint[])),
                               kept_staff = array(select distinct unnest(kept_staff || ?::bigint[]))
                         where person = ?""")
                .param(kept)
                .param(order.staff().stream().map(StaffId::value).toArray(Long[]::new))
                .param(person.value())
                .update();
        db.sql(
                        "update relation set until = now() where person = any(?::uuid[]) and facility = any(?) and until > now()")
                .params(people.stream().map(PersonId::toString).toArray(String[]::new), kept)
                .update();
    }

    /// For the person's own log: whom they no longer exist for.
    private String names(ProtectionOrder order) {
        var named = order.facilities().stream()
                .map(facility -> facilities.get(facility).name())
                .sorted()
                .collect(Collectors.joining("、"));
        var all = order.staff().isEmpty()
                ? named
                : named + " + staff " + order.staff().size();
        return all.length() > 1_000 ? all.substring(0, 1_000) : all;
    }

    /// Whether a person, or somebody who is one with them, does not exist for the one who asks.
    public boolean keeps(Requester requester, PersonId person) {
        return db.sql("select kept_from(?, ?::bigint[], ?)")
                .params(
                        person.value(),
                        successions.now().numbers(requester.facility(), Follows.SHUTTING_OUT),
                        requester.staff().value())
                .query(Boolean.class)
                .single();
    }

    /// Whether a person does not exist for a whole facility, or for whoever took it over.
    public boolean shutsOut(FacilityId facility, PersonId person) {
        var heirs = successions.now();
        return db.sql("select kept_from(?, ?::bigint[], 0)")
                .params(person.value(), heirs.numbers(heirs.last(facility), Follows.SHUTTING_OUT))
                .query(Boolean.class)
                .single();
    }

    /// Of these persons, those who do not exist for the one who asks.
    public Set<PersonId> keptFrom(Requester requester, Collection<PersonId> persons) {
        return db.sql("""
                        select distinct a.person
                          from (select p as person, p as one from unnest(:persons::uuid[]) p
                                union all
                                select s.person, s.other from same_person s where s.person = any(:persons::uuid[])) a
                          join consent c on c.person = a.one
                         where c.kept_facilities && :line::bigint[] or :staff = any(c.kept_staff)""")
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .param("line", successions.now().numbers(requester.facility(), Follows.SHUTTING_OUT))
                .param("staff", requester.staff().value())
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .set();
    }

    /// Whether a person is protected, or somebody who is one with them.
    public boolean isProtected(PersonId person) {
        return db.sql(
                        "select exists (select from consent where person = any(one_with(?)) and protected_since is not null)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /// Of these persons, those who are protected, or with whom somebody is one who is.
    public Set<PersonId> protectedOf(Collection<PersonId> persons) {
        return db.sql("""
                        select a.person from unnest(?::uuid[]) as a(person)
                         where exists (select from consent c
                                        where c.person = any(one_with(a.person)) and c.protected_since is not null)""")
                .param(persons.stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .set();
    }

    /// Of these persons, whose address, town and places of visit the requester may not learn: protected, and
    /// the requester not one of those who treat them. A reception, a desk and the office never are.
    public Set<PersonId> hiddenFrom(Requester requester, Collection<PersonId> persons) {
        var heirs = successions.now();
        return db.sql("""
                        select a.person from unnest(:persons::uuid[]) as a(person)
                         where exists (select from consent c
                                        where c.person = any(one_with(a.person)) and c.protected_since is not null)
                           and (not :treats or kept_from(a.person, :line::bigint[], :staff)
                                or not exists (select from relation r
                                                where r.person = any(one_with(a.person))
                                                  and r.facility = any(:caring::bigint[]) and r.until > now())
                               and not exists (select from person_with_patients p
                                                where p.id = any(one_with(a.person))
                                                  and p.patient_facility = any(:own::bigint[]) and p.patient_tied))""")
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .param("treats", requester.may(hmnet.ground.routes.Right.VIEW_CHART))
                .param("line", heirs.numbers(requester.facility(), Follows.SHUTTING_OUT))
                .param("caring", heirs.numbers(requester.facility(), Follows.RELATIONS))
                .param("own", heirs.numbers(requester.facility(), Follows.RECORDS))
                .param("staff", requester.staff().value())
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .set();
    }

    /// Whoever is shut out stays shut out under the account of the facility they moved to.
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(StaffId former, StaffId account) {
        db.sql("""
                        update consent set kept_staff = kept_staff || ?::bigint
                         where ? = any (kept_staff) and not ? = any (kept_staff)""").params(account.value(), former.value(), account.value()).update();
    }
}
