package hmnet.formats.fhir;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import java.util.List;
import java.util.stream.Stream;

/// One drug as a resource (薬剤の資源): JP_MedicationRequest, JP_MedicationDispense, JP_MedicationAdministration
/// or MedicationStatement.
final class MedicineJson {
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String INSTANCE = "http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier";
    private static final String MERIT9 = "http://jpfhir.jp/fhir/core/CodeSystem/JP_MedicationCategoryMERIT9_CS";
    private static final String EXTENSION = Bundle.JP.replace("StructureDefinition/", "Extension/StructureDefinition/");
    private static final String DISPENSE_REQUEST = EXTENSION + "JP_MedicationRequest_DispenseRequest_";
    private static final String SUBSTITUTION = "urn:oid:1.2.392.100495.20.2.41";

    /// On a note: it is of the whole order, not of this drug. FHIR has no place for such a one.
    private static final String OF_ORDER = "urn:hmnet:extension:note-of-order";

    private static final String CONTAINED = "medication";
    private static final String PRESCRIPTION = "prescription";
    private static final QuantityUnit ONCE = new QuantityUnit("TIME", "回", "urn:oid:1.2.392.100495.20.2.101");

    private final Bundle bundle;
    private final Medicines order;
    private final RequesterJson requester;

    MedicineJson(Bundle bundle, Medicines order) {
        this.bundle = bundle;
        this.order = order;
        this.requester = new RequesterJson(order.from());
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
        order.classes().forEach(each -> {
            classes(json.open(), List.of(each));
            json.close();
        });
        json.closeList();
        if (state == CareState.PROHIBITED) {
            json.flag("doNotPerform", true);
        }
        medication(json, drug);
        json.text("authoredOn", Bundle.time(order.at()));
        requester.reference(json, "requester");
        json.openList("note");
        notes(json, drug);
        json.closeList();
        DosageJson.list(json, "dosageInstruction", drug);
        supply(json, drug);
        substitution(json, drug);
        bundle.end();
    }

    /// The one category that an act has.
    private void category(FhirJson json) {
        if (!order.classes().isEmpty()) {
            json.open("category");
            classes(json, order.classes());
            json.close();
        }
    }

    private static void classes(FhirJson json, List<Code> classes) {
        json.openList("coding");
        classes.forEach(each -> json.coding(
                each.system().isEmpty() || each.system().endsWith("20.2.101") ? MERIT9 : each.system(),
                each.code(),
                each.display()));
        json.closeList();
    }

    private static void supply(FhirJson json, PrescribedDrug drug) {
        int days = days(drug);
        int times = drug.dosages().size() == 1 ? drug.dosage().period().times() : 0;
        if (!FhirJson.isDecimal(drug.total().value())
                && days == 0
                && times == 0
                && drug.instructions().isEmpty()) {
            return;
        }
        json.open("dispenseRequest").openList("extension");
        for (var instruction : drug.instructions()) {
            json.open().text("url", DISPENSE_REQUEST + "InstructionForDispense");
            json.concept("valueCodeableConcept", instruction).close();
        }
        if (times > 0) {
            json.open().text("url", DISPENSE_REQUEST + "ExpectedRepeatCount");
            json.number("valueInteger", String.valueOf(times)).close();
        }
        json.closeList();
        AbsentData.quantity(json, "quantity", drug.total().value(), QuantityUnit.of(drug.total()));
        if (days > 0) {
            json.quantity("expectedSupplyDuration", String.valueOf(days), QuantityUnit.DAY);
        }
        json.close();
    }

    private static int days(PrescribedDrug drug) {
        return StepOrder.of(drug.dosages()).days(drug.dosages());
    }

    /// Each form of 変更不可 by its own code: whoever must keep the form may still hand over a generic.
    private static void substitution(FhirJson json, PrescribedDrug drug) {
        drug.instructions().stream()
                .filter(each -> !refused(each).isEmpty())
                .findFirst()
                .ifPresent(each -> json.open("substitution")
                        .concept(
                                "allowedCodeableConcept",
                                new Concept(each.shown(), List.of(new Code(SUBSTITUTION, refused(each), ""))))
                        .close());
    }

