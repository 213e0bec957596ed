package hmnet.portal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page after sign-in (ホーム): what the visitor has a right to.
///
/// @param reads whether the visitor may read cards
/// @param problem why a card just read did not lead to a person, as in `portal.home.problem.…`, or null
/// @param visiting persons whose card was read here today
/// @param linked the other persons linked to the facility, the latest link first
public record HomeScreen(
        LocalDate today,
        boolean reads,
        @Nullable String problem,
        List<LinkedPerson> visiting,
        List<LinkedPerson> linked) {
    public long daysAgo(LocalDate day) {
        return today.toEpochDay() - day.toEpochDay();
    }
}
