package hmnet.bench.rehearsal;

import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Actor;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// What survives, and nothing else, played for people of the same description whom nothing has happened to
/// (生き残りの再演), in a transaction that leaves nothing behind.
final class Replay {
    /// Those of the sequence itself are smaller.
    private static final int FIRST_NUMBER = 500_000;

    static final LocalDate LAST_DAY = LocalDate.of(2099, 3, 31);

    private final Doors doors;
    private final Cast cast;
    private final Ledger ledger;
    private final View view;
    private int numbers;

    Replay(Doors doors, Cast cast, Ledger ledger) {
        this.doors = doors;
        this.cast = cast;
        this.ledger = ledger;
        this.view = new View(doors, cast);
    }

    /// The lines in which both differ; none when nothing of what was undone stayed behind.
    List<String> differences(Circle circle) {
        return Objects.requireNonNull(doors.transaction().execute(status -> {
            status.setRollbackOnly();
            var now = view.of(circle, Map.of());
            var doubles = Doubles.of(
                    doors.db(), new SealedDemographics(doors.keys()), new SealedNumbers(doors.keys()), circle);
            replay(doubles);
            var names = new HashMap<String, String>();
            doubles.patients().forEach((one, stand) -> names.put(stand.toString(), one.toString()));
            doubles.persons().forEach((one, stand) -> names.put(stand.toString(), one.toString()));
            return differing(now, view.of(doubles.circle(), names));
        }));
    }

    static List<String> differing(List<String> is, List<String> expected) {
        var lines = new ArrayList<String>();
        is.stream().filter(line -> !expected.contains(line)).forEach(line -> lines.add("is:     " + line));
        expected.stream().filter(line -> !is.contains(line)).forEach(line -> lines.add("wanted: " + line));
        return lines;
    }

    private void replay(Doubles doubles) {
        doubles.persons().values().forEach(person -> doors.consents().open(new PersonId(person)));
        var people = doubles.persons();
        each(ledger.guarded, people, this::guard);
        ledger.optedOut.forEach(
                person -> doors.leftOut().leave(View.person(people, person), "opted-out", Actor.staff(1)));
        ledger.ownConsents.forEach((person, hospitals) -> ownConsents(View.person(people, person), hospitals));
        ledger.disclosureCards.forEach((person, cards) -> cards.forEach(
                (hospital, replaced) -> disclosureCard(View.person(people, person), person, hospital, replaced)));
        each(
                ledger.cards,
                people,
                person -> doors.cards()
                        .reissue(doors.persons().find(person).orElseThrow(), "first", cast.clerks.getFirst()));
        ledger.consents.forEach((person, choice) -> doors.consents()
                .record(View.person(people, person), choice, "paper", ConsentNotice.FIRST, cast.clerks.getFirst()));
        ledger.cares.forEach(
                (person, cares) -> cares.forEach((doctor, care) -> care(View.person(people, person), doctor, care)));
        doors.surviving().replay(doubles);
        ledger.chartsOut.forEach(chart -> doors.leftOut()
                .leave(
                        new PatientId(Objects.requireNonNull(doubles.patients().get(chart.value()))),
                        "opted-out",
                        Actor.staff(1)));
        people.keySet().stream()
                .map(person -> doors.samePersons().of(new PersonId(person)))
                .flatMap(all -> ledger.chosenFor(all).stream())
                .distinct()
                .forEach(person ->
                        doors.consents().choose(View.person(people, person), "chosen", cast.clerks.getFirst()));
    }

    private static void each(Set<PersonId> of, Map<UUID, UUID> people, java.util.function.Consumer<PersonId> act) {
        of.forEach(person -> act.accept(View.person(people, person)));
    }

    private void guard(PersonId person) {
        doors.protections().begin(person, order(cast), cast.clerks.getFirst());
    }

    static ProtectionOrder order(Cast cast) {
        return new ProtectionOrder("person", "photo", Set.of(cast.shutOut().facility()), Set.of());
    }

    private void disclosureCard(PersonId stand, PersonId person, int hospital, boolean replaced) {
        var clerk = cast.clerks.getFirst();
        var issuer = cast.hospitals.get(hospital);
        register(stand, hospital);
        if (!ledger.ownConsents.getOrDefault(person, Set.of()).contains(hospital)) {
            doors.disclosureCards().withdraw(stand, issuer, clerk);
        }
        if (replaced) {
            var choice = Objects.requireNonNull(ledger.consents.get(person));
            doors.disclosureCards()
                    .exchange(
                            doors.persons().find(stand).orElseThrow(),
                            issuer,
                            choice,
                            "paper",
                            ConsentNotice.FIRST,
                            LAST_DAY,
                            clerk);
        }
    }

    /// A consent given to a hospital outlives the card that came with it.
    private void ownConsents(PersonId stand, Set<Integer> hospitals) {
        hospitals.forEach(hospital -> register(stand, hospital));
        doors.cards().end(stand, "lost", cast.clerks.getFirst());
    }

    /// Under a number that nobody has had.
    private void register(PersonId stand, int hospital) {
        var code = cast.disclosureCard(hospital, FIRST_NUMBER + ++numbers);
        var clerk = cast.clerks.getFirst();
        if (!doors.disclosureCards().register(stand, code, cast.hospitals.get(hospital), "paper", clerk)) {
            throw new IllegalStateException("The replay has given the number " + code + " to two");
        }
    }

    private void care(PersonId person, int doctor, Ledger.Care care) {
        var who = cast.doctors.get(doctor);
        if (care.issuers() == null) {
            doors.relations().begin(who, person, RelationOrigin.CARD);
        } else {
            care.issuers().forEach(issuer -> doors.relations().begin(who, person, RelationOrigin.CARD, issuer));
        }
    }
}