    /// Empty for any other instruction.
    private static String refused(Concept instruction) {
        var known = DispensingInstruction.of(instruction);
        if (known.isEmpty()) {
            boolean other = Stream.of("剤形", "含量", "規格")
                    .anyMatch(what -> instruction.shown().contains(what));
            return instruction.shown().contains("変更不可") && !other ? "1" : "";
        }
        return switch (known.get()) {
            case NO_GENERIC -> "1";
            case SAME_FORM -> "2";
            case SAME_STRENGTH -> "3";
            case SAME_FORM_AND_STRENGTH, BRAND_WISHED, ONE_DOSE, CRUSHED, APART -> "";
        };
    }

    private void dispense(String key, PrescribedDrug drug, int number) {
        var json = start("MedicationDispense", key, drug, number);
        json.text("status", MedicineStates.dispense(drug.status().state()));
        if (!drug.status().words().isBlank()) {
            json.open("statusReasonCodeableConcept")
                    .text("text", drug.status().words())
                    .close();
        }
        category(json);
        medication(json, drug);
        performer(json, drug);
        if (!requester.shown().isBlank()) {
            json.openList("authorizingPrescription")
                    .open()
                    .text("reference", requester.isContained() ? "#" + PRESCRIPTION : "")
                    .text("display", requester.shown())
                    .close()
                    .closeList();
        }
        if (FhirJson.isDecimal(drug.total().value())) {
            AbsentData.quantity(json, "quantity", drug.total().value(), QuantityUnit.of(drug.total()));
        } else {
            AbsentData.quantity(json, "quantity");
        }
        if (days(drug) > 0) {
            json.quantity("daysSupply", String.valueOf(days(drug)), QuantityUnit.DAY);
        }
        json.text("whenHandedOver", Bundle.time(order.at())).openList("note");
        notes(json, drug);
        json.closeList();
        DosageJson.list(json, "dosageInstruction", drug);
        bundle.end();
    }

    /// A resource for each rate or dose of an administration: FHIR has one dosage for each, and each step
    /// its time.
    private void administration(String key, PrescribedDrug drug, int number) {
        for (int n = 0; n < drug.dosages().size(); n++) {
            administration(key, drug, drug.dosages().get(n), number, n);
        }
    }

    private void administration(String key, PrescribedDrug drug, Dosage dosage, int number, int step) {
        var type = "MedicationAdministration";
        var json = start(type, step == 0 ? key : key + "/" + (step + 1), drug, number);
        json.openList("partOf");
        if (step > 0) {
            json.open().text("reference", bundle.reference(type, key)).close();
        }
        json.closeList();
        json.text("status", MedicineStates.administration(drug.status().state()));
        reasons(json, drug.status());
        category(json);
        medication(json, drug);
        var period = dosage.period();
        if (period.end().isEmpty() || period.end().equals(period.start())) {
            json.text("effectiveDateTime", period.start().isEmpty() ? Bundle.time(order.at()) : period.start());
        } else {
            json.open("effectivePeriod")
                    .text("start", period.start())
                    .text("end", period.end())
                    .close();
        }
        performer(json, drug);
        if (isPrescriptionContained(type)) {
            json.reference("request", "#" + PRESCRIPTION);
        }
        json.openList("note");
        drug.instructions()
                .forEach(each -> json.open().text("text", each.shown()).close());
        notes(json, drug);
        json.closeList();
        DosageJson.given(json, dosage);
        bundle.end();
    }

    private void statement(String key, PrescribedDrug drug, int number) {
        var json = start("MedicationStatement", key, drug, number);
        if (isPrescriptionContained("MedicationStatement")) {
            json.openList("basedOn").open();
            json.text("reference", "#" + PRESCRIPTION).close().closeList();
        }
        json.text("status", MedicineStates.statement(drug.status().state()));
        reasons(json, drug.status());
        category(json);
        medication(json, drug);
        var period = drug.dosage().period();
        if (!period.start().isEmpty() || !period.end().isEmpty()) {
            json.open("effectivePeriod")
                    .text("start", period.start())
                    .text("end", period.end())
                    .close();
        }
        json.text("dateAsserted", Bundle.time(order.at())).openList("note");
        drug.instructions()
                .forEach(each -> json.open().text("text", each.shown()).close());
        notes(json, drug);
        json.closeList();
        DosageJson.list(json, "dosage", drug);
        bundle.end();
    }

