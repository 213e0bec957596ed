package hmnet.formats.cda;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
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
        return amount.isNone() ? "" : amount.value() + amount.unit();
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + words;
    }

    static String problem(Problem problem) {
        return joined(
                said(problem.disease()),
                problem.suspected() ? "疑い" : "",
                problem.main() ? "主病名" : "",
                labelled("開始 ", problem.onset()),
                labelled("終了 ", problem.ended()),
                problem.outcome());
    }

    static String act(Medicines medicines) {
        return switch (medicines.act()) {
            case ORDERED -> medicines.injection() ? "注射指示" : "処方";
            case DISPENSED -> "調剤";
            case ADMINISTERED -> medicines.injection() ? "注射実施" : "与薬";
            case STATED -> "服用中";
        };
    }

    static String drug(PrescribedDrug drug) {
        return joined(
                labelled("RP", drug.rp()),
                said(drug.drug()),
                labelled("1回", amount(drug.dose())),
                labelled("1日", amount(drug.daily())),
                drug.usage(),
                drug.count() > 0 ? drug.count() + (drug.asNeeded() ? "回分" : "日分") : "",
                labelled("全量", amount(drug.total())),
                drug.route().shown(),
                drug.start() == null ? "" : "開始 " + drug.start(),
                String.join(" ", drug.notes()));
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
                status,
                String.join(" ", result.notes()));
    }
}
