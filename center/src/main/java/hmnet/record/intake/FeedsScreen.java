package hmnet.record.intake;

import hmnet.ground.design.Messages;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How facilities' sending goes (送信の状況), those that need a call first.
///
/// @param nothingYet the facilities that disclose and have sent nothing so far
record FeedsScreen(List<FeedLine> lines, List<String> nothingYet) {
    /// So many of them are named.
    private static final int NAMED = 20;

    public String named(Messages m) {
        var names = nothingYet.stream().limit(NAMED).collect(Collectors.joining(m.t("intake.feeds.comma")));
        return nothingYet.size() > NAMED
                ? m.t("intake.feeds.nothing-yet.more", names, nothingYet.size() - NAMED)
                : names;
    }

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
