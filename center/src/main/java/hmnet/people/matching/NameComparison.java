package hmnet.people.matching;

import static hmnet.people.matching.ComparedField.*;

import hmnet.people.folding.Characters;
import hmnet.people.folding.Distance;

/// The names of two rows compared (氏名の比較): characters and readings, in either order, with former surnames.
final class NameComparison {
    private static final int SHORT = 2;
    private static final int LONG = 5;
    private static final int BEST = SURNAME.bits(0) | GIVEN.bits(0);
    private final Roster roster;
    private final ForeignNames foreign;

    NameComparison(Roster roster) {
        this.roster = roster;
        this.foreign = new ForeignNames(roster);
    }

    /// The levels of SURNAME and GIVEN.
    int pattern(int a, int b) {
        var straight = straight(a, b);
        if (straight == BEST || good(SURNAME.level(straight)) || good(GIVEN.level(straight))) {
            return straight;
        }
        if (besideIsWhole(a, b) || besideIsWhole(b, a)) {
            return SURNAME.bits(SAME * SOUNDS + SOUNDS_UNKNOWN) | GIVEN.bits(SAME * SOUNDS + SOUNDS_UNKNOWN);
        }
        var crossed = crossed(a, b);
        return crossed >= 0 ? crossed : straight;
    }

    /// Whether what one writes beside the name (通称名) is the other's whole name.
    private boolean besideIsWhole(int beside, int whole) {
        return roster.otherName[beside] != 0
                && (roster.given[whole] != 0 || roster.givenReading[whole] != 0)
                && roster.text(roster.otherName[beside])
                        .equals(roster.text(roster.surname[whole]) + roster.text(roster.given[whole]));
    }

    private int straight(int a, int b) {
        var sounds = sounds(roster.surnameReading[a], roster.surnameReading[b]);
        var givenSounds = sounds(roster.givenReading[a], roster.givenReading[b]);
        if (roster.script[a] != roster.script[b]) {
            return merged(UNKNOWN, UNKNOWN, sounds, givenSounds, a, b);
        }
        if (roster.given[a] == 0 || roster.given[b] == 0) {
            return undivided(a, b, sounds, givenSounds);
        }
        return merged(surname(a, b), characters(roster.given[a], roster.given[b]), sounds, givenSounds, a, b);
    }

    private int merged(int surname, int given, int sounds, int givenSounds, int a, int b) {
        var pattern = SURNAME.bits(surname * SOUNDS + sounds) | GIVEN.bits(given * SOUNDS + givenSounds);
        var known = roster.kanji(a) && roster.kanji(b) || surname == SAME && given == SAME;
        return known ? pattern : foreign.pattern(pattern, a, b);
    }

    private int surname(int a, int b) {
        var level = characters(roster.surname[a], roster.surname[b]);
        if (level == SAME) {
            return level;
        }
        var formerA = roster.formerSurname[a];
        var formerB = roster.formerSurname[b];
        return formerA != 0 && (formerA == roster.surname[b] || formerA == formerB)
                        || formerB != 0 && formerB == roster.surname[a]
                ? SAME
                : level;
    }

    /// One name has no space: it is cut where the other one is.
    private int undivided(int a, int b, int sounds, int givenSounds) {
        if (roster.surname[a] == 0 || roster.surname[b] == 0) {
            return merged(UNKNOWN, UNKNOWN, sounds, givenSounds, a, b);
        }
        var cut = roster.given[a] == 0 ? b : a;
        var whole = roster.text(roster.surname[cut == a ? b : a]);
        var surname = roster.text(roster.surname[cut]);
        var given = roster.text(roster.given[cut]);
        if (given.isEmpty()) {
            return bothUndivided(whole, surname, sounds, givenSounds, a, b);
        }
        var former = roster.text(roster.formerSurname[cut]);
        var at = whole.startsWith(surname) || former.isEmpty() || !whole.startsWith(former)
                ? surname.length()
                : former.length();
        if (whole.endsWith(given)) {
            at = whole.length() - given.length();
        } else if (!whole.startsWith(surname) && whole.length() <= at) {
            return merged(OTHER, OTHER, sounds, givenSounds, a, b);
        }
        at = Math.min(at, whole.length());
        var head = whole.substring(0, at);
        return merged(
                !former.isEmpty() && former.equals(head) ? SAME : characters(head, surname),
                characters(whole.substring(at), given),
                sounds,
                givenSounds,
                a,
                b);
    }

