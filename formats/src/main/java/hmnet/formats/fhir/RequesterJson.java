package hmnet.formats.fhir;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.code.Code;

/// Who asked, in which department of which institution (依頼者): a JP_PractitionerRole within the resource, with the
/// numbers and codes that were sent; a name alone stays a name.
record RequesterJson(OrderSource from) {
    private static final String ROLE = "requester";
    private static final String DOCTOR = "doctor";
    private static final String INSTITUTION = "institution";

    /// Whether there is more to say than a name.
    boolean isContained() {
        return !from.doctor().codes().isEmpty()
                || !from.department().isNone()
                || !from.facility().isNone();
    }

    /// Within an open list of contained resources.
    void contained(FhirJson json) {
        if (!isContained()) {
            return;
        }
        if (!from.doctor().isNone()) {
            start(json, "Practitioner", DOCTOR);
            identifiers(json, from.doctor());
            json.openList("name")
                    .open()
                    .text("text", from.doctor().shown())
                    .close()
                    .closeList()
                    .close();
        }
        if (!from.facility().isNone()) {
            start(json, "Organization", INSTITUTION);
            identifiers(json, from.facility());
            json.text("name", from.facility().shown()).close();
        }
        start(json, "PractitionerRole", ROLE);
        if (!from.doctor().isNone()) {
            json.reference("practitioner", "#" + DOCTOR);
        }
        if (!from.facility().isNone()) {
            json.reference("organization", "#" + INSTITUTION);
        }
        json.concepts("specialty", from.department()).close();
    }

    private static void start(FhirJson json, String type, String id) {
        json.open().text("resourceType", type).text("id", id);
    }

    private static void identifiers(FhirJson json, Concept who) {
        json.openList("identifier");
        who.codes().stream().filter(Code::isSent).forEach(code -> json.identifier(code.system(), code.code()));
        json.closeList();
    }

    void reference(FhirJson json, String name) {
        if (isContained()) {
            json.open(name)
                    .text("reference", "#" + ROLE)
                    .text("display", shown())
                    .close();
        } else {
            json.display(name, shown());
        }
    }

    /// The person alone, where only a JP_Practitioner may stand.
    void doctor(FhirJson json, String name) {
        if (isContained()) {
            json.open(name)
                    .text("reference", "#" + DOCTOR)
                    .text("display", from.doctor().shown())
                    .close();
        } else {
            json.display(name, from.doctor().shown());
        }
    }

    /// Institution and doctor, as people read them.
    String shown() {
        return (from.facility().shown() + " " + from.doctor().shown()).strip();
    }
}
