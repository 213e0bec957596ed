package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.folding.Characters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which spelling of one name is shown (氏名の表示字): of two messages the richest character at each place. A system that
/// writes 高 for 髙, or 〓, ■, ? for what it cannot write, never replaces what another one could write.
final class RichestName {
    private RichestName() {}

    /// The first one's demographics, its name with the characters that the second one writes richer. Another name stays
    /// as it is.
    static Demographics of(Demographics first, Demographics second) {
        var family = richest(first.familyName(), second.familyName());
        var given = richest(first.givenName(), second.givenName());
        if (family == null || given == null) {
            return first;
        }
        return new Demographics(
                family,
                given,
                first.familyKana(),
                first.givenKana(),
                first.birthDate(),
                first.sex(),
                first.postalCode(),
                first.address(),
                first.phone(),
                first.diedOn());
    }

    /// Null where they are two names.
    private static @Nullable String richest(String first, String second) {
        var ours = characters(first);
        var theirs = characters(second);
        var folded = Characters.folded(first).codePoints().toArray();
        var other = Characters.folded(second).codePoints().toArray();
        if (ours.size() != theirs.size() || folded.length != ours.size() || other.length != theirs.size()) {
            return null;
        }
        var richest = new StringBuilder(first.length());
        for (var at = 0; at < folded.length; at++) {
            if (folded[at] != other[at] && folded[at] != Characters.UNKNOWN && other[at] != Characters.UNKNOWN) {
                return null;
            }
            richest.append(richness(theirs.get(at)) > richness(ours.get(at)) ? theirs.get(at) : ours.get(at));
        }
        return richest.toString();
    }

    /// What a system could not write is poorest; a variant, or a character with its selector, is richer than the common
    /// form.
    private static int richness(String character) {
        var folded = Characters.folded(character);
        if (folded.isEmpty() || folded.codePointAt(0) == Characters.UNKNOWN) {
            return 0;
        }
        return Character.isIdeographic(character.codePointAt(0)) && !folded.equals(character) ? 2 : 1;
    }

    /// Each with the selectors that follow it.
    private static List<String> characters(String name) {
        var characters = new ArrayList<String>();
        name.codePoints().mapToObj(Character::toString).forEach(point -> {
            if (Characters.folded(point).isEmpty() && !characters.isEmpty()) {
                characters.add(characters.removeLast() + point);
            } else {
                characters.add(point);
            }
        });
        return characters;
    }
}
