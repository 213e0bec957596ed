package hmnet.formats.cda;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One thing in a line of words (1件の文).
final class CdaLines {
    private CdaLines() {}

    static String joined(String... words) {
        return Arrays.stream(words).filter(word -> !word.isBlank()).collect(Collectors.joining(" "));
    }

    /// What it is called, with its codes.
    static String said(Concept concept) {
        var codes = concept.codes().stream()
                .map(code -> code.code())
                .distinct()
                .filter(code -> !code.equals(concept.shown()))
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? concept.shown() : concept.shown() + " [" + codes + "]";
    }

    static String amount(Amount amount) {
        return amount.shown();
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + words;
    }

    static String problem(Problem problem) {
        return joined(
                problem.status().words(),
                said(problem.disease()),
                problem.suspected() ? "疑い" : "",
                problem.main() ? "主病名" : "",
                labelled("開始 ", problem.onset()),
                labelled("終了 ", problem.ended()),
                problem.outcome(),
                String.join(" ", problem.notes()));
    }

    static String act(Medicines medicines) {
        return switch (medicines.act()) {
            case ORDERED -> medicines.injection() ? "注射指示" : "処方";
            case DISPENSED -> "調剤";
            case ADMINISTERED -> medicines.injection() ? "注射実施" : "与薬";
            case STATED -> "服用中";
        };
    }

    /// Each instruction with all that a list shows beside its dose.
    static String drug(PrescribedDrug drug) {
        return joined(
                labelled("RP", drug.rp()),
                drug.status().words(),
                said(drug.drug()),
                drug.ingredients().stream()
                        .map(part -> joined("混注", said(part.drug()), amount(part.amount())))
                        .collect(Collectors.joining(" ")),
                drug.dosages().stream().map(CdaLines::dosage).collect(Collectors.joining(" ／ ")),
                labelled("全量", amount(drug.total())),
                drug.instructions().stream().map(Concept::shown).collect(Collectors.joining(" ")),
                labelled("実施者 ", drug.by().shown()),
                String.join(" ", drug.notes()));
    }

    private static String dosage(Dosage dosage) {
        var period = dosage.period();
        return joined(
                labelled("1回", amount(dosage.amounts().once())),
                labelled("1日", amount(dosage.amounts().daily())),
                dosage.usage().words(),
                period.days() > 0 && !dosage.rhythm().asNeeded() ? period.days() + "日分" : "",
                dosage.way().route().shown(),
                period.startDay() == null ? "" : "開始 " + period.startDay(),
                String.join(" ", DosageWords.of(dosage)));
    }

    static String result(Results.TestResult result) {
        var status = switch (result.status()) {
            case "P" -> "中間";
            case "C" -> "訂正";
            case "X" -> "未実施";
            default -> "";
        };
        boolean limits = !result.low().isEmpty() || !result.high().isEmpty();
        return joined(
                said(result.test()),
                result.value().isBlank() ? result.coded().shown() : result.value(),
                result.unit().unit(),
                result.flag(),
                limits ? "(" + result.low() + "～" + result.high() + ")" : "",
                labelled("基準 ", result.range()),
                status,
                String.join(" ", result.notes()));
    }
}
