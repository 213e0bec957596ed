package hmnet.rehearsal;

import hmnet.consent.Choice;
import hmnet.directory.FacilityId;
import hmnet.identity.PatientId;
import hmnet.identity.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What survives of all that was decided about people beside links (生き残った決定の控え): kept by the
/// rehearsal itself and never read from the centre.
final class Ledger {
    final Map<PersonId, Choice> consents = new HashMap<>();
    private final Map<PersonId, Integer> consentedAt = new HashMap<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private int moments;

    private record Chosen(PersonId person, Set<PersonId> all, int at) {}

    final Set<PersonId> cards = new HashSet<>();

    /// Hospitals whose own card works, and whether an HM card has replaced it.
    final Map<PersonId, Map<Integer, Boolean>> disclosureCards = new HashMap<>();

    final Map<PersonId, Set<Integer>> ownConsents = new HashMap<>();
    final Set<PersonId> guarded = new HashSet<>();
    final Set<PersonId> optedOut = new HashSet<>();
    final Set<PatientId> chartsOut = new HashSet<>();
    final Map<PersonId, Map<Integer, Care>> cares = new HashMap<>();

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

    void consented(PersonId person, Choice choice) {
        consents.put(person, choice);
        consentedAt.put(person, ++moments);
    }

    /// The office lets one consent hold for exactly these who are one.
    void chose(PersonId person, Collection<PersonId> all) {
        chosen.add(new Chosen(person, Set.copyOf(all), ++moments));
    }

    /// Whose consent holds for these, unless one of them has said something since.
    Optional<PersonId> chosenFor(Collection<PersonId> all) {
        var group = Set.copyOf(all);
        return chosen.reversed().stream()
                .filter(one -> one.all().equals(group))
                .findFirst()
                .filter(one -> group.stream().allMatch(person -> consentedAt.getOrDefault(person, 0) < one.at()))
                .map(Chosen::person);
    }

    void began(PersonId person, int doctor, @Nullable FacilityId issuer) {
        cares.computeIfAbsent(person, p -> new HashMap<>())
                .merge(doctor, new Care(issuer == null ? null : Set.of(issuer)), (known, fresh) -> known.and(issuer));
    }

    /// All cards end, and the one who is shut out cares for them no longer.
    void guarded(PersonId person, int shutOut) {
        guarded.add(person);
        cards.remove(person);
        disclosureCards.remove(person);
        cares.computeIfAbsent(person, p -> new HashMap<>()).remove(shutOut);
    }
}
