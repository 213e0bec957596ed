package hmnet.care.emergencycode;

import java.util.function.Predicate;

/// Leaves out what does not fit into a code (入りきらない分の省略). Lines go from the end of a part, of the last part first: a
/// part keeps two, then one, and only then none. What was left out is counted in the part, so a code never hides that
/// there is more.
final class FittingWords {
    private static final int[] KEPT = {2, 1, 0};

    private FittingWords() {}

    /// @param fits whether words can be a code
    static CodeWords of(CodeWords all, Predicate<CodeWords> fits) {
        var words = all;
        for (var kept : KEPT) {
            for (var place = all.sections().size() - 1; place >= 0; place--) {
                while (words.sections().get(place).lines().size() > kept && !fits.test(words)) {
                    words = words.with(place, words.sections().get(place).shorter());
                }
            }
        }
        if (!fits.test(words)) {
            throw new IllegalStateException("A code without a line does not fit");
        }
        return words;
    }
}
