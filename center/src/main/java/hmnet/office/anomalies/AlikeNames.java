package hmnet.office.anomalies;

import hmnet.people.folding.Kana;
import hmnet.people.links.Person;
import java.util.Collection;
import java.util.regex.Pattern;

/// Whose reading a person's name has (読みの一致): all that the register of staff says of a human is a name.
final class AlikeNames {
    private static final Pattern GAP = Pattern.compile("[\\s\u3000]+");

    private AlikeNames() {}

    /// Whether both whole names sound alike; never for an empty one.
    static boolean whole(String staffKana, Person person) {
        var staff = Kana.folded(staffKana);
        return !staff.isEmpty() && staff.equals(Kana.folded(person.familyKana() + person.givenKana()));
    }

    /// Whether one of these sounds so.
    static boolean oneOf(Collection<String> staffKana, Person person) {
        return staffKana.stream().anyMatch(kana -> whole(kana, person));
    }

    /// Whether the family names alone sound alike. A reading without a gap has no family name that could be told.
    static boolean family(String staffKana, Person person) {
        var parts = GAP.split(staffKana.strip(), 2);
        var family = Kana.folded(parts[0]);
        return parts.length > 1
                && !family.isEmpty()
                && family.equals(Kana.folded(person.familyKana()))
                && !whole(staffKana, person);
    }
}
