package hmnet.care.disaster;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where somebody is looked for while the disaster mode holds (災害時の閲覧の入口の画面).
///
/// @param until until when the mode holds
/// @param problem as in `care-disaster.problem.…`, or null
/// @param ended whether a view was just ended
/// @param who as typed, to be put right
/// @param found whom the search found
/// @param open what the reader has open
record DisasterFindScreen(
        OffsetDateTime until,
        @Nullable String problem,
        boolean ended,
        String who,
        String birth,
        List<FoundHere> found,
        List<OpenHere> open) {
    /// Somebody who was found (候補).
    ///
    /// @param card what the form sends back to name this person
    record FoundHere(String card, String name, String kana, LocalDate birth, String sex, String town) {}

    /// What stands open (開いている閲覧).
    record OpenHere(long id, String name, OffsetDateTime until) {}
}
