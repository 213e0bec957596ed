package hmnet.people.arrivals;

import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.Person;
import hmnet.people.links.PersonMade;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Two groups made one (統合), by links alone: no person is ever deleted and no record moves.
@Component
class GroupJoin {
    private final JdbcClient db;
    private final LinkRows links;
    private final ApplicationEventPublisher events;

    GroupJoin(JdbcClient db, LinkRows links, ApplicationEventPublisher events) {
        this.db = db;
        this.links = links;
        this.events = events;
    }

    /// Links the charts of both to the person that stays; a new person where neither has one.
    PersonGroup merge(PersonGroup a, PersonGroup b, Cause cause) {
        var known = PersonGroup.stays(a, b);
        var stays = known != null ? known : made(a.bestBorn(b).orElseThrow());
        move(a, stays, cause);
        move(b, stays, cause);
        return a.with(b, stays);
    }

    private void move(PersonGroup group, UUID stays, Cause cause) {
        var from = group.person();
        if (stays.equals(from)) {
            return;
        }
        if (from == null) {
            for (var matchSubject : group.sides()) {
                if (matchSubject.patient() != null) {
                    links.link(matchSubject.patient(), stays, cause);
                }
            }
            return;
        }
        for (var patient : links.patientsOf(from)) {
            if (links.unlink(patient, from, cause)) {
                links.link(patient, stays, cause);
            }
        }
    }

    /// A person with the demographics of one chart, without a card and without a consent.
    private UUID made(MatchSubject matchSubject) {
        var id = PersonId.fresh();
        db.sql("""
                        insert into person (id, regional_id, family_name, given_name, family_kana, given_kana,
                                            birth_date, sex, postal_code, address, town, phone, origin)
                        select ?, ?, family_name, given_name, family_kana, given_kana,
                               birth_date, sex, postal_code, address, ?, phone, 'matcher' from patient where id = ?""")
                .params(
                        id.value(),
                        Persons.freshRegionalId(),
                        Person.town(matchSubject.said().address()))
                .param(matchSubject.patient())
                .update();
        events.publishEvent(new PersonMade(id));
        return id.value();
    }
}
