package hmnet.formats.fhir;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DrugItems;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.Stream;

/// Prescriptions, what was dispensed, given or is taken, as a row (処方・調剤・実施・服用の行).
final class MedicinesRow {
    private MedicinesRow() {}

    static Part of(Medicines order, Ids ids) {
        var bundle = new Bundle(ids);
        var department = order.from().department().shown();
        var labels = Rows.labels(order.labels(), department);
        var places = new HashMap<String, Integer>();
        var keys = new HashSet<String>();
        var json = new MedicineJson(bundle, order);
        for (var drug : order.drugs()) {
            named(drug).forEach(name -> {
                labels.addAll(LabelRules.ofDrug(name.shown()));
                name.added().forEach(code -> labels.addAll(LabelRules.ofDrug(code.display())));
            });
            var key = key(order, drug);
            json.write(
                    keys.add(key) ? key : bundle.distinct(fullKey(order, drug)),
                    drug,
                    places.merge(drug.rp(), 1, Integer::sum));
        }
        var extract = extract(order);
        return new Rows.RowFrame(
                        kind(order), order.key(), order.at(), labels, order.correction(), false, null, department)
                .part(
                        title(order, extract),
                        order.drugs().stream()
                                .flatMap(MedicinesRow::named)
                                .flatMap(Rows::codes)
                                .toList(),
                        order.drugs().stream()
                                .flatMap(MedicinesRow::named)
                                .map(name -> CodingLevel.of(Vocabulary.DRUG, name.codes()))
                                .toList(),
                        extract,
                        bundle);
    }

    static PrescriptionExtract extract(Medicines order) {
        return new PrescriptionExtract(
                order.orderClass(),
                order.act() == MedicineAct.ADMINISTERED,
                order.from().doctor().shown(),
                order.from().facility().shown(),
                order.notes(),
                order.drugs().stream()
                        .flatMap(drug -> DrugItems.of(drug).stream())
                        .toList());
    }

    /// The drug itself, or each drug of a mixture.
    private static Stream<Concept> named(PrescribedDrug drug) {
        return drug.ingredients().isEmpty()
                ? Stream.of(drug.drug())
                : drug.ingredients().stream().map(Ingredient::drug);
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
            case STATED ->
                extract.statedTitle(order.drugs().stream()
                        .flatMap(drug -> drug.dosages().stream())
                        .allMatch(dosage -> dosage.period().end().isEmpty()));
        };
    }

    /// RP and drug.
    private static String key(Medicines order, PrescribedDrug drug) {
        var code = drug.drug().first().code();
        return order.key() + "/" + drug.rp() + "/"
                + (code.isBlank() ? drug.drug().shown() : code);
    }

    /// The same drug twice in an RP is told apart by dose, usage and start.
    private static String fullKey(Medicines order, PrescribedDrug drug) {
        var dosage = drug.dosage();
        return key(order, drug) + "/" + dosage.amounts().once().value() + "/"
                + dosage.usage().words() + "@" + dosage.period().start();
    }
}
