package hmnet.people.matching;

import static hmnet.people.matching.ComparedField.GIVEN;
import static hmnet.people.matching.ComparedField.SOUNDS;
import static hmnet.people.matching.ComparedField.SOUNDS_LOOSE;
import static hmnet.people.matching.ComparedField.SOUNDS_NEAR;
import static hmnet.people.matching.ComparedField.SURNAME;
import static hmnet.people.matching.ComparedField.UNKNOWN;

import hmnet.people.folding.ForeignSound;
import hmnet.people.folding.HanReadings;
import hmnet.people.folding.Kana;
import hmnet.people.folding.NameWords;
import hmnet.people.folding.PersonName.Script;
import java.util.concurrent.ConcurrentHashMap;

/// Two names of which one at least is in Latin letters or kana (外国人の氏名の比較): in any order, cut anywhere, without
/// middle names, in another transcription, or in characters on the other side.
final class ForeignNames {
    private static final int SURE = 5;
    private static final int POSSIBLE = 3;
    private static final int SAME_WORDS = SURNAME.bits(UNKNOWN * SOUNDS) | GIVEN.bits(UNKNOWN * SOUNDS);
    private static final int LOOSELY =
            SURNAME.bits(UNKNOWN * SOUNDS + SOUNDS_LOOSE) | GIVEN.bits(UNKNOWN * SOUNDS + SOUNDS_LOOSE);
    private static final int FEWER_WORDS = SURNAME.bits(UNKNOWN * SOUNDS) | GIVEN.bits(UNKNOWN * SOUNDS + SOUNDS_NEAR);
    private final Roster roster;
    private final ConcurrentHashMap<Integer, NameForms> known = new ConcurrentHashMap<>();

    /// A name as it is, loosely, and by its consonants: worked out once for each spelling.
    private record NameForms(NameWords words, NameWords loose, NameWords sound) {
        static NameForms of(String text) {
            var words = NameWords.of(text);
            return new NameForms(words, words.each(Kana::loose), words.each(ForeignSound::of));
        }
    }

    ForeignNames(Roster roster) {
        this.roster = roster;
    }

    /// The levels of SURNAME and GIVEN, or the ones already found where the words explain nothing.
    int pattern(int found, int a, int b) {
        var heardA = heard(a);
        var heardB = heard(b);
        var writtenA = forms(roster.writtenWords[a]);
        var writtenB = forms(roster.writtenWords[b]);
        if (heardA.words.same(heardB.words)
                || roster.script[a] == roster.script[b] && writtenA.words.same(writtenB.words)) {
            return SAME_WORDS;
        }
        if (heardA.loose.same(heardB.loose)) {
            return LOOSELY;
        }
        if (heardA.words.contains(heardB.words) || heardB.words.contains(heardA.words)) {
            return Math.min(heardA.words.length(), heardB.words.length()) >= SURE ? LOOSELY : FEWER_WORDS;
        }
        var foreign = !roster.kanji(a) && !roster.kanji(b);
        if (foreign && (heardA.words.containsParts(heardB.words) || heardB.words.containsParts(heardA.words))) {
            return FEWER_WORDS;
        }
        var soundA = heardA.words.none() ? writtenA.sound : heardA.sound;
        var soundB = heardB.words.none() ? writtenB.sound : heardB.sound;
        if (roster.kanji(a) != roster.kanji(b)) {
            return roster.kanji(a)
                    ? abroad(found, a, writtenB.words, soundB)
                    : abroad(found, b, writtenA.words, soundA);
        }
        return latin(a) || latin(b) || severalNames(heardA) || severalNames(heardB)
                ? sounding(found, soundA, soundB)
                : found;
    }

    private boolean latin(int row) {
        return roster.script[row] == Script.LATIN;
    }

    /// No Japanese name in kana has three words: ショウタ and ショウト are twins, however alike their consonants are.
    private static boolean severalNames(NameForms heard) {
        return heard.words.words().size() > 2;
    }

    private static int sounding(int found, NameWords soundA, NameWords soundB) {
        if (soundA.same(soundB) && soundA.length() >= POSSIBLE) {
            return soundA.length() >= SURE ? LOOSELY : FEWER_WORDS;
        }
        return soundA.contains(soundB) || soundB.contains(soundA) ? FEWER_WORDS : found;
    }

    /// Characters of one side that are spelt, or sound, at home as the other side says. A name without a space has a
    /// surname of one character.
    private int abroad(int found, int characters, NameWords written, NameWords sound) {
        var best = new int[] {found};
        var whole = roster.text(roster.surname[characters]);
        var divided = roster.given[characters] != 0;
        var cut = divided ? whole.length() : Math.min(1, whole.length());
        HanReadings.each(
                whole.substring(0, cut),
                divided ? roster.text(roster.given[characters]) : whole.substring(cut),
                (surname, given) -> {
                    var own = ForeignSound.of(given);
                    if (NameWords.of(surname + " " + given).same(written)) {
                        best[0] = LOOSELY;
                    } else if (best[0] != LOOSELY
                            && !own.isEmpty()
                            && NameWords.of(ForeignSound.of(surname) + " " + own)
                                    .same(sound)) {
                        best[0] = sound.length() >= POSSIBLE ? LOOSELY : sound.length() > 1 ? FEWER_WORDS : best[0];
                    }
                });
        return best[0];
    }

    private NameForms heard(int row) {
        if (!roster.kanji(row)) {
            return forms(roster.heardWords[row]);
        }
        var words = NameWords.of(roster.text(roster.surnameReading[row]) + " " + roster.text(roster.givenReading[row]));
        return new NameForms(words, words.each(Kana::loose), words);
    }

    private NameForms forms(int words) {
        return known.computeIfAbsent(words, number -> NameForms.of(roster.text(number)));
    }
}
