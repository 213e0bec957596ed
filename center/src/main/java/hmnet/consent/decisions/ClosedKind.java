package hmnet.consent.decisions;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;

/// A kind of record that a facility's or a profession's rule closes (閉じている種別): said in the same words
/// whether or not data exist. What a label, the resident or 未告知 closes never appears here.
public record ClosedKind(FacilityId facility, RecordKind kind, ClosingReason why, int days) {
    /// Which rule closes it.
    public enum ClosingReason {
        PROFESSION,
        /// The hospital has stopped showing anything to others for now.
        STOPPED,
        FACILITY_RULE,
        /// Not until `days` after receipt.
        DELAY
    }
}
