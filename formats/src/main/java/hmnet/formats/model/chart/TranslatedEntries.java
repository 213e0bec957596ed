package hmnet.formats.model.chart;

import hmnet.formats.model.chart.Medicines.PrescribedDrug;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.Equivalents;

/// An entry with the codes that say the same as those sent (対応するコードを添えた記載): tests, drugs,
/// diagnoses, acts.
public final class TranslatedEntries {
    private TranslatedEntries() {}

    public static Entry of(Entry entry, Equivalents tables) {
        return switch (entry) {
            case Problem problem -> of(problem, tables);
            case Medicines medicines -> of(medicines, tables);
            case Results results -> of(results, tables);
            case PerformedActs performed -> of(performed, tables);
            case KeptFhir kept -> TranslatedFhirEntry.kept(kept, tables);
            case Allergies other -> other;
            case Stay other -> other;
            case Paper other -> other;
        };
    }

    private static Problem of(Problem problem, Equivalents tables) {
        return new Problem(
                problem.key(),
                problem.at(),
                problem.disease().with(tables),
                problem.onset(),
                problem.ended(),
                problem.outcome(),
                problem.suspected(),
                problem.main(),
                problem.department(),
                problem.labels());
    }

    private static Medicines of(Medicines order, Equivalents tables) {
        return new Medicines(
                order.key(),
                order.at(),
                order.act(),
                order.injection(),
                order.orderClass(),
                order.department(),
                order.doctor(),
                order.place(),
                order.drugs().stream().map(drug -> of(drug, tables)).toList(),
                order.notes(),
                order.correction(),
                order.labels());
    }

    private static PrescribedDrug of(PrescribedDrug drug, Equivalents tables) {
        return new PrescribedDrug(
                drug.rp(),
                drug.drug().with(tables),
                drug.dose(),
                drug.daily(),
                drug.usage(),
                drug.usageCode(),
                drug.days(),
                drug.asNeeded(),
                drug.start(),
                drug.total(),
                drug.route(),
                drug.notes());
    }

    private static Results of(Results results, Equivalents tables) {
        return new Results(
                results.key(),
                results.at(),
                results.kind(),
                results.title(),
                results.specimen(),
                results.orderNumber(),
                results.department(),
                results.results().stream().map(result -> of(result, tables)).toList(),
                results.finalAt(),
                results.correction(),
                results.labels());
    }

    private static TestResult of(TestResult result, Equivalents tables) {
        return new TestResult(
                result.key(),
                result.test().with(tables),
                result.value(),
                result.unit(),
                result.coded(),
                result.low(),
                result.high(),
                result.flag(),
                result.status(),
                result.at(),
                result.notes());
    }

    private static PerformedActs of(PerformedActs performed, Equivalents tables) {
        return new PerformedActs(
                performed.key(),
                performed.at(),
                performed.kind(),
                performed.title(),
                performed.department(),
                performed.doctor(),
                performed.ordered(),
                performed.acts().stream()
                        .map(act -> new PerformedAct(act.key(), act.act().with(tables), act.amount(), act.said()))
                        .toList(),
                performed.labels());
    }
}
