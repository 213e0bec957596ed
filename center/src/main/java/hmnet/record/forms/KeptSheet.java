package hmnet.record.forms;

import hmnet.record.sheets.FormSheet;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A version of a sheet as it was entered (帳票の版).
///
/// @param enteredBy a member of staff by number, or null for one that comes with the centre
/// @param agreedBy the second person
/// @param since null while it waits for the second person
public record KeptSheet(
        long id,
        FormSheet sheet,
        OffsetDateTime enteredAt,
        @Nullable Long enteredBy,
        @Nullable Long agreedBy,
        @Nullable OffsetDateTime since,
        @Nullable OffsetDateTime until) {
    /// Whether two agreed to it: it is offered, or was.
    public boolean wasOffered() {
        return since != null;
    }

    /// Whether it is offered.
    public boolean isOffered() {
        return since != null && until == null;
    }
}
