package hmnet.consent.residents;

import hmnet.consent.protection.Protections;
import hmnet.consent.proxies.Deaths;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may have an account of their own (本人のアカウントを持てる人): old enough, not protected, and
/// alive.
@Component
class ResidentStanding {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Persons persons;
    private final Protections protections;
    private final AgePolicy agePolicy;
    private final Deaths deaths;
    private final Clock clock;

    ResidentStanding(Persons persons, Protections protections, AgePolicy agePolicy, Deaths deaths, Clock clock) {
        this.persons = persons;
        this.protections = protections;
        this.agePolicy = agePolicy;
        this.deaths = deaths;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(JAPAN));
    }

    Optional<Person> of(PersonId person) {
        return persons.find(person)
                .filter(known -> agePolicy.allows(known.birthDate(), today()))
                .filter(known -> !protections.isProtected(person))
                .filter(known -> !deaths.isDead(person));
    }
}
