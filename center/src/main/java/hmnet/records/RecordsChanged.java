package hmnet.records;

import java.time.OffsetDateTime;
import java.util.List;

/// Versions that were shown until now were superseded, corrected or retracted by their sender
/// (訂正・取消の通知). One event a filed batch.
///
/// @param facility whose records
public record RecordsChanged(long facility, List<Change> changes) {
    /// One source message whose live version left.
    ///
    /// @param to what became of it: SUPERSEDED, CORRECTED, RETRACTED or MOVED
    public record Change(long patient, String sourceKey, String to, OffsetDateTime at) {}
}
