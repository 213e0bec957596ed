package hmnet.record.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How facilities' sending goes (送信の状況), those that need a call first.
///
/// @param nothingYet how many facilities that disclose have sent nothing so far
record FeedsScreen(List<FeedLine> lines, int nothingYet) {
    /// One facility.
    ///
    /// @param received when something last came from it, or null
    /// @param gateway what its gateway last said, or null where it has none
    /// @param troubles what is wrong and what to say, in the operator's words
    public record FeedLine(
            String name,
            String code,
            String phone,
            @Nullable OffsetDateTime received,
            @Nullable Gateway gateway,
            List<String> troubles) {}

    /// A gateway's report.
    public record Gateway(OffsetDateTime at, long waiting, LocalDate certificateEndsOn) {}

    public long calls() {
        return lines.stream().filter(line -> !line.troubles().isEmpty()).count();
    }
}