    /// Neither is cut: they share a beginning, an end, or nothing.
    private int bothUndivided(String left, String right, int sounds, int givenSounds, int a, int b) {
        if (equal(left, right)) {
            return merged(SAME, SAME, sounds, givenSounds, a, b);
        }
        var head = 0;
        var shorter = Math.min(left.length(), right.length());
        while (head < shorter && alike(left.charAt(head), right.charAt(head))) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && alike(left.charAt(left.length() - 1 - tail), right.charAt(right.length() - 1 - tail))) {
            tail++;
        }
        var surname = head >= SHORT ? SAME : head == 1 ? NEAR : OTHER;
        var given = head + tail >= shorter - 1 && shorter > SHORT && left.length() == right.length()
                ? NEAR
                : tail >= SHORT ? SAME : tail == 1 ? NEAR : OTHER;
        return merged(surname, given, sounds, givenSounds, a, b);
    }

    /// Surname and given name exchanged on one side; -1 if that explains nothing.
    private int crossed(int a, int b) {
        var readings = roster.surnameReading[a] != 0
                && roster.givenReading[a] != 0
                && roster.surnameReading[a] == roster.givenReading[b]
                && roster.givenReading[a] == roster.surnameReading[b];
        var written = roster.given[a] != 0
                && roster.given[b] != 0
                && characters(roster.surname[a], roster.given[b]) <= NEAR
                && characters(roster.given[a], roster.surname[b]) <= NEAR;
        if (!readings && !written) {
            return -1;
        }
        var kanji = written ? SAME : UNKNOWN;
        var kana = readings ? SOUNDS_SAME : SOUNDS_UNKNOWN;
        return SURNAME.bits(kanji * SOUNDS + kana) | GIVEN.bits(kanji * SOUNDS + kana);
    }

    private int characters(int a, int b) {
        return a == 0 || b == 0 ? UNKNOWN : a == b ? SAME : characters(roster.text(a), roster.text(b));
    }

    private static int characters(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return UNKNOWN;
        }
        if (illegible(a) || illegible(b)) {
            return UNKNOWN;
        }
        if (equal(a, b)) {
            return SAME;
        }
        var shorter = Math.min(a.length(), b.length());
        return shorter >= SHORT && Distance.oneApart(a, b) || shorter >= LONG && Distance.twoApart(a, b) ? NEAR : OTHER;
    }

    private int sounds(int a, int b) {
        if (a == 0 || b == 0) {
            return SOUNDS_UNKNOWN;
        }
        if (a == b) {
            return SOUNDS_SAME;
        }
        var left = roster.text(a);
        var right = roster.text(b);
        if (Math.abs(left.length() - right.length()) > SHORT) {
            return SOUNDS_OTHER;
        }
        if (roster.loose(a) == roster.loose(b)) {
            return SOUNDS_LOOSE;
        }
        return Distance.oneApart(left, right) && Math.max(left.length(), right.length()) > SHORT
                ? SOUNDS_NEAR
                : SOUNDS_OTHER;
    }

    /// More than half of it could not be written.
    private static boolean illegible(String name) {
        return name.chars().filter(c -> c == Characters.UNKNOWN).count() * 2 > name.length();
    }

    private static boolean equal(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (var i = 0; i < a.length(); i++) {
            if (!alike(a.charAt(i), b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(char a, char b) {
        return a == b || a == Characters.UNKNOWN || b == Characters.UNKNOWN;
    }

    private static boolean good(int level) {
        return level / SOUNDS == SAME || level % SOUNDS <= SOUNDS_LOOSE;
    }
}
