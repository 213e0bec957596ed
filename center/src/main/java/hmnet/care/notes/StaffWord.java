package hmnet.care.notes;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a note or a flag, as it is kept (院内の覚えの一版).
///
/// @param said null where its key was destroyed: that it stood there is all that is left
record StaffWord(
        UUID subject,
        StaffWordKind kind,
        int version,
        OffsetDateTime at,
        @Nullable StaffSaid said) {
    /// What stands in it sealed.
    ///
    /// @param by the name at the time
    /// @param fields what the kind has besides, the written words last
    record StaffSaid(StaffAct act, long staff, String by, String profession, List<String> fields) {}
}
