package hmnet.care.emergencycode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Leaves out what does not fit into a code (入りきらない分の省略). Lines go from the end of a part, of the last part first:
/// contacts, where somebody was treated, devices, medicines and diseases shrink to two lines and then to one, before
/// allergies or
/// what thins the blood or wishes lose any. What was left out is counted in the part, so a code never hides that there
/// is more.
final class FittingWords {
    /// More never fit: a code packs less than a thousand bytes.
    private static final int LINES_MAX = 40;

    private static final Set<CodePart> URGENT = EnumSet.of(CodePart.ALLERGIES, CodePart.BLEEDING, CodePart.WISHES);
    private static final Set<CodePart> OTHERS = EnumSet.complementOf(EnumSet.copyOf(URGENT));
    private static final List<ShrinkStep> STEPS = List.of(
            new ShrinkStep(OTHERS, 2),
            new ShrinkStep(OTHERS, 1),
            new ShrinkStep(URGENT, 3),
            new ShrinkStep(OTHERS, 0),
            new ShrinkStep(URGENT, 1),
            new ShrinkStep(URGENT, 0));

    private FittingWords() {}

    /// Parts that may shrink to so many lines (省略の段).
    private record ShrinkStep(Set<CodePart> parts, int kept) {}

    /// @param fits whether words can be a code
    static CodeWords of(CodeWords all, Predicate<CodeWords> fits) {
        var words = bounded(all);
        for (var step : STEPS) {
            words = shrunk(words, step, fits);
        }
        if (!fits.test(words)) {
            throw new IllegalStateException("A code without a line does not fit");
        }
        return words;
    }

    private static CodeWords bounded(CodeWords all) {
        var sections = all.sections().stream()
                .map(section -> section.lines().size() <= LINES_MAX
                        ? section
                        : new CodeWords.CodeSection(
                                section.part(),
                                section.lines().subList(0, LINES_MAX),
                                section.more() + section.lines().size() - LINES_MAX))
                .toList();
        return new CodeWords(all.person(), sections);
    }

    private static CodeWords shrunk(CodeWords all, ShrinkStep step, Predicate<CodeWords> fits) {
        var words = all;
        for (int place : places(all, step)) {
            while (words.sections().get(place).lines().size() > step.kept() && !fits.test(words)) {
                words = words.with(place, words.sections().get(place).shorter());
            }
        }
        return words;
    }

    /// Those of its parts, the last first.
    private static List<Integer> places(CodeWords words, ShrinkStep step) {
        var places = new ArrayList<Integer>();
        IntStream.range(0, words.sections().size())
                .filter(place ->
                        step.parts().contains(words.sections().get(place).part()))
                .forEach(place -> places.addFirst(place));
        return places;
    }
}
