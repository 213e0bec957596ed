package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.time.OffsetDateTime;

/// An ordered drug as JP_MedicationRequest or JP_MedicationRequest_Injection (処方・注射オーダ), from RXE.
public final class DrugJson {
    static final String INSTANCE = "http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier";
    private static final String EXTENSION = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/";

    private DrugJson() {}

    public static void request(
            Bundle bundle,
            String key,
            DrugLine line,
            PrescriptionExtract.DrugItem item,
            OffsetDateTime at,
            boolean injection) {
        var json = bundle.start(
                "MedicationRequest", key, injection ? "JP_MedicationRequest_Injection" : "JP_MedicationRequest");
        var rxe = line.drug();
        if (injection && !line.components().isEmpty()) {
            Ingredients.contain(json, line);
        }
        line.identifiers(json);
        json.text("status", "active").text("intent", "order");
        categories(json, rxe);
        if (injection && !line.components().isEmpty()) {
            json.reference("medicationReference", "#" + Ingredients.ID);
        } else {
            json.concept("medicationCodeableConcept", rxe, 2);
        }
        json.reference("subject", bundle.patient()).text("authoredOn", Bundle.time(at));
        if (line.orc() != null) {
            json.display("requester", Names.person(line.orc(), 12));
        }
        dosage(json, line, item);
        dispense(json, rxe, item);
        bundle.end();
    }

    private static void categories(FhirJson json, Segment rxe) {
        if (rxe.has(21)) {
            json.openList("category");
            for (int repetition = 1; repetition <= rxe.repetitions(21); repetition++) {
                if (!Names.of(rxe, 21, repetition).isBlank()) {
                    json.open().openList("coding");
                    json.coding(
                            categorySystem(rxe, repetition), rxe.text(21, repetition, 1), rxe.text(21, repetition, 2));
                    json.closeList()
                            .text("text", rxe.text(21, repetition, 1).isBlank() ? Names.of(rxe, 21, repetition) : "");
                    json.close();
                }
            }
            json.closeList();
        }
    }

    /// MERIT-9 is one id in HL7 and two systems in JP Core: units, and kinds of prescription.
    private static String categorySystem(Segment rxe, int repetition) {
        var system = rxe.text(21, repetition, 3);
        return system.equals("MR9P")
                ? "http://jpfhir.jp/fhir/core/CodeSystem/JP_MedicationCategoryMERIT9_CS"
                : CodingSystems.uri(system);
    }

    private static void dosage(FhirJson json, DrugLine line, PrescriptionExtract.DrugItem item) {
        json.openList("dosageInstruction").open();
        period(json, line, item);
        json.text("text", item.usage().isBlank() ? "指示なし" : item.usage());
        if (!item.usageCode().isBlank()) {
            json.open("timing")
                    .concept("code", CodingSystems.USAGE, item.usageCode(), item.usage())
                    .close();
        }
        if (line.route() != null) {
            json.concept("site", line.route(), 2).concept("route", line.route(), 1);
        }
        method(json, item.usageCode());
        dose(json, line.drug(), item);
        json.close().closeList();
    }

    private static void period(FhirJson json, DrugLine line, PrescriptionExtract.DrugItem item) {
        var start = line.timing() == null ? "" : Hl7Time.fhir(line.timing().text(7));
        var end = line.timing() == null ? "" : Hl7Time.fhir(line.timing().text(8));
        if (start.isEmpty() && end.isEmpty() && item.days() == 0) {
            return;
        }
        json.openList("extension");
        if (!start.isEmpty() || !end.isEmpty()) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_PeriodOfUse");
            json.open("valuePeriod")
                    .text("start", start)
                    .text("end", end)
                    .close()
                    .close();
        }
        if (item.days() > 0) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_UsageDuration");
            json.quantity("valueDuration", String.valueOf(item.days()), QuantityUnit.DAY)
                    .close();
        }
        json.closeList();
    }

    /// The first two digits of a 16-digit usage say how the drug is taken.
    private static void method(FhirJson json, String usageCode) {
        if (usageCode.length() == 16) {
            json.concept("method", "urn:oid:1.2.392.200250.2.2.20.40", usageCode.substring(0, 2), "");
        }
    }

    private static void dose(FhirJson json, Segment rxe, PrescriptionExtract.DrugItem item) {
        boolean daily = FhirJson.isDecimal(rxe.text(19)) && !rxe.sub(19, 2, 1).isEmpty();
        if (!FhirJson.isDecimal(item.dose()) && !daily) {
            return;
        }
        json.openList("doseAndRate").open();
        json.quantity("doseQuantity", item.dose(), QuantityUnit.of(rxe, 5));
        if (daily) {
            json.open("rateRatio").quantity("numerator", rxe.text(19), QuantityUnit.ofQuantity(rxe, 19));
            json.quantity("denominator", "1", QuantityUnit.DAY).close();
        } else if (FhirJson.isDecimal(rxe.text(23))) {
            json.quantity("rateQuantity", rxe.text(23), QuantityUnit.of(rxe, 24));
        }
        json.close().closeList();
    }

    private static void dispense(FhirJson json, Segment rxe, PrescriptionExtract.DrugItem item) {
        if (!FhirJson.isDecimal(rxe.text(10)) && item.days() == 0) {
            return;
        }
        json.open("dispenseRequest").quantity("quantity", rxe.text(10), QuantityUnit.of(rxe, 11));
        if (item.days() > 0) {
            json.quantity("expectedSupplyDuration", String.valueOf(item.days()), QuantityUnit.DAY);
        }
        json.close();
    }
}
