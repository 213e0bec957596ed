package hmnet.record.numberreviews;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One review, the message and those whom the number meant side by side (番号の本人確認の画面).
///
/// @param base where the pages of this desk begin
/// @param files what waits for the answer, as much as a page tells
/// @param withheld addresses are left out: one of those shown is protected
/// @param why what was written, or is written by now
/// @param answer what was chosen, or null
/// @param problem the end of a message key, or null
/// @param decision the word of the decision, or null as long as it waits
record NumberReviewScreen(
        String base,
        long id,
        String facility,
        String number,
        int messages,
        OffsetDateTime at,
        List<WaitingMessage> files,
        boolean withheld,
        HumanColumn told,
        List<HumanColumn> holders,
        @Nullable String decision,
        @Nullable String why,
        @Nullable String answer,
        @Nullable String problem) {
    /// One human, as the message or the chart tells.
    ///
    /// @param likeness by field, the end of a message key: same, near, missing, other; empty for the
    ///     message itself
    public record HumanColumn(
            long patient,
            int epoch,
            boolean nearest,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            String address,
            String phone,
            @Nullable LocalDate died,
            HumanLikeness likeness) {}

    /// One message that waits, by the name under which it came.
    public record WaitingMessage(String name, OffsetDateTime receivedAt) {}

    /// How a human of the number compares with the message.
    public record HumanLikeness(String name, String birth, String sex, String home) {
        public static final HumanLikeness NONE = new HumanLikeness("", "", "", "");
    }
}
