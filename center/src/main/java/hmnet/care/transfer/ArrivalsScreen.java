package hmnet.care.transfer;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is on the way to a hospital (搬送中の方). No name stands here: it does on the page that is opened.
///
/// @param done `arrived` or `elsewhere`, what was just said; or null
/// @param problem `code`, `held`, `closed`, `ended` or null
public record ArrivalsScreen(
        List<ComingPatient> lines,
        @Nullable String done,
        @Nullable String problem) {
    /// One of them.
    ///
    /// @param age in years, or null where the person cannot be named any more
    /// @param door a word of `EmergencyDoor`
    /// @param reason the key of who agreed, or of why nobody could be asked; empty under prior consent
    /// @param expectedAt when the crew expects to be there, if it said so
    /// @param code whether the second factor is shown again
    public record ComingPatient(
            long id,
            String crew,
            String phone,
            OffsetDateTime at,
            @Nullable OffsetDateTime expectedAt,
            OffsetDateTime until,
            @Nullable Integer age,
            String sex,
            String door,
            String reason,
            boolean code) {}
}
