package hmnet.office.rulebook;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.charts.RuleTally.KindTally;
import java.util.List;

/// What a change would do (試算の結果).
///
/// @param charts how many charts it was tried on
/// @param more whether the facility has more of them
record TriedRule(int charts, boolean more, List<ChangedKind> changes) {
    /// One kind of record that one profession would see otherwise.
    ///
    /// @param at the kinds of facility where that is so
    record ChangedKind(String profession, List<FacilityKind> at, RecordKind kind, KindTally before, KindTally after) {
        /// Whether it is so at every kind of facility.
        boolean everywhere() {
            return at.size() == FacilityKind.values().length;
        }
    }
}
