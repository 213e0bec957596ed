package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.extract.StayExtract;

/// A visit, an admission or a discharge as JP_Encounter (来院・入退院), from PV1.
public final class EncounterJson {
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    private EncounterJson() {}

    /// FHIR's word for an event.
    public static String status(String event) {
        return switch (event) {
            case "discharged" -> "finished";
            case "leave" -> "onleave";
            case "moved", "returned", "doctor", "move-planned", "discharge-planned" -> "in-progress";
            case "booked", "admission-planned" -> "planned";
            case "not-come" -> "cancelled";
            default -> "arrived";
        };
    }

    /// @param status FHIR's word for the event: arrived or finished
    public static void write(Bundle bundle, String key, String status, StayExtract stay, Segment pv1) {
        var json = start(bundle, key, status, stay, pv1.text(2).equals("I"));
        participants(json, pv1);
        period(json, stay);
        if (!pv1.text(36).isBlank()) {
            json.open("hospitalization")
                    .concept("dischargeDisposition", pv1, 36)
                    .close();
        }
        ward(json, stay);
        bundle.end();
    }

    /// Without a segment: what the extract says.
    static void write(Bundle bundle, String key, String status, StayExtract stay, boolean inpatient) {
        var json = start(bundle, key, status, stay, inpatient);
        if (!stay.doctor().isBlank()) {
            json.openList("participant");
            participant(json, "ATND", stay.doctor());
            json.closeList();
        }
        period(json, stay);
        ward(json, stay);
        bundle.end();
    }

    private static FhirJson start(Bundle bundle, String key, String status, StayExtract stay, boolean inpatient) {
        var json = bundle.start("Encounter", key, "JP_Encounter");
        json.text("status", status).open("class");
        json.coded(TERMS + "v3-ActCode", inpatient ? "IMP" : "AMB").close();
        if (!stay.department().isBlank()) {
            json.concept("serviceType", "urn:oid:1.2.392.200250.2.2.2", stay.department(), "");
        }
        return json.reference("subject", bundle.patient());
    }

    private static void ward(FhirJson json, StayExtract stay) {
        if (!stay.ward().isBlank()) {
            json.openList("location")
                    .open()
                    .display("location", stay.ward())
                    .close()
                    .closeList();
        }
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

    private static void participants(FhirJson json, Segment pv1) {
        var attending = Names.person(pv1, 7);
        var admitting = Names.person(pv1, 17);
        if (!attending.isBlank() || !admitting.isBlank()) {
            json.openList("participant");
            participant(json, "ATND", attending);
            participant(json, "ADM", admitting);
            json.closeList();
        }
    }

    private static void participant(FhirJson json, String role, String name) {
        if (!name.isBlank()) {
            json.open().concepts("type", TERMS + "v3-ParticipationType", role, "");
            json.display("individual", name).close();
        }
    }
}
