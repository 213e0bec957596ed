package hmnet.care.viewer;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What part of the time line is asked for (絞り込み).
///
/// @param month one month chosen in the overview, which then outweighs the period
public record TimelineFilter(
        Period period,
        List<Choice> facilities,
        List<Choice> kinds,
        @Nullable YearMonth month) {
    /// Whether anything but the period narrows the list.
    public boolean narrowed() {
        return month != null
                || facilities.stream()
                        .anyMatch(choice -> choice.chosen() && !choice.value().isEmpty())
                || kinds.stream()
                        .anyMatch(choice -> choice.chosen() && !choice.value().isEmpty());
    }
}
