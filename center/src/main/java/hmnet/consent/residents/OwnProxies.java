package hmnet.consent.residents;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.OwnCard;
import hmnet.consent.protection.Protections;
import hmnet.consent.proxies.Deaths;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.residents.OwnSignIn.OwnProof;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.signin.Token;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom a resident names to represent them, and whose page they have open (本人による代理人の指定).
@Component
class OwnProxies {
    private final Proxies proxies;
    private final Cards cards;
    private final Persons persons;
    private final Protections protections;
    private final Deaths deaths;
    private final ResidentStanding standing;
    private final AgePolicy agePolicy;
    private final OwnSignIn signIn;
    private final OwnSessions sessions;

    OwnProxies(
            Proxies proxies,
            Cards cards,
            Persons persons,
            Protections protections,
            Deaths deaths,
            ResidentStanding standing,
            AgePolicy agePolicy,
            OwnSignIn signIn,
            OwnSessions sessions) {
        this.proxies = proxies;
        this.cards = cards;
        this.persons = persons;
        this.protections = protections;
        this.deaths = deaths;
        this.standing = standing;
        this.agePolicy = agePolicy;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /// What a resident typed to name somebody.
    record ProxyWish(
            String card,
            @Nullable LocalDate born,
            boolean sees,
            boolean decides,
            ProxyReading reads,
            @Nullable LocalDate until) {
        boolean opensNothing() {
            return !sees && !decides && reads == ProxyReading.NOTHING;
        }
    }

    boolean mayName(ResidentCaller resident) {
        return persons.find(new PersonId(resident.person()))
                .filter(known -> agePolicy.namesProxy(known.birthDate(), standing.today()))
                .isPresent();
    }

    /// @return why not, as in `own.proxies.problem.…`, or nothing where it is done
    Optional<String> name(ResidentCaller resident, ProxyWish wish, Token session, String password, String address) {
        var own = persons.find(new PersonId(resident.person())).orElseThrow();
        var today = standing.today();
        if (!mayName(resident)) {
            return Optional.of("age");
        }
        if (wish.opensNothing()) {
            return Optional.of("scope");
        }
        var until = wish.until();
        if (until == null || until.isBefore(today) || until.isAfter(proxies.longest(own, ProxyKind.CHOSEN, today))) {
            return Optional.of("until");
        }
        if (signIn.guesses(session, address)) {
            return Optional.of("held");
        }
        var proof = signIn.prove(session, password, address);
        if (proof != OwnProof.RIGHT) {
            return Optional.of(proof == OwnProof.HELD ? "held" : "password");
        }
        var proxy = cards.shownByHolder(wish.card()).map(OwnCard::person).flatMap(found -> meant(found, wish));
        if (proxy.isEmpty() || proxy.get().id().equals(own.id())) {
            return Optional.of("card");
        }
        proxies.name(resident, proxy.get().id(), wish.sees(), wish.decides(), wish.reads(), until);
        return Optional.empty();
    }

    /// An unknown card, another birth date, a protected person and a dead one have one answer.
    private Optional<Person> meant(PersonId found, ProxyWish wish) {
        return persons.find(found)
                .filter(known -> known.birthDate().equals(wish.born()))
                .filter(known -> !protections.isProtected(found))
                .filter(known -> !deaths.isDead(found));
    }

    /// Turns a session to another's page, or with null back to one's own.
    boolean turnTo(ResidentCaller self, Token session, @Nullable Long proxy) {
        if (proxy != null && !proxies.opened(self, proxy)) {
            return false;
        }
        sessions.turnTo(session, proxy);
        return true;
    }
}
