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
import hmnet.people.folding.PersonName.Script;

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

    ForeignNames(Roster roster) {
        this.roster = roster;
    }

    /// The levels of SURNAME and GIVEN, or the ones already found where the words explain nothing.
    int pattern(int found, int a, int b) {
        var heardA = heard(a);
        var heardB = heard(b);
        var writtenA = NameWords.of(roster.text(roster.writtenWords[a]));
        var writtenB = NameWords.of(roster.text(roster.writtenWords[b]));
        if (heardA.same(heardB) || roster.script[a] == roster.script[b] && writtenA.same(writtenB)) {
            return SAME_WORDS;
        }
        if (heardA.each(Kana::loose).same(heardB.each(Kana::loose))) {
            return LOOSELY;
        }
        if (heardA.contains(heardB) || heardB.contains(heardA)) {
            return Math.min(heardA.length(), heardB.length()) >= SURE ? LOOSELY : FEWER_WORDS;
        }
        if (!roster.kanji(a) && !roster.kanji(b) && (heardA.containsParts(heardB) || heardB.containsParts(heardA))) {
            return FEWER_WORDS;
        }
        var wordsA = heardA.none() ? writtenA : heardA;
        var wordsB = heardB.none() ? writtenB : heardB;
        if (roster.kanji(a) != roster.kanji(b)) {
            return roster.kanji(a) ? abroad(found, a, writtenB, wordsB) : abroad(found, b, writtenA, wordsA);
        }
        return latin(a) || latin(b) ? sounding(found, wordsA, wordsB) : found;
    }

    private boolean latin(int row) {
        return roster.script[row] == Script.LATIN;
    }

    private static int sounding(int found, NameWords a, NameWords b) {
        var soundA = a.each(ForeignSound::of);
        var soundB = b.each(ForeignSound::of);
        if (soundA.same(soundB) && soundA.length() >= POSSIBLE) {
            return soundA.length() >= SURE ? LOOSELY : FEWER_WORDS;
        }
        return soundA.contains(soundB) || soundB.contains(soundA) ? FEWER_WORDS : found;
    }

    /// Characters of one side that are spelt, or sound, at home as the other side says.
    private int abroad(int found, int characters, NameWords written, NameWords heard) {
        var sound = heard.each(ForeignSound::of);
        var best = new int[] {found};
        HanReadings.each(
                roster.text(roster.surname[characters]), roster.text(roster.given[characters]), (surname, given) -> {
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

    private NameWords heard(int row) {
        return NameWords.of(
                roster.heardWords[row] != 0
                        ? roster.text(roster.heardWords[row])
                        : roster.text(roster.surnameReading[row]) + " " + roster.text(roster.givenReading[row]));
    }
}
