package hmnet.formats.model.chart;

import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.code.Equivalents;

/// An entry with the codes that say the same as those sent (対応するコードを添えた記載): tests, drugs,
/// diagnoses, acts.
public final class TranslatedEntries {
    private TranslatedEntries() {}

    public static Entry of(Entry entry, Equivalents tables) {
        return switch (entry) {
            case Problem problem -> problem.withDisease(problem.disease().with(tables));
            case Medicines medicines ->
                medicines.withDrugs(
                        medicines.drugs().stream().map(drug -> of(drug, tables)).toList());
            case Results results ->
                results.withResults(results.results().stream()
                        .map(result -> result.withTest(result.test().with(tables)))
                        .toList());
            case PerformedActs performed -> of(performed, tables);
            case KeptFhir kept -> TranslatedFhirEntry.kept(kept, tables);
            case Allergies other -> other;
            case Stay other -> other;
            case Paper other -> other;
            case PersonProfile other -> other;
        };
    }

    private static PrescribedDrug of(PrescribedDrug drug, Equivalents tables) {
        return drug.withDrug(
                drug.drug().with(tables),
                drug.ingredients().stream()
                        .map(part -> new Ingredient(part.drug().with(tables), part.amount()))
                        .toList());
    }

    private static PerformedActs of(PerformedActs performed, Equivalents tables) {
        return performed.withActs(performed.acts().stream()
                .map(act -> new PerformedAct(act.key(), act.act().with(tables), act.amount(), act.said(), act.status()))
                .toList());
    }
}
