package hmnet.formats.fhir;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CareState;
import java.util.List;
import java.util.stream.Stream;

/// One drug as a resource (薬剤の資源): JP_MedicationRequest, JP_MedicationDispense, JP_MedicationAdministration
/// or MedicationStatement.
final class MedicineJson {
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String INSTANCE = "http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier";
    private static final String MERIT9 = "http://jpfhir.jp/fhir/core/CodeSystem/JP_MedicationCategoryMERIT9_CS";
    private static final String CONTAINED = "medication";
    private static final QuantityUnit ONCE = new QuantityUnit("TIME", "回", "urn:oid:1.2.392.100495.20.2.101");

    private final Bundle bundle;
    private final Medicines order;

    MedicineJson(Bundle bundle, Medicines order) {
        this.bundle = bundle;
        this.order = order;
    }

    /// @param number of the drug within its RP, from 1
    void write(String key, PrescribedDrug drug, int number) {
        switch (order.act()) {
            case ORDERED -> request(key, drug, number);
            case DISPENSED -> dispense(key, drug, number);
            case ADMINISTERED -> administration(key, drug, number);
            case STATED -> statement(key, drug, number);
        }
    }

    private void request(String key, PrescribedDrug drug, int number) {
        var json = start("MedicationRequest", key, drug, number);
        var state = drug.status().state();
        json.text("status", MedicineStates.request(state));
        reason(json, drug.status());
        json.text("intent", state == CareState.PLANNED ? "plan" : "order");
        json.openList("category");
        order.classes()
                .forEach(each -> json.open()
                        .openList("coding")
                        .coding(
                                each.system().isEmpty() || each.system().endsWith("20.2.101") ? MERIT9 : each.system(),
                                each.code(),
                                each.display())
                        .closeList()
                        .close());
        json.closeList();
        if (state == CareState.PROHIBITED) {
            json.flag("doNotPerform", true);
        }
        medication(json, drug);
        json.text("authoredOn", Bundle.time(order.at())).display("requester", who());
        json.notes(notes(drug));
        DosageJson.list(json, "dosageInstruction", drug);
        supply(json, drug);
        substitution(json, drug);
        bundle.end();
    }

    private static void supply(FhirJson json, PrescribedDrug drug) {
        int days = drug.dosage().period().days();
        if (!FhirJson.isDecimal(drug.total().value()) && days == 0) {
            return;
        }
        json.open("dispenseRequest");
        AbsentData.quantity(json, "quantity", drug.total().value(), QuantityUnit.of(drug.total()));
        if (days > 0) {
            json.quantity("expectedSupplyDuration", String.valueOf(days), QuantityUnit.DAY);
        }
        json.close();
    }

    private static void substitution(FhirJson json, PrescribedDrug drug) {
        drug.instructions().stream()
                .filter(each -> each.shown().contains("変更不可"))
                .findFirst()
                .ifPresent(each -> json.open("substitution")
                        .flag("allowedBoolean", false)
                        .concept("reason", each)
                        .close());
    }

    private void dispense(String key, PrescribedDrug drug, int number) {
        var json = start("MedicationDispense", key, drug, number);
        json.text("status", MedicineStates.dispense(drug.status().state()));
        if (!drug.status().words().isBlank()) {
            json.open("statusReasonCodeableConcept")
                    .text("text", drug.status().words())
                    .close();
        }
        medication(json, drug);
        performer(json, drug);
        if (!who().isBlank()) {
            json.openList("authorizingPrescription")
                    .open()
                    .text("display", who())
                    .close()
                    .closeList();
        }
        if (FhirJson.isDecimal(drug.total().value())) {
            AbsentData.quantity(json, "quantity", drug.total().value(), QuantityUnit.of(drug.total()));
        } else {
            AbsentData.quantity(json, "quantity");
        }
        if (drug.dosage().period().days() > 0) {
            json.quantity("daysSupply", String.valueOf(drug.dosage().period().days()), QuantityUnit.DAY);
        }
        json.text("whenHandedOver", Bundle.time(order.at())).notes(notes(drug));
        DosageJson.list(json, "dosageInstruction", drug);
        bundle.end();
    }

