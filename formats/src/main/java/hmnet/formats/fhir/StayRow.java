package hmnet.formats.fhir;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.StayExtract;
import java.util.List;
import java.util.Set;

/// A visit or a step of a stay as a row (来院・入退院の行): JP_Encounter.
final class StayRow {
    private StayRow() {}

    static Part of(Stay stay, Ids ids) {
        var extract = new StayExtract(
                stay.event(),
                stay.department(),
                stay.ward(),
                stay.formerWard(),
                stay.doctor(),
                stay.at(),
                stay.admittedAt(),
                stay.dischargedAt(),
                stay.outcome().shown(),
                stay.notes());
        var bundle = new Bundle(ids);
        boolean visit = extract.visiting();
        EncounterJson.write(bundle, stay, extract);
        return Rows.RowFrame.of(visit ? RecordKind.VISIT : RecordKind.ADMISSION, stay, Set.of(), "")
                .part(extract.title(), List.of(), extract, bundle);
    }
}
