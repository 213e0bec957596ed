package hmnet.office.emergencydesk;

import hmnet.ground.design.TypedForm;
import hmnet.office.emergencydesk.ReviewListScreen.OpeningLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One opening before a reviewer (救急の閲覧の審査の画面): who opened it to whom, what was displayed, and in what words.
///
/// @param phone of the facility
/// @param person null where they were erased since
/// @param birth likewise
/// @param until when it ended, or will
/// @param words why it was opened, or null while they are missing
/// @param shown the pages that were displayed
/// @param concluded whether the review has ended
public record OpeningReviewScreen(
        OpeningLine line,
        String opener,
        String phone,
        @Nullable String person,
        @Nullable LocalDate birth,
        OffsetDateTime until,
        @Nullable String words,
        List<ShownPage> shown,
        List<SaidLine> said,
        boolean concluded,
        TypedForm form) {
    public static final List<String> OUTCOMES = List.of("justified", "words", "not-justified");

    /// A page of the chart that was displayed (表示した画面).
    public record ShownPage(String view, OffsetDateTime at) {}

    /// What a reviewer said (審査の一行).
    public record SaidLine(
            String outcome,
            String words,
            String by,
            OffsetDateTime at,
            @Nullable Long incident) {}
}
