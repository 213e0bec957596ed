package hmnet.care.homevitals;

import hmnet.care.labsheet.KeyResults.KeyResult;
import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.vitals.Vitals.DrawnVitals;
import hmnet.care.vitaltargets.VitalTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a resident measured at home, beside results and medicines (ひろしま健康手帳ビューワの画面).
///
/// @param kept whether the person has a handbook here at all
/// @param targets which the person set and that stand
/// @param means of the last two and four weeks; empty where there is too much to average
/// @param cut whether more was measured in the period than is drawn
/// @param results of the same period, the newest of each test
/// @param resultsCut whether more results came in the period than were looked at
/// @param received what came from whom, where no result stands
public record HomeVitalsScreen(
        ChartFrame chart,
        Period period,
        boolean kept,
        DrawnVitals drawn,
        List<VitalTarget> targets,
        List<WeekMeans> means,
        boolean cut,
        List<KeyResult> results,
        boolean resultsCut,
        List<FacilityCoverage> received,
        CurrentTable medicines) {
    /// How far back the page may look.
    public static final List<Period> PERIODS = List.of(Period.THREE_MONTHS, Period.SIX_MONTHS, Period.ONE_YEAR);

    /// The averages of so many weeks until today.
    public record WeekMeans(int weeks, List<PressureMean> parts) {}

    /// @return the period asked for, where the page has it
    static Period period(@Nullable String asked) {
        return PERIODS.stream()
                .filter(period -> period.word().equals(asked))
                .findFirst()
                .orElse(PERIODS.getFirst());
    }
}
