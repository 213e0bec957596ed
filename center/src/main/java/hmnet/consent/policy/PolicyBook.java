package hmnet.consent.policy;

import hmnet.formats.model.code.Label;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All lines of the policy, answering which one holds (方針集). A line for some kinds of facility goes before one for all,
/// a
/// later one before an earlier one.
public final class PolicyBook {
    private static final Comparator<ProfessionLine> STRENGTH = Comparator.comparing(
                    (ProfessionLine line) -> line.facilityKinds() != ProfessionLine.ANYWHERE)
            .thenComparing(ProfessionLine::effectiveOn)
            .thenComparingLong(ProfessionLine::id);
    private static final Comparator<SafetyLine> LATER =
            Comparator.comparing(SafetyLine::effectiveOn).thenComparingLong(SafetyLine::id);

    private final List<ProfessionLine> professions;
    private final List<SafetyLine> safety;

    public PolicyBook(List<ProfessionLine> professions, List<SafetyLine> safety) {
        this.professions = List.copyOf(professions);
        this.safety = List.copyOf(safety);
    }

    /// The same after a change.
    public PolicyBook with(PolicyDraft draft) {
        var lines = new ArrayList<>(professions);
        var labels = new ArrayList<>(safety);
        switch (draft) {
            case PolicyDraft.ProfessionDraft profession -> lines.add(profession.line());
            case PolicyDraft.SafetyDraft label -> labels.add(label.line());
        }
        return new PolicyBook(lines, labels);
    }

    /// What holds of a reader on a day.
    public ReaderPolicy of(Profession profession, FacilityKind at, LocalDate day) {
        var line = professions.stream()
                .filter(one -> one.holds(profession, at, day))
                .max(STRENGTH)
                .orElseGet(() -> ProfessionLine.nothing(profession));
        return new ReaderPolicy(
                profession,
                at,
                line,
                Arrays.stream(Label.values())
                        .flatMap(label -> safety(label, day).stream())
                        .toList());
    }

    /// What safety checks may see of a label on a day.
    public Optional<SafetyLine> safety(Label label, LocalDate day) {
        return safety.stream()
                .filter(line -> line.label() == label && !line.effectiveOn().isAfter(day))
                .max(LATER);
    }

    /// All lines of professions, the strongest first.
    public List<ProfessionLine> professions() {
        return professions.stream()
                .sorted(Comparator.comparing(ProfessionLine::profession).thenComparing(STRENGTH.reversed()))
                .toList();
    }

    /// All lines of labels, the latest first.
    public List<SafetyLine> labels() {
        return safety.stream()
                .sorted(Comparator.comparing(SafetyLine::label).thenComparing(LATER.reversed()))
                .toList();
    }
}
