package hmnet.record.filing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Versions that were shown until now were superseded, corrected or retracted by their sender
/// (訂正・取消の通知). One event a filed batch.
///
/// @param facility whose records
public record RecordsChanged(long facility, List<Change> changes) {
    /// Whether something was corrected or taken back: a plain newer version concerns nobody who saw the old one.
    public boolean tells() {
        return changes.stream().anyMatch(change -> change.corrected() || change.retracted() || change.dropped());
    }

    /// One source message whose live version left.
    ///
    /// @param to what became of it: SUPERSEDED, CORRECTED, RETRACTED or MOVED
    /// @param rows of a list that was superseded: those the newer one no longer holds
    public record Change(long patient, String sourceKey, String to, OffsetDateTime at, List<UUID> rows) {
        public Change {
            rows = Objects.requireNonNullElse(rows, List.of()); // events written before this was known
        }

        public Change(long patient, String sourceKey, String to, OffsetDateTime at) {
            this(patient, sourceKey, to, at, List.of());
        }

        /// 取消: a newer list does not hold all that this one did.
        public boolean dropped() {
            return !rows.isEmpty();
        }

        /// 訂正: a newer version holds that its sender called a correction.
        public boolean corrected() {
            return to.equals(RecordState.CORRECTED.name());
        }

        /// 取消: no longer in any view, here at least.
        public boolean retracted() {
            return to.equals(RecordState.RETRACTED.name()) || to.equals(RecordState.MOVED.name());
        }
    }
}
