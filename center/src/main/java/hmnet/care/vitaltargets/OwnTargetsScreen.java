package hmnet.care.vitaltargets;

import hmnet.ground.design.TypedForm;
import hmnet.record.ownrecords.OwnMeasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page of a resident's targets (目標の画面).
///
/// @param told what came of what was sent, as in `vital-targets.told.…`, or null
/// @param writes whether the reader may write here
/// @param nowhere whether no handbook is registered yet
/// @param measure which measure the form is for; null where none was asked for
/// @param targets the newest first
public record OwnTargetsScreen(
        @Nullable String told,
        boolean writes,
        boolean nowhere,
        @Nullable OwnMeasure measure,
        TypedForm form,
        LocalDate today,
        List<VitalTarget> targets) {
    public static final List<OwnMeasure> MEASURES = List.of(OwnMeasure.values());
    public static final List<TargetOrigin> ORIGINS = List.of(TargetOrigin.values());
    public static final String PROBLEM = "vital-targets.problem.";

    /// The one that stands for a measure.
    public Optional<VitalTarget> standing(OwnMeasure of) {
        return targets.stream()
                .filter(target ->
                        target.state() == TargetState.STANDS && target.range().measure() == of)
                .findFirst();
    }

    /// What stood before, the newest first.
    public List<VitalTarget> former() {
        return targets.stream()
                .filter(target -> target.state() != TargetState.STANDS)
                .toList();
    }
}