    private void administration(String key, PrescribedDrug drug, int number) {
        var json = start("MedicationAdministration", key, drug, number);
        json.text("status", MedicineStates.administration(drug.status().state()));
        reasons(json, drug.status());
        medication(json, drug);
        var period = drug.dosage().period();
        if (period.end().isEmpty() || period.end().equals(period.start())) {
            json.text("effectiveDateTime", period.start().isEmpty() ? Bundle.time(order.at()) : period.start());
        } else {
            json.open("effectivePeriod")
                    .text("start", period.start())
                    .text("end", period.end())
                    .close();
        }
        performer(json, drug);
        json.notes(notes(drug));
        DosageJson.given(json, drug);
        bundle.end();
    }

    private void statement(String key, PrescribedDrug drug, int number) {
        var json = start("MedicationStatement", key, drug, number);
        json.text("status", MedicineStates.statement(drug.status().state()));
        reasons(json, drug.status());
        medication(json, drug);
        var period = drug.dosage().period();
        if (!period.start().isEmpty() || !period.end().isEmpty()) {
            json.open("effectivePeriod")
                    .text("start", period.start())
                    .text("end", period.end())
                    .close();
        }
        json.text("dateAsserted", Bundle.time(order.at())).notes(notes(drug));
        DosageJson.list(json, "dosage", drug);
        bundle.end();
    }

    private FhirJson start(String type, String key, PrescribedDrug drug, int number) {
        var profile = type.equals("MedicationStatement")
                ? BASE + type
                : "JP_" + type + (order.injection() ? "_Injection" : "");
        var json = bundle.start(type, key, profile);
        if (contains(drug)) {
            contained(json, drug);
        }
        json.openList("identifier");
        json.identifier("urn:oid:1.2.392.100495.20.3.81", drug.rp().isBlank() ? "1" : drug.rp());
        json.identifier("urn:oid:1.2.392.100495.20.3.82", String.valueOf(number));
        json.identifier(INSTANCE, order.key());
        return json.closeList();
    }

    /// Injections, and what was mixed, name their drug by a reference.
    private boolean contains(PrescribedDrug drug) {
        return !drug.ingredients().isEmpty() || order.injection() && order.act() != MedicineAct.STATED;
    }

    /// The drug, or what was mixed, as a contained JP_Medication (混注内容).
    private static void contained(FhirJson json, PrescribedDrug drug) {
        json.openList("contained").open().text("resourceType", "Medication").text("id", CONTAINED);
        json.concept("code", drug.drug()).openList("ingredient");
        for (var part : drug.ingredients()) {
            json.open();
            json.concept("itemCodeableConcept", part.drug().isNone() ? Concept.of("不明") : part.drug());
            strength(json, part.amount());
            json.close();
        }
        json.closeList().close().closeList();
    }

    private static void strength(FhirJson json, Amount amount) {
        json.open("strength");
        if (FhirJson.isDecimal(amount.value())) {
            AbsentData.quantity(json, "numerator", amount.value(), QuantityUnit.of(amount));
            json.quantity("denominator", "1", ONCE);
        } else {
            AbsentData.extension(json);
        }
        json.close();
    }

    private void medication(FhirJson json, PrescribedDrug drug) {
        if (contains(drug)) {
            json.reference("medicationReference", "#" + CONTAINED);
        } else {
            json.concept("medicationCodeableConcept", drug.drug());
        }
        json.reference("subject", bundle.patient());
    }

    private static void performer(FhirJson json, PrescribedDrug drug) {
        if (!drug.by().isNone()) {
            json.openList("performer")
                    .open()
                    .display("actor", drug.by().shown())
                    .close()
                    .closeList();
        }
    }

    private static void reason(FhirJson json, CareStatus status) {
        if (!status.words().isBlank()) {
            json.open("statusReason").text("text", status.words()).close();
        }
    }

    private static void reasons(FhirJson json, CareStatus status) {
        if (!status.words().isBlank()) {
            json.openList("statusReason")
                    .open()
                    .text("text", status.words())
                    .close()
                    .closeList();
        }
    }

    private String who() {
        return (order.from().facility().shown() + " " + order.from().doctor().shown()).strip();
    }

    private List<String> notes(PrescribedDrug drug) {
        var pack = drug.pack().isNone()
                ? Stream.<String>of()
                : Stream.of("1包装 " + drug.pack().shown());
        return Stream.of(drug.notes().stream(), order.notes().stream(), pack)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
