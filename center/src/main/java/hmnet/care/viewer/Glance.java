package hmnet.care.viewer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much there is to see of a person before the chart is opened (閲覧前の件数).
///
/// @param closed why the chart stays closed, as in `viewer.closed.….what`; null where it opens
/// @param facilities from how many facilities something was received
/// @param newest how many days ago the newest care was; -1 for nothing yet
/// @param news how much came since the reader last opened the chart; -1 for one who did not open it these three months
/// @param stopped whether a hospital that knows the person has stopped showing anything
/// @param withheld whether a hospital's rule keeps something back, or may: what is counted is not all there is
public record Glance(
        @Nullable String closed, int facilities, long newest, long news, boolean stopped, boolean withheld) {
    static Glance closed(@Nullable String why) {
        return new Glance(why == null ? "" : why, 0, -1, -1, false, false);
    }

    static long days(@Nullable LocalDate newest, LocalDate today) {
        return newest == null ? -1 : Math.max(0, today.toEpochDay() - newest.toEpochDay());
    }
}
