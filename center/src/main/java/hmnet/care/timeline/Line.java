package hmnet.care.timeline;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.viewer.Mark;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One visit or order on one line, with what it says (一件の行).
///
/// @param kind of its first record, results where any of its records is one
/// @param path where all of it is shown
/// @param others where each of the other records of it would be shown first; no screen names them
/// @param state what became of it, where neither title nor values say so
/// @param values what it says, what matters first
/// @param more how many values the line leaves out
/// @param abnormal how many of all its values lie outside their range
/// @param received when the newest part of it came
/// @param original the page of the original, where it may be offered
public record Line(
        CareEvent happening,
        RecordKind kind,
        String path,
        List<String> others,
        LocalDate day,
        String facility,
        String title,
        @Nullable String department,
        @Nullable String state,
        List<Mark> marks,
        List<LineValue> values,
        int more,
        int abnormal,
        OffsetDateTime received,
        @Nullable String original) {
    /// One value, drug or sentence (行の値).
    ///
    /// @param struck what never was, or is no more
    public record LineValue(String words, LabFlag flag, boolean struck) {
        public static LineValue of(String words) {
            return new LineValue(words, LabFlag.NONE, false);
        }
    }
}
