package hmnet.people.matching;

import static hmnet.people.matching.NameShares.Part.*;

/// How common the names of a pair are (頻度): sharing 佐藤 says less than sharing 勘解由小路.
final class Frequencies {
    private final Roster roster;
    private final NameShares shares;
    private final float[] surname;
    private final float[] given;
    private final float[] surnameReading;
    private final float[] givenReading;

    Frequencies(Roster roster, NameShares shares) {
        this.roster = roster;
        this.shares = shares;
        surname = column(NameShares.Part.SURNAME, roster.surname);
        given = column(NameShares.Part.GIVEN, roster.given);
        surnameReading = column(SURNAME_READING, roster.surnameReading);
        givenReading = column(GIVEN_READING, roster.givenReading);
    }

    /// By how much (as a logarithm) rarer than usual is what the pair shares.
    double rarity(int pattern, int a, int b) {
        return shared(
                        ComparedField.SURNAME.level(pattern),
                        surname,
                        roster.surname,
                        surnameReading,
                        roster.surnameReading,
                        a,
                        b)
                + shared(
                        ComparedField.GIVEN.level(pattern),
                        given,
                        roster.given,
                        givenReading,
                        roster.givenReading,
                        a,
                        b);
    }

    private static double shared(
            int level, float[] written, int[] writtenOf, float[] heard, int[] heardOf, int a, int b) {
        if (level / ComparedField.SOUNDS == ComparedField.SAME && writtenOf[a] == writtenOf[b]) {
            return written[writtenOf[a]];
        }
        return level % ComparedField.SOUNDS == ComparedField.SOUNDS_SAME && heardOf[a] == heardOf[b]
                ? heard[heardOf[a]]
                : 0;
    }

    private float[] column(NameShares.Part part, int[] words) {
        var rarer = new float[roster.words.count()];
        for (var word : words) {
            if (word != 0 && rarer[word] == 0) {
                rarer[word] = shares.rarer(part, roster.text(word));
            }
        }
        return rarer;
    }
}
