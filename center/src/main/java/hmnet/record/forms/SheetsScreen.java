package hmnet.record.forms;

import hmnet.record.sheets.SheetFinding;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sheets of the centre, for the office (帳票の管理).
///
/// @param findings what is wrong with a file just sent, or not done here
/// @param refused whether that file was not entered
/// @param told as in `sheets.told.…`, or null
record SheetsScreen(
        List<SheetLine> lines,
        List<SheetFinding> findings,
        boolean refused,
        @Nullable String told) {
    /// A version.
    ///
    /// @param asked who asked for its beginning or end, or null
    /// @param own whether the reader is who asked
    record SheetLine(
            long id,
            String title,
            String canonical,
            OffsetDateTime enteredAt,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until,
            @Nullable String asked,
            boolean ends,
            boolean own) {}
}
