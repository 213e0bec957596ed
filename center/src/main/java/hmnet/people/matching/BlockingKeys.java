package hmnet.people.matching;

import hmnet.people.folding.PersonName;
import java.util.function.IntToLongFunction;

/// Under which keys a chart is looked for (照合キー): birth date with a part of the name, telephone, insurance
/// or home; home or telephone with the given name; the full name with part of the date; and some for names in
/// Latin letters. A key of unknown parts is 0.
final class BlockingKeys {
    static final int COUNT = 17;
    static final int CHART_NUMBER = 13;

    private final Roster roster;
    private final IntToLongFunction word;

    /// @param word what stands for a word of the roster: equal words alike, 0 for none
    BlockingKeys(Roster roster, IntToLongFunction word) {
        this.roster = roster;
        this.word = word;
    }

    /// Takes one key.
    interface Keyhole {
        void put(int key, long value);
    }

    void of(int row, Keyhole to) {
        var r = roster;
        var latin = r.script[row] == PersonName.Script.LATIN;
        var given = heard(r.givenReading[row], r.given[row], latin);
        var surname = heard(r.surnameReading[row], r.surname[row], latin);
        var birth = r.birth[row];
        var phone = r.phone[row];
        var insurance = r.insured(row) ? hash(r.insurer[row], r.insured[row]) : 0;
        var home =
                r.numbers[row] == 0 || r.place[row] == 0 ? 0 : hash(end(r.text(r.place[row])), r.numbers[row] >>> 32);
        var full = surname == 0 || given == 0 ? 0 : hash(Math.min(surname, given), Math.max(surname, given));
        var givenWritten = word.applyAsLong(r.given[row]);
        var surnameWritten = word.applyAsLong(r.surname[row]);
        var characters = r.given[row] == 0 ? 0 : hash(surnameWritten, givenWritten);
        put(to, 0, birth, givenWritten);
        put(to, 1, birth, given);
        put(to, 2, birth, surnameWritten);
        put(to, 3, birth, surname);
        put(to, 4, birth, phone);
        put(to, 5, insurance, insurance);
        put(to, 6, birth, home);
        put(to, 7, phone, given);
        put(to, 8, home, given);
        put(to, 9, full, birth % 10000);
        put(to, 10, full, birth / 100);
        put(to, 11, characters, word.applyAsLong(r.place[row]));
        put(to, 12, characters, birth / 10000);
        put(to, CHART_NUMBER, word.applyAsLong(r.facility[row]), word.applyAsLong(r.chart[row]));
        put(to, 14, latin ? surnameWritten : 0, r.postal[row]);
        put(to, 15, latin ? givenWritten : 0, r.postal[row]);
        put(to, 16, latin ? characters : 0, characters);
    }

    private long heard(int reading, int written, boolean latin) {
        return word.applyAsLong(reading == 0 && latin ? written : roster.loose(reading));
    }

    private static void put(Keyhole to, int key, long a, long b) {
        to.put(key, of(key, a, b));
    }

    static long of(int key, long a, long b) {
        return a == 0 || b == 0 ? 0 : hash(a * 31 + key, b) | 1;
    }

    private static long end(String place) {
        return place.length() < 2
                ? place.hashCode()
                : place.substring(place.length() - 2).hashCode();
    }

    static long hash(long a, long b) {
        var h = a * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(b * 0xC2B2AE3D27D4EB4FL, 31);
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 29;
    }
}
