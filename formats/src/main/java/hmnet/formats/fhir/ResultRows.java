package hmnet.formats.fhir;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.LabSafety;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.StandardTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Results as rows (検査・健診・測定の行): per kind and labels, so that an HIV test among routine ones is a
/// row of its own and a pharmacist's tests are too.
final class ResultRows {
    private static final Set<String> PRELIMINARY = Set.of("P", "R", "S", "I");

    private static final Set<String> FINAL = Set.of("F", "C", "U", "X", "");

    private record ResultRow(RecordKind kind, Set<Label> labels) {
        String key(Results results) {
            var suffix = labels.stream().map(label -> "/" + label).sorted().collect(Collectors.joining());
            return results.key() + "/" + kind + suffix;
        }
    }

    private ResultRows() {}

    static Stream<Part> of(Results results, Ids ids) {
        var rows = new LinkedHashMap<ResultRow, List<TestResult>>();
        for (var result : results.results()) {
            rows.computeIfAbsent(
                            new ResultRow(kind(results, result), labels(results, result)), row -> new ArrayList<>())
                    .add(result);
        }
        int most = rows.keySet().stream()
                .mapToInt(row -> row.labels().size())
                .max()
                .orElse(0);
        return rows.entrySet().stream()
                .map(row -> part(
                        results,
                        row.getKey(),
                        row.getValue(),
                        ids,
                        row.getKey().labels().size() == most));
    }

    private static RecordKind kind(Results results, TestResult result) {
        return switch (results.kind()) {
            case ORDERED -> RecordKind.LAB_ORDER;
            case CHECKUP -> RecordKind.CHECKUP;
            case VITAL -> RecordKind.VITAL;
            case LABORATORY ->
                result.test().codes().stream().map(Code::code).anyMatch(LabSafety::holds)
                        ? RecordKind.LAB_SAFETY
                        : RecordKind.LABORATORY;
        };
    }

    private static Set<Label> labels(Results results, TestResult result) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(Rows.labels(results.labels(), results.from().department().shown()));
        labels.addAll(result.labels());
        labels.addAll(LabelRules.ofTest("", result.test().shown()));
        labels.addAll(LabelRules.ofTest("", results.title()));
        result.test().codes().forEach(code -> labels.addAll(LabelRules.ofTest(code.code(), code.display())));
        return labels;
    }

    /// Comments on the whole report go only to its row with most labels: nobody knows what they give away.
    private static Part part(Results results, ResultRow row, List<TestResult> own, Ids ids, boolean mostLabelled) {
        var bundle = new Bundle(ids);
        var key = row.key(results);
        boolean preliminary = own.stream().anyMatch(result -> PRELIMINARY.contains(result.status()));
        boolean corrected = results.correction()
                || own.stream().anyMatch(result -> result.status().equals("C"));
        if (row.kind() == RecordKind.LAB_ORDER) {
            new ResultRowJson(bundle, key, results, own).requests();
        } else {
            var conclusion = mostLabelled ? String.join("\n", results.notes()) : "";
            new ResultRowJson(bundle, key, results, own)
                    .results(status(own, preliminary, corrected), finalAt(results, own), conclusion);
        }
        var extract = new LabExtract(
                own.stream().map(result -> item(results, result)).toList(),
                mostLabelled ? results.notes() : List.of(),
                results.status().state(),
                results.status().reason());
        return new Rows.RowFrame(
                        row.kind(),
                        key,
                        results.at(),
                        row.labels(),
                        corrected,
                        preliminary,
                        finalAt(results, own),
                        results.from().department().shown())
                .part(
                        title(results, extract),
                        own.stream()
                                .flatMap(result -> Rows.codes(result.test()))
                                .toList(),
                        own.stream()
                                .map(result -> CodingLevel.of(
                                        Vocabulary.TEST, result.test().codes()))
                                .toList(),
                        extract,
                        bundle);
    }

    /// FHIR's word for the report.
    private static String status(List<TestResult> own, boolean preliminary, boolean corrected) {
        if (preliminary) {
            return own.stream().anyMatch(result -> List.of("F", "C", "U").contains(result.status()))
                    ? "partial"
                    : "preliminary";
        }
        if (corrected) {
            return "corrected";
        }
        return own.stream().anyMatch(result -> FINAL.contains(result.status())) ? "final" : "unknown";
    }

    /// Results are called as those of a storage are; check-ups and vital signs say that they are some.
    private static String title(Results results, LabExtract extract) {
        var what = extract.items().getFirst().name();
        var items = Rows.andOthers(what, extract.items().size(), "項目");
        return switch (results.kind()) {
            case ORDERED, LABORATORY -> extract.title(results.title());
            case CHECKUP -> results.title().isBlank() ? "健診 " + items : results.title();
            case VITAL -> results.title().isBlank() ? "バイタル " + items : results.title();
        };
    }

    private static LabExtract.AnalyteItem item(Results results, TestResult result) {
        var code = result.test().first();
        var item = new LabExtract.AnalyteItem(
                code.code(),
                code.system(),
                result.test().shown(),
                result.value().isBlank() ? result.coded().shown() : result.value(),
                result.unit().unitShown(),
                result.low(),
                result.high(),
                result.range(),
                result.flag(),
                result.status(),
                results.specimen().type().shown(),
                result.at(),
                result.notes(),
                "",
                "");
        return StandardTest.of(item, result.test().codes());
    }

    /// Null while one of them is not final.
    private static @Nullable OffsetDateTime finalAt(Results results, List<TestResult> own) {
        return own.stream().allMatch(result -> FINAL.contains(result.status())) ? results.finalAt() : null;
    }
}
