package hmnet.bench.rehearsal;

import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What survives of all that was decided about people beside links (生き残った決定の控え): kept by the
/// rehearsal itself and never read from the centre. In the order in which it came, so that a seed plays again.
final class Ledger {
    final Map<PersonId, ConsentChoice> consents = new LinkedHashMap<>();
    private final Map<PersonId, Integer> saidAt = new LinkedHashMap<>();
    private final List<ConsentMoment> chosen = new ArrayList<>();
    private Set<Set<PersonId>> groups = Set.of();
    private int moments;

    private record ConsentMoment(PersonId person, Set<PersonId> all, int at) {}

    final Set<PersonId> cards = new LinkedHashSet<>();

    /// Hospitals whose own card works, and whether an HM card has replaced it.
    final Map<PersonId, Map<Integer, Boolean>> disclosureCards = new LinkedHashMap<>();

    final Map<PersonId, Set<Integer>> ownConsents = new LinkedHashMap<>();
    final Set<PersonId> guarded = new LinkedHashSet<>();
    final Set<PersonId> optedOut = new LinkedHashSet<>();
    final Set<PatientId> chartsOut = new LinkedHashSet<>();
    final Map<PersonId, Map<Integer, Care>> cares = new LinkedHashMap<>();

    /// A facility's care for a person, begun by a card that opens all records, or one hospital's alone.
    record Care(@Nullable Set<FacilityId> issuers) {
        Care and(@Nullable FacilityId issuer) {
            if (issuers == null || issuer == null) {
                return new Care(null);
            }
            var all = new HashSet<>(issuers);
            all.add(issuer);
            return new Care(all);
        }
    }

    void consented(PersonId person, ConsentChoice choice) {
        consents.put(person, choice);
        said(person);
    }

    /// Something new, to the network or to a hospital: it ends what the office chose.
    void said(PersonId person) {
        saidAt.put(person, ++moments);
    }

    /// Who is one with whom by now. Persons who become one anew are a new question: what was chosen for
    /// exactly them before is over, and comes back only where it was a larger group that fell apart.
    void grouped(Set<Set<PersonId>> now) {
        now.stream()
                .filter(group -> groups.stream().noneMatch(before -> before.containsAll(group)))
                .forEach(group -> chosen.removeIf(one -> one.all().equals(group)));
        groups = now;
    }

    /// The office lets one consent hold for exactly these who are one.
    void chose(PersonId person, Collection<PersonId> all) {
        chosen.add(new ConsentMoment(person, Set.copyOf(all), ++moments));
    }

    /// Whose consent holds for these, unless one of them has said something since.
    Optional<PersonId> chosenFor(Collection<PersonId> all) {
        var group = Set.copyOf(all);
        return chosen.reversed().stream()
                .filter(one -> one.all().equals(group))
                .findFirst()
                .filter(one -> group.stream().allMatch(person -> saidAt.getOrDefault(person, 0) < one.at()))
                .map(ConsentMoment::person);
    }

    void began(PersonId person, int doctor, @Nullable FacilityId issuer) {
        cares.computeIfAbsent(person, p -> new LinkedHashMap<>())
                .merge(doctor, new Care(issuer == null ? null : Set.of(issuer)), (known, fresh) -> known.and(issuer));
    }

    /// All cards end of all who are one, and the one who is shut out cares for them no longer.
    void guarded(PersonId person, Collection<PersonId> all, int shutOut) {
        guarded.add(person);
        all.forEach(one -> {
            cards.remove(one);
            disclosureCards.remove(one);
            cares.computeIfAbsent(one, p -> new LinkedHashMap<>()).remove(shutOut);
        });
    }
}
