package hmnet.formats.fhir;

import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.Medicines.PrescribedDrug;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Prescriptions, what was dispensed, given or is taken, as a row (処方・調剤・実施・服用の行):
/// JP_MedicationRequest, JP_MedicationDispense, JP_MedicationAdministration, MedicationStatement.
final class MedicinesRow {
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String EXTENSION = Bundle.JP.replace("StructureDefinition/", "Extension/StructureDefinition/");

    private MedicinesRow() {}

    static Part of(Medicines order, Ids ids) {
        var bundle = new Bundle(ids);
        var labels = Rows.labels(order.labels(), order.department());
        var places = new HashMap<String, Integer>();
        var keys = new HashSet<String>();
        for (var drug : order.drugs()) {
            labels.addAll(LabelRules.ofDrug(drug.drug().shown()));
            drug.drug().added().forEach(code -> labels.addAll(LabelRules.ofDrug(code.display())));
            write(bundle, key(order, drug, keys), order, drug, places.merge(drug.rp(), 1, Integer::sum));
        }
        var kind = kind(order);
        var extract = new PrescriptionExtract(
                order.orderClass(),
                order.act() == MedicineAct.ADMINISTERED,
                order.drugs().stream().map(MedicinesRow::item).toList());
        return new Rows.RowFrame(
                        kind, order.key(), order.at(), labels, order.correction(), false, null, order.department())
                .part(
                        title(order, extract),
                        order.drugs().stream()
                                .flatMap(drug -> Rows.codes(drug.drug()))
                                .toList(),
                        order.drugs().stream()
                                .map(drug -> CodingLevel.of(
                                        Vocabulary.DRUG, drug.drug().codes()))
                                .toList(),
                        extract,
                        bundle);
    }

    private static RecordKind kind(Medicines order) {
        return switch (order.act()) {
            case DISPENSED, STATED -> RecordKind.DISPENSING;
            case ORDERED, ADMINISTERED -> order.injection() ? RecordKind.INJECTION : RecordKind.PRESCRIPTION;
        };
    }

    private static String title(Medicines order, PrescriptionExtract extract) {
        return switch (order.act()) {
            case ORDERED, ADMINISTERED -> extract.title(order.injection());
            case DISPENSED -> extract.title("調剤");
            case STATED -> extract.title("服用中");
        };
    }

    /// RP and drug; the same drug twice in an RP is told apart by usage and start, then counted.
    private static String key(Medicines order, PrescribedDrug drug, Set<String> taken) {
        var code = drug.drug().first().code();
        var key = order.key() + "/" + drug.rp() + "/"
                + (code.isBlank() ? drug.drug().shown() : code);
        if (!taken.add(key)) {
            key = key + "/" + drug.dose().value() + "/" + drug.usage() + "@" + drug.start();
            for (int n = 2; !taken.add(key); n++) {
                key = key + "#" + n;
            }
        }
        return key;
    }

    private static PrescriptionExtract.DrugItem item(PrescribedDrug drug) {
        var dose = drug.dose().isNone() ? drug.daily() : drug.dose();
        return new PrescriptionExtract.DrugItem(
                drug.rp(),
                drug.drug().first().code(),
                drug.drug().first().system(),
                drug.drug().shown(),
                dose.value(),
                dose.unit().isBlank() ? dose.unitCode() : dose.unit(),
                drug.usage(),
                drug.usageCode(),
                drug.asNeeded() ? 0 : drug.days(),
                drug.start(),
                drug.total().value(),
                drug.total().unit().isBlank()
                        ? drug.total().unitCode()
                        : drug.total().unit(),
                drug.route().shown());
    }

    private static void write(Bundle bundle, String key, Medicines order, PrescribedDrug drug, int number) {
        switch (order.act()) {
            case ORDERED -> request(bundle, key, order, drug, number);
            case DISPENSED -> dispense(bundle, key, order, drug, number);
            case ADMINISTERED -> administration(bundle, key, order, drug, number);
            case STATED -> statement(bundle, key, order, drug);
        }
    }

    private static void request(Bundle bundle, String key, Medicines order, PrescribedDrug drug, int number) {
        var json = bundle.start(
                "MedicationRequest",
                key,
                order.injection() ? "JP_MedicationRequest_Injection" : "JP_MedicationRequest");
        identifiers(json, order, drug, number);
        json.text("status", "active").text("intent", "order");
        if (!order.orderClass().isBlank()) {
            json.concepts(
                    "category",
                    "http://jpfhir.jp/fhir/core/CodeSystem/JP_MedicationCategoryMERIT9_CS",
                    order.orderClass(),
                    "");
        }
        json.concept("medicationCodeableConcept", drug.drug()).reference("subject", bundle.patient());
        json.text("authoredOn", Bundle.time(order.at())).display("requester", who(order));
        json.notes(notes(order, drug));
        json.openList("dosageInstruction");
        dosage(json, drug);
        json.closeList();
        boolean days = drug.days() > 0 && !drug.asNeeded();
        if (FhirJson.isDecimal(drug.total().value()) || days) {
            json.open("dispenseRequest").quantity("quantity", drug.total().value(), QuantityUnit.of(drug.total()));
            if (days) {
                json.quantity("expectedSupplyDuration", String.valueOf(drug.days()), QuantityUnit.DAY);
            }
            json.close();
        }
        bundle.end();
    }

