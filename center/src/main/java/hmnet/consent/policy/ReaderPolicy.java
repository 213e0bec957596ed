package hmnet.consent.policy;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.util.List;

/// What the policy says of one profession at one kind of facility on a day (閲覧者についての方針).
///
/// @param line the line that holds
/// @param safety the line of each label that holds
public record ReaderPolicy(Profession profession, FacilityKind at, ProfessionLine line, List<SafetyLine> safety) {
    public boolean sees(RecordKind kind) {
        return line.sees(kind);
    }

    /// The labels a row may bear.
    public long labels() {
        return line.labels();
    }

    /// The labels that close no record of this kind to the reader.
    public long safe(RecordKind kind) {
        var labels = 0L;
        for (var one : safety) { // asked for each kind of each patient on every page
            labels |= one.opens(profession, kind) ? one.label().mask() : 0;
        }
        return labels;
    }
}
