package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.time.OffsetDateTime;

/// A drug as it was given: JP_MedicationAdministration (投与実施), from RXA.
public final class AdministrationJson {
    private AdministrationJson() {}

    public static void write(
            Bundle bundle,
            String key,
            DrugLine line,
            PrescriptionExtract.DrugItem item,
            OffsetDateTime at,
            boolean injection) {
        var json = bundle.start(
                "MedicationAdministration",
                key,
                injection ? "JP_MedicationAdministration_Injection" : "JP_MedicationAdministration");
        var rxa = line.drug();
        boolean mixture = !line.components().isEmpty();
        if (mixture) {
            Ingredients.contain(json, line);
        }
        line.identifiers(json);
        json.text("status", status(rxa.text(20)));
        if (mixture) {
            json.reference("medicationReference", "#" + Ingredients.ID);
        } else {
            json.concept("medicationCodeableConcept", rxa, 5);
        }
        json.reference("subject", bundle.patient());
        effective(json, rxa.text(3), rxa.text(4), at);
        var performer = Names.person(rxa, 10);
        if (!performer.isBlank()) {
            json.openList("performer")
                    .open()
                    .display("actor", performer)
                    .close()
                    .closeList();
        }
        dosage(json, line, item);
        bundle.end();
    }

    /// HL70322: CP complete, PA partially, NA not, RE refused.
    private static String status(String completion) {
        return switch (completion) {
            case "NA", "RE" -> "not-done";
            case "PA" -> "stopped";
            default -> "completed";
        };
    }

    private static void effective(FhirJson json, String from, String until, OffsetDateTime at) {
        var start = Hl7Time.fhir(from);
        var end = Hl7Time.fhir(until);
        if (end.isEmpty() || end.equals(start)) {
            json.text("effectiveDateTime", start.isEmpty() ? Bundle.time(at) : start);
        } else {
            json.open("effectivePeriod").text("start", start).text("end", end).close();
        }
    }

    private static void dosage(FhirJson json, DrugLine line, PrescriptionExtract.DrugItem item) {
        var route = line.route();
        boolean routed = route != null && !Names.of(route, 1).isBlank();
        if (!routed && !FhirJson.isDecimal(line.drug().text(6))) {
            return;
        }
        json.open("dosage").text("text", item.usage());
        if (route != null) {
            json.concept("site", route, 2).concept("route", route, 1);
        }
        json.quantity("dose", line.drug().text(6), QuantityUnit.of(line.drug(), 7))
                .close();
    }
}
