package hmnet.bench.rehearsal;

import hmnet.consent.cards.IssuedCard;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// All that can be seen of some people and their charts (見え方), line by line: links, merges, who is one,
/// who is left out, consents, cards, relations, and what each doctor's chart of them would show.
final class View {
    private final Doors doors;
    private final Cast cast;

    View(Doors doors, Cast cast) {
        this.doors = doors;
        this.cast = cast;
    }

    /// Inside the caller's transaction, under the names of those whom these stand for.
    List<String> of(Circle circle, Map<String, String> names) {
        var lines = new ArrayList<>(doors.linkage().view(circle, names));
        for (var person : doors.linkage().somebody(circle)) {
            of(person).forEach(line -> lines.add(LinkageView.named(line, names)));
        }
        return lines.stream().sorted().toList();
    }

    private List<String> of(PersonId person) {
        var lines = new ArrayList<String>();
        lines.add(
                "consent " + person + " " + doors.consents().of(person).state().word());
        lines.add("protected " + person + " " + doors.protections().isProtected(person));
        doors.cards().history(person).stream()
                .filter(IssuedCard::active)
                .forEach(card -> lines.add("card " + person + " " + card.kind() + " "
                        + (card.issuer() == null ? "" : card.issuer().value() + "@") + " " + card.worksUntil()));
        for (var doctor : cast.doctors) {
            var facility = doctor.facility();
            var standing = doors.standings().of(facility, List.of(person)).get(person);
            lines.add("standing " + person + " F" + facility.value() + " " + standing + " "
                    + doors.relations().ties(facility, person) + " "
                    + doors.protections().keeps(doctor, person));
            lines.addAll(chart(doctor, person));
        }
        return lines;
    }

    private List<String> chart(Requester doctor, PersonId person) {
        var who = " " + person + " F" + doctor.facility().value() + " ";
        return switch (doors.decisions().decide(doctor, person, Purpose.TREATMENT)) {
            case Refused(Decision.Reason reason) -> List.of("closed" + who + reason);
            case Granted(var known, var grant, var door) ->
                grant.lines().stream()
                        .map(line -> "open" + who + line.patient().value() + " kinds=" + line.kinds() + " labels="
                                + line.labels() + " " + line.department() + " " + line.otherThan())
                        .toList();
        };
    }

    static PersonId person(Map<UUID, UUID> doubles, PersonId of) {
        return new PersonId(java.util.Objects.requireNonNull(doubles.get(of.value())));
    }
}
