package hmnet.care.viewer;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergySeverity;
import hmnet.care.viewer.PersonBanner.AllergyState;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What facilities say of allergies as the band shows it (アレルギー欄): what two facilities say in the same words stands
/// once with both of them; what is severe always stands open; of many others the summary says how many of which state
/// are folded.
///
/// @param shown the severe first, then what else warns
/// @param folded one action away
public record AllergyBand(List<AllergyLine> shown, List<AllergyLine> folded) {
    /// So many lines need no folding.
    private static final int FEW = 4;

    /// So many that warn stand open, beside all that are severe.
    private static final int OPEN = 5;

    /// What one or more facilities say in the same words (アレルギーの一行).
    public record AllergyLine(
            AllergyState state,
            AllergySeverity severity,
            @Nullable String what,
            List<AllergySource> sources) {}

    /// Who says so, and when it was noted (情報源).
    public record AllergySource(String facility, @Nullable LocalDate on) {}

    /// Only where state, severity and every word agree; nothing is merged that says something else.
    private record SameWords(AllergyState state, AllergySeverity severity, String what) {
        static SameWords of(AllergyNote note) {
            var what = note.what();
            return new SameWords(
                    note.state(),
                    note.severity(),
                    what == null
                            ? ""
                            : Normalizer.normalize(what, Normalizer.Form.NFKC).strip());
        }
    }

    /// Of whom no facility is linked, the band says that nothing came: an empty one would read as none.
    static AllergyBand of(List<AllergyNote> notes) {
        if (notes.isEmpty()) {
            var nothing = new AllergyLine(AllergyState.NOTHING_RECEIVED, AllergySeverity.UNMARKED, null, List.of());
            return new AllergyBand(List.of(nothing), List.of());
        }
        var together = new LinkedHashMap<SameWords, List<AllergyNote>>();
        notes.forEach(note -> together.computeIfAbsent(SameWords.of(note), words -> new ArrayList<>())
                .add(note));
        var lines = together.values().stream()
                .map(AllergyBand::line)
                .sorted(Comparator.comparing(line -> !line.severity().marked()))
                .toList();
        if (lines.size() <= FEW) {
            return new AllergyBand(lines, List.of());
        }
        var shown = new ArrayList<AllergyLine>();
        var folded = new ArrayList<AllergyLine>();
        for (var line : lines) {
            boolean open = line.severity().marked() || line.state().warns() && shown.size() < OPEN;
            (open ? shown : folded).add(line);
        }
        return new AllergyBand(List.copyOf(shown), List.copyOf(folded));
    }

    private static AllergyLine line(List<AllergyNote> notes) {
        var first = notes.getFirst();
        return new AllergyLine(
                first.state(),
                first.severity(),
                first.what(),
                notes.stream()
                        .map(note -> new AllergySource(note.facility(), note.on()))
                        .distinct()
                        .toList());
    }

    /// How many lines of which state are folded, in the order of the states.
    public Map<AllergyState, Long> foldedStates() {
        return folded.stream().collect(groupingBy(AllergyLine::state, TreeMap::new, counting()));
    }

    /// Whether something that a rule keeps back, or that was erased, is among them: no fold may hide that.
    public boolean foldsWithheld() {
        return folded.stream()
                .anyMatch(line -> line.state() == AllergyState.WITHHELD || line.state() == AllergyState.ERASED);
    }
}
