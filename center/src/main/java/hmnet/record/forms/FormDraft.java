package hmnet.record.forms;

import hmnet.record.answers.FilledSheet;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// A sheet that is being filled in (下書き).
///
/// @param version counted up at each change: whoever saves names the one they saw
/// @param amends what it is to take the place of; nothing for a sheet of its own
public record FormDraft(
        UUID id,
        KeptSheet kept,
        int version,
        Optional<Amendment> amends,
        OffsetDateTime changedAt,
        FilledSheet filled) {
    /// A signed sheet that is put right (訂正の元).
    ///
    /// @param form its number, the same in all its versions
    /// @param row the record that the author had before them: gone once somebody else amended it
    public record Amendment(UUID form, UUID row) {}
}
