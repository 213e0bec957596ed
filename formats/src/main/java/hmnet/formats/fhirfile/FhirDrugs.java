package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.dose.FhirDosage;
import hmnet.formats.fhirfile.dose.FhirDosage.ReadDosage;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.Supply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All that a prescription, a dispensing, an administration or a statement says of its drug (薬剤).
final class FhirDrugs {
    private final Resource resource;
    private final Support others;

    private FhirDrugs(Resource resource, Support others) {
        this.resource = resource;
        this.others = others;
    }

    static PrescribedDrug prescribed(Resource resource, Support others) {
        return new FhirDrugs(resource, others).prescribed();
    }

    /// What is not said, or said in a way that no dose holds: told beside the drug, and here.
    static List<Note> remarks(Resource resource, Support others) {
        var reading = new FhirDrugs(resource, others);
        var notes = new ArrayList<Note>();
        int line = resource.node().line();
        if (FhirMedication.of(resource, others).isUnnamed()) {
            notes.add(Note.info("drug-name-missing", line, resource.type() + ".medication", resource.where()));
        }
        for (var read : reading.dosages()) {
            for (var gap : read.notUnderstood()) {
                notes.add(Note.info("dosing-not-understood", line, resource.type() + ".dosage", gap));
            }
        }
        for (var extension : resource.all("modifierExtension")) {
            notes.add(Note.info(
                    "dosing-not-understood", line, resource.type() + ".modifierExtension", extension.text("url")));
        }
        return notes;
    }

    private PrescribedDrug prescribed() {
        var node = resource.node();
        var medication = FhirMedication.of(resource, others);
        var supply = first(node.at("dispenseRequest.quantity"), node.at("quantity"));
        var notes = new ArrayList<>(medication.notes());
        notes.addAll(DrugNotes.of(resource, others));
        return PrescribedDrug.of(rp(), medication.named())
                .withDrug(medication.named(), medication.ingredients())
                .withDosages(
                        dosages().stream().map(read -> dated(read.dosage())).toList())
                .withTotal(Quantities.amount(supply))
                .withPack(DrugNotes.pack(resource))
                .withStatus(FhirStates.of(resource))
                .withInstructions(DrugNotes.instructions(node))
                .withBy(new FhirParties(resource, others).performer())
                .withNotes(notes);
    }

    private List<ReadDosage> dosages() {
        var node = resource.node();
        var days = Quantities.days(first(node.at("dispenseRequest.expectedSupplyDuration"), node.at("daysSupply")));
        var sent = new ArrayList<>(
                resource.all("dosageInstruction").isEmpty()
                        ? resource.all("dosage")
                        : resource.all("dosageInstruction"));
        if (sent.isEmpty()) {
            sent.add(JsonValue.NONE);
        }
        if (sent.stream().allMatch(each -> each.at("sequence").exists())) {
            sent.sort(Comparator.comparingInt(each -> Supply.count(each.text("sequence"))));
        }
        if (resource.is("MedicationAdministration")) {
            return sent.stream()
                    .map(each -> FhirDosage.given(each, name -> others.find(resource, name)))
                    .toList();
        }
        return sent.stream()
                .map(each -> FhirDosage.of(each, days, sent.size() == 1, name -> others.find(resource, name)))
                .toList();
    }

    /// When it was given or taken, with what, and how often a supply of single doses was asked for.
    private Dosage dated(Dosage dosage) {
        var period = dosage.period();
        var start = first(
                resource.node().at("effectivePeriod.start"), resource.node().at("effectiveDateTime"));
        var end = resource.text("effectivePeriod.end");
        int times = resource.all("dispenseRequest.extension").stream()
                .filter(extension -> extension.text("url").endsWith("ExpectedRepeatCount"))
                .mapToInt(extension -> Supply.count(extension.text("valueInteger")))
                .findFirst()
                .orElse(0);
        var dated = dosage.with(new DosePeriod(
                period.start().isEmpty() ? start.text() : period.start(),
                period.end().isEmpty() ? end : period.end(),
                period.days(),
                period.times() == 0 ? times : period.times()));
        var way = dosage.way();
        return way.device().isNone() ? dated.with(new DoseWay(way.route(), way.site(), device(), way.method())) : dated;
    }

    private Concept device() {
        var reference = resource.node().at("device");
        var type =
                Codes.concept(others.find(resource, reference.text("reference")).at("type"));
        return type.isNone() ? Concept.of(reference.text("display")) : type;
    }

    static JsonValue first(JsonValue one, JsonValue other) {
        return one.exists() ? one : other;
    }

    /// RP番号, by either of its systems.
    private String rp() {
        return resource.all("identifier").stream()
                .filter(identifier -> identifier.text("system").endsWith("RPGroupNumber")
                        || identifier.text("system").endsWith(".20.3.81"))
                .map(identifier -> identifier.text("value"))
                .findFirst()
                .orElse("");
    }
}
