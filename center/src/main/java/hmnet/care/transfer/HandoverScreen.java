package hmnet.care.transfer;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a crew chooses the hospital that sees what it opened (搬送先への共有の画面).
///
/// @param view the address of the crew's view
/// @param door a word of `EmergencyDoor`
/// @param last what became of what was handed on before, or null
/// @param recent the hospitals chosen last
/// @param typed what hospitals were looked for by, as typed
/// @param found by that; null before anybody looked
/// @param minutes as typed, to be put right
/// @param problem `refused`, `minutes` or null
public record HandoverScreen(
        String view,
        String door,
        @Nullable LastHandover last,
        List<HospitalChoice> recent,
        String typed,
        @Nullable List<HospitalChoice> found,
        String minutes,
        @Nullable String problem) {
    /// A hospital to be chosen in one tap (搬送先の候補).
    public record HospitalChoice(long id, String name, String phone) {}

    /// What was handed on last (いまの共有).
    ///
    /// @param ending a word of `HandoverEnding`, `time` where its time is over, or null while it stands
    public record LastHandover(
            String hospital,
            String phone,
            OffsetDateTime at,
            OffsetDateTime until,
            @Nullable String ending) {}
}