    private FhirJson start(String type, String key, PrescribedDrug drug, int number) {
        var profile = type.equals("MedicationStatement")
                ? BASE + type
                : "JP_" + type + (order.injection() ? "_Injection" : "");
        var json = bundle.start(type, key, profile);
        json.openList("contained");
        if (contains(drug)) {
            contained(json, drug);
        }
        prescriber(json, type, drug);
        json.closeList();
        extensions(json, type, drug);
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
        json.open().text("resourceType", "Medication").text("id", CONTAINED);
        json.concept("code", drug.drug()).openList("ingredient");
        for (var part : drug.ingredients()) {
            json.open();
            json.concept("itemCodeableConcept", part.drug().isNone() ? Concept.of("不明") : part.drug());
            strength(json, part.amount());
            json.close();
        }
        json.closeList().close();
    }

    /// Who asked, and of a dispensing the prescription that says so.
    private void prescriber(FhirJson json, String type, PrescribedDrug drug) {
        if (!isPrescriptionContained(type)) {
            return;
        }
        requester.contained(json);
        if (!type.equals("MedicationRequest")) {
            json.open().text("resourceType", "MedicationRequest").text("id", PRESCRIPTION);
            json.text("status", "unknown").text("intent", "order");
            medication(json, drug);
            requester.reference(json, "requester");
            json.close();
        }
    }

    /// A name alone stays a name where there is a place for one: of a statement there is none.
    private boolean isPrescriptionContained(String type) {
        return requester.isContained()
                || type.equals("MedicationStatement") && !requester.shown().isBlank();
    }

    /// What JP Core's extensions say of all of it.
    private void extensions(FhirJson json, String type, PrescribedDrug drug) {
        json.openList("extension");
        if (type.equals("MedicationAdministration")) {
            if (!order.from().department().isNone()) {
                json.open().text("url", EXTENSION + "JP_MedicationAdministration_RequestDepartment");
                json.concept("valueCodeableConcept", order.from().department()).close();
            }
            if (!order.from().doctor().isNone()) {
                json.open().text("url", EXTENSION + "JP_MedicationAdministration_Requester");
                requester.doctor(json, "valueReference");
                json.close();
            }
        }
        if (type.equals("MedicationDispense")) {
            for (var instruction : drug.instructions()) {
                json.open().text("url", EXTENSION + "JP_MedicationDispense_Preparation");
                json.concept("valueCodeableConcept", instruction).close();
            }
        }
        json.closeList();
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
            json.openList("performer").open();
            json.display("actor", drug.by().shown()).close().closeList();
        }
    }

    private static void reason(FhirJson json, CareStatus status) {
        if (!status.words().isBlank()) {
            json.open("statusReason").text("text", status.words()).close();
        }
    }

    private static void reasons(FhirJson json, CareStatus status) {
        if (!status.words().isBlank()) {
            json.openList("statusReason").open();
            json.text("text", status.words()).close().closeList();
        }
    }

    /// Notes on the drug, then those on all of the order, which say so.
    private void notes(FhirJson json, PrescribedDrug drug) {
        Stream.concat(
                        drug.notes().stream(),
                        drug.pack().isNone()
                                ? Stream.of()
                                : Stream.of("1包装 " + drug.pack().shown()))
                .filter(note -> !note.isBlank())
                .distinct()
                .forEach(note -> json.open().text("text", note).close());
        for (var note : order.notes()) {
            if (!note.isBlank()) {
                json.open().openList("extension").open();
                json.text("url", OF_ORDER).flag("valueBoolean", true).close().closeList();
                json.text("text", note).close();
            }
        }
    }
}
