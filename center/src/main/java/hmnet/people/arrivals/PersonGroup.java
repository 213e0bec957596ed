package hmnet.people.arrivals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sides that are one person already (同一人物のまとまり), or one unlinked patient alone.
///
/// @param person null for an unlinked patient alone
record PersonGroup(@Nullable UUID person, List<MatchSubject> sides) {
    /// Whether the office or a desk stands behind the person; one that only the matcher made yields to it.
    boolean firm() {
        return sides.stream().anyMatch(MatchSubject::byHuman);
    }

    boolean holds(MatchSubject matchSubject) {
        return sides.stream().anyMatch(own -> own.key().equals(matchSubject.key()));
    }

    boolean holdsPatient(long patient) {
        return sides.stream().anyMatch(own -> own.patient() != null && own.patient() == patient);
    }

    boolean isOf(UUID who) {
        return who.equals(person);
    }

    /// The chart that says most of all that know a birth date: what a new person is called by.
    Optional<MatchSubject> bestBorn(PersonGroup other) {
        return Stream.concat(sides.stream(), other.sides.stream())
                .filter(matchSubject -> !matchSubject.said().birthDate().isEmpty())
                .max(Comparator.comparingLong(MatchSubject::known)
                        .thenComparing(MatchSubject::key, Comparator.reverseOrder()));
    }

    /// Both groups as one, under the person that stays.
    PersonGroup with(PersonGroup other, UUID stays) {
        var all = new ArrayList<>(sides);
        all.addAll(other.sides);
        return new PersonGroup(stays, List.copyOf(all));
    }

    /// Who stays when two groups become one: a person of the office, or the one with more charts; null when a
    /// new person is needed.
    static @Nullable UUID stays(PersonGroup a, PersonGroup b) {
        if (a.person == null || b.person == null) {
            return a.person == null ? b.person : a.person;
        }
        if (a.firm() != b.firm()) {
            return a.firm() ? a.person : b.person;
        }
        return a.sides.size() >= b.sides.size() ? a.person : b.person;
    }
}
