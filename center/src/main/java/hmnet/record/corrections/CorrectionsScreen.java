package hmnet.record.corrections;

import java.time.OffsetDateTime;
import java.util.List;

/// Who was shown what a facility corrected or took back (訂正・取消前の表示先), for the desk of that facility.
record CorrectionsScreen(List<CorrectionLine> lines) {
    /// One member of staff who was shown one of them.
    ///
    /// @param number the chart number it was sent under
    /// @param facility where they worked then
    /// @param seen whether they have confirmed the notice
    public record CorrectionLine(
            OffsetDateTime at,
            String number,
            Correction what,
            String facility,
            String phone,
            String profession,
            String name,
            OffsetDateTime displayedAt,
            boolean seen) {}
}
