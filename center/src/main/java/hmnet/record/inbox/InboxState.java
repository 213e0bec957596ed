package hmnet.record.inbox;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a received file stands (受信ファイルの状態).
///
/// @param reason code of the reason it is quarantined for, or null
/// @param detail what the reason is about
/// @param repairs codes of what was repaired
public record InboxState(
        long id,
        String path,
        FileState state,
        @Nullable String reason,
        @Nullable String detail,
        List<String> repairs,
        OffsetDateTime receivedAt) {
    /// The four states.
    public enum FileState {
        WAITING("waiting"),
        ACCEPTED("accepted"),
        REPAIRED("repaired"),
        QUARANTINED("quarantined");

        /// As they stand in `inbox_outcome`; literals, since the index over what is held is chosen by them.
        public static final int REPAIRED_CODE = 2;

        public static final int QUARANTINED_CODE = 3;

        private final String word;

        FileState(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
