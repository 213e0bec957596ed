package hmnet.formats.ssmix2.cut;

import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.EncounterJson;
import hmnet.formats.hl7v2.item.Contents;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.StayExtract;
import java.util.List;
import java.util.Set;

/// Cuts reception and the steps of a stay, planned and done (外来受付・入退院・転棟・外泊): one row each.
final class StayCut {
    private StayCut() {}

    static List<Part> cut(Source source) {
        var pv1 = source.message().first("PV1");
        var stay = Contents.stayStep(source.about());
        if (pv1 == null || stay == null) {
            return List.of();
        }
        var extract = new StayExtract(
                stay.event(),
                stay.department(),
                stay.ward(),
                stay.doctor(),
                stay.at(),
                stay.admittedAt(),
                stay.dischargedAt());
        var bundle = new Bundle(source.ids());
        EncounterJson.write(bundle, stay.key(), EncounterJson.status(stay.event()), extract, pv1);
        return List.of(new Part(
                extract.visiting() ? RecordKind.VISIT : RecordKind.ADMISSION,
                stay.key(),
                stay.at(),
                Set.of(),
                false,
                false,
                null,
                List.of(),
                extract.title(),
                extract.write(),
                bundle.bytes(),
                bundle.resources()));
    }
}
