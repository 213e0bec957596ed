package hmnet.office.portal;

import hmnet.office.incidents.MixedNotice;
import hmnet.record.corrections.CorrectionNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first page after sign-in (ホーム): what the visitor has a right to.
///
/// @param reads whether the visitor may read cards
/// @param emergency whether the visitor has the emergency doors alone
/// @param problem why a card just read did not lead to a person, as in `portal.home.problem.…`, or null
/// @param notices what the visitor was shown and its sender corrected or took back since
/// @param mixed whose chart the visitor was shown while another human's records stood in it
/// @param visiting persons whose card was read here today
/// @param waiting how much waits behind entries of the menu, by their addresses
/// @param linked the other persons linked to the facility, the latest link first
record HomeScreen(
        LocalDate today,
        boolean reads,
        boolean emergency,
        @Nullable String problem,
        List<CorrectionNotice> notices,
        List<MixedNotice> mixed,
        List<LinkedPerson> visiting,
        List<LinkedPerson> linked,
        Map<String, Long> waiting) {
    /// The time line of the person a notice is about, with its kind picked out if it is one.
    public String path(CorrectionNotice notice) {
        var path = "/people/" + notice.person() + "/timeline?period=all";
        return notice.kinds().size() == 1
                ? path + "&kind=" + notice.kinds().getFirst().name()
                : path;
    }

    public long daysAgo(LocalDate day) {
        return today.toEpochDay() - day.toEpochDay();
    }
}
