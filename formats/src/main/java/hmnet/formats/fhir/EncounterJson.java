package hmnet.formats.fhir;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.extract.StayExtract;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit, an admission or a discharge as JP_Encounter (来院・入退院), from PV1.
final class EncounterJson {
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    /// SS-MIX2 診療科コード, two or three digits.
    private static final String DEPARTMENT = "urn:oid:1.2.392.200250.2.2.2";

    private EncounterJson() {}

    /// FHIR's word for an event.
    static String status(String event) {
        return switch (event) {
            case "discharged" -> "finished";
            case "leave" -> "onleave";
            case "moved", "returned", "doctor", "move-planned", "discharge-planned" -> "in-progress";
            case "booked", "admission-planned" -> "planned";
            case "not-come", "visit-cancelled", "admission-cancelled" -> "cancelled";
            default -> "arrived";
        };
    }

    static void write(Bundle bundle, Stay said, StayExtract stay) {
        var json = start(bundle, said, stay);
        if (!stay.doctor().isBlank()) {
            json.openList("participant");
            participant(json, "ATND", stay.doctor());
            json.closeList();
        }
        period(json, stay);
        if (!said.outcome().isNone()) {
            json.open("hospitalization")
                    .concept("dischargeDisposition", said.outcome())
                    .close();
        }
        ward(json, stay);
        bundle.end();
    }

    private static FhirJson start(Bundle bundle, Stay said, StayExtract stay) {
        boolean inpatient =
                said.setting() == CareSetting.UNKNOWN ? !stay.visiting() : said.setting() == CareSetting.INPATIENT;
        var json = bundle.start("Encounter", said.key(), "JP_Encounter");
        json.text("status", status(stay.event())).open("class");
        json.coded(TERMS + "v3-ActCode", inpatient ? "IMP" : "AMB").close();
        if (stay.event().equals("not-come")) {
            json.concepts("type", Concept.of("来院せず")); // R4 has one status for this and 取消
        }
        if (!stay.department().isBlank()) {
            var code = stay.department().matches("[0-9]{2,3}") ? stay.department() : "";
            json.concept("serviceType", new Concept(stay.department(), List.of(new Code(DEPARTMENT, code, ""))));
        }
        return json.reference("subject", bundle.patient());
    }

    private static void ward(FhirJson json, StayExtract stay) {
        boolean moved = stay.event().equals("moved");
        json.openList("location");
        if (!stay.formerWard().isBlank()) {
            json.open().display("location", stay.formerWard()).text("status", "completed");
            since(json, "end", moved ? stay.at() : null);
        }
        if (!stay.ward().isBlank()) {
            json.open().display("location", stay.ward());
            since(json, "start", moved ? stay.at() : null);
        }
        json.closeList();
    }

    private static void period(FhirJson json, StayExtract stay) {
        var start = stay.admittedAt();
        var end = stay.dischargedAt();
        // A step within a stay does not begin it.
        boolean begins = end == null
                && !status(stay.event()).equals("in-progress")
                && !stay.event().equals("leave");
        if (start == null && end == null && !begins) {
            return;
        }
        json.open("period");
        if (start != null) {
            json.text("start", Bundle.time(start));
        } else if (begins) {
            json.text("start", Bundle.time(stay.at()));
        }
        if (end != null) {
            json.text("end", Bundle.time(end));
        }
        json.close();
    }

    /// Of a transfer: until when they lay there, or from when.
    private static void since(FhirJson json, String bound, @Nullable OffsetDateTime at) {
        if (at != null) {
            json.open("period").text(bound, Bundle.time(at)).close();
        }
        json.close();
    }

    private static void participant(FhirJson json, String role, String name) {
        if (!name.isBlank()) {
            json.open().concepts("type", TERMS + "v3-ParticipationType", role, "");
            json.display("individual", name).close();
        }
    }
}