    private static void dispense(Bundle bundle, String key, Medicines order, PrescribedDrug drug, int number) {
        var json = bundle.start(
                "MedicationDispense",
                key,
                order.injection() ? "JP_MedicationDispense_Injection" : "JP_MedicationDispense");
        identifiers(json, order, drug, number);
        json.text("status", "completed");
        json.concept("medicationCodeableConcept", drug.drug()).reference("subject", bundle.patient());
        if (!order.place().isBlank() || !order.doctor().isBlank()) {
            json.openList("authorizingPrescription")
                    .open()
                    .text("display", who(order))
                    .close()
                    .closeList();
        }
        json.quantity("quantity", drug.total().value(), QuantityUnit.of(drug.total()));
        if (drug.days() > 0 && !drug.asNeeded()) {
            json.quantity("daysSupply", String.valueOf(drug.days()), QuantityUnit.DAY);
        }
        json.text("whenHandedOver", Bundle.time(order.at())).notes(notes(order, drug));
        json.openList("dosageInstruction");
        dosage(json, drug);
        json.closeList();
        bundle.end();
    }

    private static void administration(Bundle bundle, String key, Medicines order, PrescribedDrug drug, int number) {
        var json = bundle.start(
                "MedicationAdministration",
                key,
                order.injection() ? "JP_MedicationAdministration_Injection" : "JP_MedicationAdministration");
        identifiers(json, order, drug, number);
        json.text("status", "completed");
        json.concept("medicationCodeableConcept", drug.drug()).reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(order.at())).notes(notes(order, drug));
        if (FhirJson.isDecimal(drug.dose().value()) || !drug.route().isNone()) {
            json.open("dosage").text("text", drug.usage()).concept("route", drug.route());
            json.quantity("dose", drug.dose().value(), QuantityUnit.of(drug.dose()))
                    .close();
        }
        bundle.end();
    }

    private static void statement(Bundle bundle, String key, Medicines order, PrescribedDrug drug) {
        var json = bundle.start("MedicationStatement", key, BASE + "MedicationStatement");
        json.text("status", "active");
        json.concept("medicationCodeableConcept", drug.drug()).reference("subject", bundle.patient());
        json.text("dateAsserted", Bundle.time(order.at())).notes(notes(order, drug));
        json.openList("dosage");
        dosage(json, drug);
        json.closeList();
        bundle.end();
    }

    private static void identifiers(FhirJson json, Medicines order, PrescribedDrug drug, int number) {
        json.openList("identifier");
        json.identifier("urn:oid:1.2.392.100495.20.3.81", drug.rp().isBlank() ? "1" : drug.rp());
        json.identifier("urn:oid:1.2.392.100495.20.3.82", String.valueOf(number));
        json.identifier(DrugJson.INSTANCE, order.key());
        json.closeList();
    }

    private static String who(Medicines order) {
        return (order.place() + " " + order.doctor()).strip();
    }

    private static List<String> notes(Medicines order, PrescribedDrug drug) {
        return Stream.concat(drug.notes().stream(), order.notes().stream())
                .distinct()
                .toList();
    }

    private static void dosage(FhirJson json, PrescribedDrug drug) {
        json.open();
        boolean days = drug.days() > 0 && !drug.asNeeded();
        if (days || drug.start() != null) {
            json.openList("extension");
            if (drug.start() != null) {
                json.open().text("url", EXTENSION + "JP_MedicationDosage_PeriodOfUse");
                json.open("valuePeriod")
                        .text("start", drug.start().toString())
                        .close()
                        .close();
            }
            if (days) {
                json.open().text("url", EXTENSION + "JP_MedicationDosage_UsageDuration");
                json.quantity("valueDuration", String.valueOf(drug.days()), QuantityUnit.DAY)
                        .close();
            }
            json.closeList();
        }
        json.text("text", drug.usage().isBlank() ? "指示なし" : drug.usage());
        if (!drug.usageCode().isBlank()) {
            json.open("timing")
                    .concept("code", CodingSystems.USAGE, drug.usageCode(), drug.usage())
                    .close();
        }
        if (drug.asNeeded()) {
            json.flag("asNeededBoolean", true);
        }
        json.concept("route", drug.route());
        boolean dose = FhirJson.isDecimal(drug.dose().value());
        boolean daily = FhirJson.isDecimal(drug.daily().value());
        if (dose || daily) {
            json.openList("doseAndRate").open();
            json.quantity("doseQuantity", drug.dose().value(), QuantityUnit.of(drug.dose()));
            if (daily) {
                json.open("rateRatio").quantity("numerator", drug.daily().value(), QuantityUnit.of(drug.daily()));
                json.quantity("denominator", "1", QuantityUnit.DAY).close();
            }
            json.close().closeList();
        }
        json.close();
    }
}
