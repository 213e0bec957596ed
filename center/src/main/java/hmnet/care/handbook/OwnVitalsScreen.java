package hmnet.care.handbook;

import hmnet.care.viewer.Period;
import hmnet.care.vitals.Vitals.DrawnVitals;
import hmnet.care.vitaltargets.TargetAlert;
import hmnet.ground.design.TypedForm;
import hmnet.record.ownrecords.OwnMeasure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of what a resident measures (からだの記録の画面).
///
/// @param told what came of what was sent, as in `handbook.vitals.told.…`, or null
/// @param writes whether the reader may write here
/// @param nowhere whether no handbook is registered yet
/// @param entry a fresh number for what is typed next
/// @param form what was typed, where it cannot be kept
/// @param alerts values of the last day beyond what the resident had set
public record OwnVitalsScreen(
        @Nullable String told,
        boolean writes,
        boolean nowhere,
        String entry,
        String now,
        TypedForm form,
        List<TargetAlert> alerts,
        DrawnVitals drawn,
        Period period,
        @Nullable String older,
        @Nullable String newest,
        OwnSources sources) {
    /// How far back the page may look.
    public static final List<Period> PERIODS = List.of(Period.THREE_MONTHS, Period.ONE_YEAR, Period.ALL);

    /// What the words of a problem begin with.
    public static final String PROBLEM = "handbook.vitals.problem.";

    /// The fields of a form, in the order in which people measure.
    public static final List<OwnMeasure> MEASURES = List.of(OwnMeasure.values());
}
