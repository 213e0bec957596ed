package hmnet.formats.ssmix2;

import hmnet.formats.Part;
import hmnet.formats.RecordKind;
import hmnet.formats.extract.StayExtract;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.EncounterJson;
import hmnet.formats.fhir.Names;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.hl7.Segment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cuts reception, admission and discharge (外来受付・入院・退院): one row each.
final class StayCut {
    private StayCut() {}

    static List<Part> cut(Source source) {
        var pv1 = source.message().first("PV1");
        if (pv1 == null) {
            return List.of();
        }
        var stay = extract(source, pv1);
        var bundle = new Bundle(source.ids());
        EncounterJson.write(
                bundle, stay.event(), stay.event().equals("discharged") ? "finished" : "arrived", stay, pv1);
        return List.of(new Part(
                stay.event().equals("visit") ? RecordKind.VISIT : RecordKind.ADMISSION,
                stay.event(),
                stay.at(),
                Set.of(),
                false,
                false,
                null,
                List.of(),
                stay.title(),
                stay.write(),
                bundle.bytes(),
                bundle.resources()));
    }

    private static StayExtract extract(Source source, Segment pv1) {
        var event = source.name().kind() == StorageKind.ADT_12
                ? "visit"
                : source.name().kind() == StorageKind.ADT_22 ? "admitted" : "discharged";
        boolean discharged = event.equals("discharged");
        var at = source.firstOf(pv1.text(discharged ? 45 : 44));
        return new StayExtract(
                event,
                department(source, pv1),
                event.equals("visit") ? "" : ward(pv1),
                Names.person(pv1, 7),
                at,
                event.equals("visit") ? null : Hl7Time.at(pv1.text(44)),
                discharged ? at : null);
    }

    private static String department(Source source, Segment pv1) {
        if (pv1.has(10)) {
            return pv1.text(10);
        }
        if (!source.name().department().equals("-")) {
            return source.name().department();
        }
        return pv1.text(2).equals("O") ? pv1.text(3) : "";
    }

    private static String ward(Segment pv1) {
        return Stream.of(pv1.text(3, 1), pv1.text(3, 2), pv1.text(3, 3))
                .filter(step -> !step.isEmpty())
                .collect(Collectors.joining("-"));
    }
}
