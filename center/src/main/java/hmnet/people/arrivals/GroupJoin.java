package hmnet.people.arrivals;

import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.Person;
import hmnet.people.links.PersonMade;
import hmnet.people.links.Persons;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedDemographics.RegisteredWords;
import java.util.Objects;
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
    private final SealedDemographics sealed;
    private final PeopleKeys keys;

    GroupJoin(
            JdbcClient db,
            LinkRows links,
            ApplicationEventPublisher events,
            SealedDemographics sealed,
            PeopleKeys keys) {
        this.db = db;
        this.sealed = sealed;
        this.keys = keys;
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
        var said = db.sql("select id, shown from patient where id = ?")
                .param(matchSubject.patient())
                .query((row, number) -> sealed.patient(row, "id"))
                .single();
        db.sql("insert into person (id, regional_id, shown, born_key, origin) values (?, ?, ?, ?, 'matcher')")
                .params(
                        id.value(),
                        Persons.freshRegionalId(),
                        sealed.seal(id.value(), new RegisteredWords(said, Person.town(said.address()))),
                        Objects.requireNonNull(keys.born(said.birthDate())))
                .update();
        events.publishEvent(new PersonMade(id));
        return id.value();
    }
}
