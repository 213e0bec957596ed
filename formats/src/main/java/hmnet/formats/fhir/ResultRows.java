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
        return rows.entrySet().stream().map(row -> part(results, row.getKey(), row.getValue(), ids));
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
        labels.addAll(Rows.labels(results.labels(), results.department()));
        labels.addAll(LabelRules.ofTest("", result.test().shown()));
        labels.addAll(LabelRules.ofTest("", results.title()));
        result.test().codes().forEach(code -> labels.addAll(LabelRules.ofTest(code.code(), code.display())));
        return labels;
    }

    private static Part part(Results results, ResultRow row, List<TestResult> own, Ids ids) {
        var bundle = new Bundle(ids);
        var key = row.key(results);
        boolean preliminary = own.stream().anyMatch(result -> PRELIMINARY.contains(result.status()));
        boolean corrected = results.correction()
                || own.stream().anyMatch(result -> result.status().equals("C"));
        if (row.kind() == RecordKind.LAB_ORDER) {
            own.forEach(result -> ResultRowJson.request(bundle, key, results, result));
        } else {
            ResultRowJson.write(bundle, key, results, own, preliminary, corrected);
        }
        var extract =
                new LabExtract(own.stream().map(result -> item(results, result)).toList());
        return new Rows.RowFrame(
                        row.kind(),
                        key,
                        results.at(),
                        row.labels(),
                        corrected,
                        preliminary,
                        preliminary ? null : results.finalAt(),
                        results.department())
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
                result.unit().unit().isBlank()
                        ? result.unit().unitCode()
                        : result.unit().unit(),
                result.low(),
                result.high(),
                result.flag(),
                result.status(),
                results.specimen().shown(),
                result.at());
        return StandardTest.of(item, result.test().codes());
    }

    static @Nullable OffsetDateTime finalAt(Results results, boolean preliminary) {
        return preliminary ? null : results.finalAt();
    }
}
