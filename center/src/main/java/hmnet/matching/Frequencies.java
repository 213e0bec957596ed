package hmnet.matching;

/// How common each name and birthday is (頻度): sharing 佐藤 says less than sharing 勘解由小路.
final class Frequencies {
    private static final double AT_MOST = Math.log(2000);

    private final Roster roster;
    private final int[] surname;
    private final int[] given;
    private final int[] surnameReading;
    private final int[] givenReading;
    private final double usualSurname;
    private final double usualGiven;
    private final double usualSurnameReading;
    private final double usualGivenReading;

    Frequencies(Roster roster) {
        this.roster = roster;
        surname = counts(roster.surname);
        given = counts(roster.given);
        surnameReading = counts(roster.surnameReading);
        givenReading = counts(roster.givenReading);
        usualSurname = usual(surname);
        usualGiven = usual(given);
        usualSurnameReading = usual(surnameReading);
        usualGivenReading = usual(givenReading);
    }

    /// By how much (as a logarithm) rarer than usual is what the pair shares.
    double rarity(int pattern, int a, int b) {
        return name(
                        Field.SURNAME.level(pattern),
                        surname,
                        roster.surname,
                        usualSurname,
                        surnameReading,
                        roster.surnameReading,
                        usualSurnameReading,
                        a,
                        b)
                + name(
                        Field.GIVEN.level(pattern),
                        given,
                        roster.given,
                        usualGiven,
                        givenReading,
                        roster.givenReading,
                        usualGivenReading,
                        a,
                        b);
    }

    private double name(
            int level,
            int[] written,
            int[] writtenOf,
            double usual,
            int[] heard,
            int[] heardOf,
            double usualHeard,
            int a,
            int b) {
        if (level / Field.SOUNDS == Field.SAME && writtenOf[a] == writtenOf[b]) {
            return rarer(written[writtenOf[a]], usual);
        }
        return level % Field.SOUNDS == Field.SOUNDS_SAME && heardOf[a] == heardOf[b]
                ? rarer(heard[heardOf[a]], usualHeard)
                : 0;
    }

    private double rarer(int count, double usual) {
        var rarer = Math.log(usual * roster.size() / Math.max(count, 1));
        return Math.max(-AT_MOST, Math.min(AT_MOST, rarer));
    }

    private int[] counts(int[] column) {
        var counts = new int[roster.words.count()];
        for (var word : column) {
            counts[word]++;
        }
        counts[0] = 0;
        return counts;
    }

    /// The chance that two charts share one.
    private double usual(int[] counts) {
        var sum = 0.0;
        for (var count : counts) {
            sum += (double) count / roster.size() * count / roster.size();
        }
        return Math.max(sum, 1e-9);
    }
}
