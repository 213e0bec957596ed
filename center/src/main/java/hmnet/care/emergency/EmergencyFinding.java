package hmnet.care.emergency;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardQr;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.cards.StaffTrace;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.limits.ReadingLimits;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds somebody in an emergency (救急の本人の検索): by the QR of a card alone, by its number or the whole kana name with
/// the birth date. A protected person is found by none here; whoever is shut out from somebody finds nobody. Whom a
/// name finds counts like an opened chart: whoever finds many is told of, and nobody is refused.
@Component
public class EmergencyFinding {
    private static final int MOST = 5;

    private final Cards cards;
    private final CardSchemes schemes;
    private final Persons persons;
    private final Protections protections;
    private final ReadingLimits limits;
    private final Audit audit;

    EmergencyFinding(
            Cards cards,
            CardSchemes schemes,
            Persons persons,
            Protections protections,
            ReadingLimits limits,
            Audit audit) {
        this.cards = cards;
        this.schemes = schemes;
        this.persons = persons;
        this.protections = protections;
        this.limits = limits;
        this.audit = audit;
    }

    /// Whom a search found.
    ///
    /// @param locked too many wrong numbers before: it says nothing of this one
    /// @param passed what was read is over: a card in the app whose time has passed, or that was read before
    public record FoundPersons(List<Person> persons, boolean locked, boolean passed) {
        FoundPersons(List<Person> persons) {
            this(persons, false, false);
        }

        /// Why nobody was found, as a problem of the page says it.
        public String missed() {
            return locked ? "locked" : passed ? "passed" : "nobody";
        }
    }

    /// @param birth as typed; may be missing beside a QR
    @Transactional
    public FoundPersons find(String who, String birth, Requester by) {
        if (CardQr.looksLike(who)) {
            return cards.readQr(who, by)
                    .map(person -> new FoundPersons(one(person)))
                    .orElseGet(() -> new FoundPersons(List.of(), false, cards.passed(who)));
        }
        return BirthDates.parse(birth).map(born -> find(who, born, by)).orElseGet(() -> new FoundPersons(List.of()));
    }

    private FoundPersons find(String who, LocalDate born, Requester by) {
        var number = schemes.recognise(who);
        if (!number.isEmpty()) {
            return switch (cards.readTyped(number, born, by)) {
                case TypedCard.Known known -> new FoundPersons(one(known.person()));
                case TypedCard.Unknown unknown -> new FoundPersons(List.of());
                case TypedCard.Locked locked -> new FoundPersons(List.of(), true, false);
            };
        }
        var found = persons.called(who, born).stream()
                .filter(person -> !protections.keeps(by, person.id()) && !protections.isProtected(person.id()))
                .limit(MOST)
                .toList();
        var how = Map.of("how", "emergency");
        for (var person : found) {
            audit.write(StaffTrace.of(Action.PERSON_FOUND, by, person.id(), "found", how));
            limits.count(by, person.id().value());
        }
        if (found.isEmpty()) {
            audit.write(StaffTrace.of(Action.PERSON_FOUND, by, null, "nobody", how));
        }
        return new FoundPersons(found);
    }

    private List<Person> one(PersonId person) {
        return persons.find(person).map(List::of).orElse(List.of());
    }
}
