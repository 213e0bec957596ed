package hmnet.consent.counter;

import hmnet.consent.cards.CardQr;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.cards.StaffTrace;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.Patients;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who stands at the counter (窓口の本人特定): by card, by the facility's own chart number, or by kana and
/// birth date. The office finds everybody so, a facility only those it has a tie to; whoever is shut out from
/// a person finds nobody.
@Component
public class Counter {
    private static final int MOST = 5;
    private final Cards cards;
    private final CardSchemes schemes;
    private final Persons persons;
    private final Patients patients;
    private final Successions successions;
    private final Relations relations;
    private final Protections protections;
    private final Audit audit;

    Counter(
            Cards cards,
            CardSchemes schemes,
            Persons persons,
            Patients patients,
            Successions successions,
            Relations relations,
            Protections protections,
            Audit audit) {
        this.cards = cards;
        this.schemes = schemes;
        this.persons = persons;
        this.patients = patients;
        this.successions = successions;
        this.relations = relations;
        this.protections = protections;
        this.audit = audit;
    }

    /// Those whom a card (QR or number), a chart number of the requester's own facility, or a reading names,
    /// with this birth date. Each who is shown reads of it in their log; a search that finds nobody stands
    /// there too.
    @Transactional
    public List<Person> find(String text, LocalDate born, Requester by) {
        var found = named(text, born, by);
        found.forEach(person -> audit.write(StaffTrace.of(Action.PERSON_FOUND, by, person.id(), "found", Map.of())));
        if (found.isEmpty()) {
            audit.write(StaffTrace.of(Action.PERSON_FOUND, by, null, "nobody", Map.of()));
        }
        return found;
    }

    /// Those called so and born that day, whoever they are, found by a reception that has looked at a paper: each
    /// reads of it in their log, with what was looked at. Protected persons are found by none but those with a tie
    /// to them. A search that finds nobody counts as a miss of typing.
    ///
    /// @return nothing where the account is locked
    @Transactional
    public Optional<List<Person>> identified(String kana, LocalDate born, IdentityCheck check, Requester by) {
        if (!cards.mayTry(by)) {
            return Optional.empty();
        }
        var found = persons.called(kana, born).stream()
                .filter(person -> !protections.keeps(by, person.id()))
                .filter(person -> relations.ties(by.facility(), person.id()) || !protections.isProtected(person.id()))
                .limit(MOST)
                .toList();
        if (!found.isEmpty()) {
            cards.found(by);
        }
        var detail = Map.of("check", check.word());
        found.forEach(person -> audit.write(StaffTrace.of(Action.PERSON_FOUND, by, person.id(), "found", detail)));
        if (found.isEmpty()) {
            audit.write(StaffTrace.of(Action.PERSON_FOUND, by, null, "nobody", detail));
        }
        return Optional.of(found);
    }

    private List<Person> named(String text, LocalDate born, Requester by) {
        var charted = text.matches(".*[0-9０-９].*") ? ofChart(text.strip(), born, by) : List.<Person>of();
        var number = schemes.recognise(text);
        if (charted.isEmpty()
                && !number.isEmpty()
                && cards.readTyped(number, born, by) instanceof TypedCard.Known known) {
            return one(known.person());
        }
        if (CardQr.looksLike(text)) {
            return cards.readQr(text, by).map(this::one).orElse(List.of()).stream()
                    .filter(person -> person.birthDate().equals(born))
                    .toList();
        }
        return (charted.isEmpty() ? called(text, by, born) : charted)
                .stream()
                        .filter(person -> !protections.keeps(by, person.id()))
                        .limit(MOST)
                        .toList();
    }

    private List<Person> called(String kana, Requester by, LocalDate born) {
        return persons.called(kana, born).stream()
                .filter(person -> by.may(Right.OFFICE) || relations.ties(by.facility(), person.id()))
                .toList();
    }

    private List<Person> ofChart(String number, LocalDate born, Requester by) {
        return successions.now().standsFor(by.facility(), Follows.RECORDS).stream()
                .flatMap(facility -> patients
                        .shown(facility, number)
                        .filter(shown -> born.equals(shown.birthDate()))
                        .flatMap(shown -> persons.current(facility, number))
                        .flatMap(persons::holder)
                        .stream())
                .map(Persons.ChartHolder::person)
                .distinct()
                .flatMap(person -> one(person).stream())
                .toList();
    }

    private List<Person> one(PersonId person) {
        return persons.find(person).map(List::of).orElse(List.of());
    }
}
