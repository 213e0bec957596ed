package hmnet.care.emergencycode;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The office's page of emergency codes (救急QRの窓口).
///
/// @param problem as in `emergency-code.desk.problem.…`, or null
/// @param typed what was typed and cannot be used, with its problem
/// @param done as in `emergency-code.desk.done.…`, or null
/// @param withdrawn how many codes stand in the list of the withdrawn
/// @param most how many have room in it
/// @param asked what waits for a second person, or null
public record CodeDeskScreen(
        @Nullable String problem,
        TypedForm typed,
        @Nullable String done,
        List<EpochLine> epochs,
        int withdrawn,
        int most,
        boolean complete,
        @Nullable AskedEnd asked) {
    public static final int WHY_MAX = 200;

    /// An epoch of the key (鍵の世代).
    ///
    /// @param key by which codes name it
    public record EpochLine(
            int number,
            String key,
            OffsetDateTime began,
            @Nullable OffsetDateTime ended) {}

    /// A proposal to end it (世代を終える申請).
    public record AskedEnd(String why, String by, OffsetDateTime at, boolean own) {}
}
