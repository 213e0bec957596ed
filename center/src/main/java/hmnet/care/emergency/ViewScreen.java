package hmnet.care.emergency;

import hmnet.care.lifebox.ShownBox;
import hmnet.care.summary.FirstLooks.FirstLook;
import hmnet.consent.emergency.LifeRisk;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an emergency needs first, while its door stands open (救急の閲覧の画面).
///
/// @param path the address of this view, below which its acts stand
/// @param door a word of `EmergencyDoor`
/// @param handing whether it may be handed on to a hospital, or bears what a crew handed on; or null
/// @param timed whether the browser tells once how long it took
/// @param widenable whether the rest of the chart may be asked for
/// @param wordsBy until when the reason is said in words; null where none is owed
/// @param code whether the second factor is asked for again
/// @param box what the person lets crews see of their life box; null where there is nothing of it
/// @param problem `missing`, `code` or `held`; or null
public record ViewScreen(
        String path,
        String door,
        OffsetDateTime until,
        boolean crew,
        @Nullable TransferSide handing,
        boolean timed,
        boolean widenable,
        boolean renewable,
        boolean code,
        @Nullable OffsetDateTime wordsBy,
        FirstLook look,
        @Nullable ShownBox box,
        @Nullable String problem) {
    public static final List<LifeRisk> RISKS = List.of(LifeRisk.values());

    /// How a view stands to a hospital that somebody is carried to (搬送先との関わり).
    public enum TransferSide {
        /// A crew's own, which it may hand on.
        FROM_CREW,
        /// Opened by what a crew handed on.
        AT_HOSPITAL
    }

    /// After it has ended (終わった閲覧).
    ///
    /// @param path the address of the view
    /// @param words whether the reason is still to be said
    public record EndedScreen(
            String path,
            OffsetDateTime endedAt,
            boolean words,
            @Nullable String problem) {}
}
