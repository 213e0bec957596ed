package hmnet.record.forms;

import hmnet.record.answers.FilledSheet;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// A sheet that is being filled in (下書き).
///
/// @param version counted up at each change: whoever saves names the one they saw
/// @param amends the number of the signed sheet that it is to take the place of
public record FormDraft(
        UUID id, KeptSheet kept, int version, Optional<UUID> amends, OffsetDateTime changedAt, FilledSheet filled) {}
