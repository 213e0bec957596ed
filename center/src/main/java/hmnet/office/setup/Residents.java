package hmnet.office.setup;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.ground.directory.FacilityId;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.links.Persons.ChartNumber;
import hmnet.people.patients.PersonId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Takes over residents with their cards, consents and chart numbers (登録者の移行), a batch at a time.
@Component
class Residents {
    private static final String BY = "plan";
    private final Persons persons;
    private final Cards cards;
    private final Consents consents;

    Residents(Persons persons, Cards cards, Consents consents) {
        this.persons = persons;
        this.cards = cards;
        this.consents = consents;
    }

    void takeOver(List<PlannedResident> batch, Map<String, FacilityId> facilities) {
        var people = new LinkedHashMap<PlannedResident, Person>();
        var numbers = new HashMap<PersonId, CardNumber>();
        var choices = new LinkedHashMap<PersonId, ConsentChoice>();
        var charts = new LinkedHashMap<ChartNumber, PersonId>();
        for (var resident : batch) {
            var person = person(resident);
            people.put(resident, person);
            if (resident.card() != null) {
                numbers.put(person.id(), new CardNumber(resident.card()));
            }
            switch (ConsentState.of(resident.consent())) {
                case GIVEN -> choices.put(person.id(), ConsentChoice.EVERYTHING);
                case WITHDRAWN -> choices.put(person.id(), ConsentChoice.NOTHING);
                case NONE -> {}
            }
            for (var chart : resident.patients()) {
                charts.put(
                        new ChartNumber(Objects.requireNonNull(facilities.get(chart.facility())), chart.number()),
                        person.id());
            }
        }
        persons.takeOver(List.copyOf(people.values()));
        consents.takeOver(people.values().stream().map(Person::id).toList(), choices, BY);
        cards.takeOver(numbers, BY);
        persons.takeOverLinks(charts, BY);
    }

    private static String sex(String code) {
        return switch (code) {
            case "M" -> "male";
            case "F" -> "female";
            case "O" -> "other";
            // From outside: HL7 table 0001.
            default -> "unknown";
        };
    }

    private static Person person(PlannedResident resident) {
        return new Person(
                PersonId.fresh(),
                "R" + resident.key(),
                resident.name().family(),
                resident.name().given(),
                resident.name().familyKana(),
                resident.name().givenKana(),
                resident.birthDate(),
                sex(resident.sex()),
                resident.postalCode(),
                resident.address(),
                Person.town(resident.address()),
                resident.phone());
    }
}
