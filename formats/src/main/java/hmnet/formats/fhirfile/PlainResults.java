package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.LabMaterial;
import hmnet.formats.model.chart.Results.ResultKind;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Observations and their report in the words of all formats (検査・測定の言い換え), and what lists draw of them.
final class PlainResults {
    private final List<Resource> own;
    private final Support support;
    private final OffsetDateTime at;
    private final List<TestResult> tests;

    private PlainResults(List<Resource> own, Support support, OffsetDateTime at) {
        this.own = own;
        this.support = support;
        this.at = at;
        this.tests = FhirMeasurements.tests(own, support, at);
    }

    static Results of(KeptFhir kept, List<Resource> own, Support support) {
        var reading = new PlainResults(own, support, kept.at());
        var first = own.getFirst();
        return new Results(
                kept.key(),
                kept.at(),
                kind(kept.kind()),
                title(own),
                reading.specimen(),
                reading.orderNumber(),
                new FhirParties(first, support).source(),
                reading.tests,
                reading.notes(),
                kept.extract() instanceof LabExtract said
                        ? new CareStatus(said.state(), said.reason())
                        : reading.status(),
                reading.finalAt(),
                reading.tests.stream().anyMatch(test -> test.status().equals("C")),
                kept.labels());
    }

    /// @param report that names them, though it stands in another row; null for none
    static LabExtract extract(List<Resource> own, Support support, OffsetDateTime at, @Nullable Resource report) {
        var reading = new PlainResults(own, support, at);
        var material = reading.specimen().type().shown();
        var whole = report == null ? CareStatus.ACTIVE : FhirStates.of(report);
        var status = told(whole) ? whole : reading.status();
        return new LabExtract(
                reading.tests.stream().map(test -> item(test, material)).toList(),
                reading.notes(),
                status.state(),
                status.reason());
    }

    private static LabExtract.AnalyteItem item(TestResult test, String material) {
        var code = Codes.main(test.test());
        return new LabExtract.AnalyteItem(
                code.code(),
                code.system(),
                test.test().shown(),
                test.value(),
                test.unit().unitShown(),
                test.low(),
                test.high(),
                test.range(),
                test.flag(),
                test.status(),
                material,
                test.at(),
                test.notes(),
                "",
                "");
    }

    /// What the report is called; empty for single results.
    static String title(List<Resource> own) {
        return reports(own)
                .map(report -> Codes.concept(report.node().at("code")).shown())
                .findFirst()
                .orElse("");
    }

    private static Stream<Resource> reports(List<Resource> own) {
        return own.stream().filter(each -> each.is("DiagnosticReport"));
    }

    private static ResultKind kind(RecordKind kind) {
        return switch (kind) {
            case CHECKUP -> ResultKind.CHECKUP;
            case VITAL -> ResultKind.VITAL;
            case LAB_ORDER -> ResultKind.ORDERED;
            case LABORATORY,
                    LAB_SAFETY,
                    PROFILE,
                    ALLERGY,
                    DIAGNOSIS,
                    PRESCRIPTION,
                    INJECTION,
                    VISIT,
                    ADMISSION,
                    PROCEDURE,
                    REPORT,
                    DOCUMENT,
                    DISPENSING,
                    CARE -> ResultKind.LABORATORY;
        };
    }

    /// What came of the whole: of a report or an order by itself, of single results where all are cancelled.
    private CareStatus status() {
        var whole = own.stream()
                .filter(each -> each.is("DiagnosticReport") || each.is("ServiceRequest"))
                .map(FhirStates::of)
                .filter(PlainResults::told)
                .findFirst();
        if (whole.isPresent()) {
            return whole.get();
        }
        boolean cancelled = !own.isEmpty()
                && own.stream()
                        .allMatch(each ->
                                each.is("Observation") && each.text("status").equals("cancelled"));
        return cancelled ? CareStatus.of(CareState.CANCELLED) : CareStatus.ACTIVE;
    }

    /// A report that is not final says so at its tests.
    private static boolean told(CareStatus status) {
        return !status.isActive() && status.state() != CareState.DRAFT;
    }

    /// What a report concludes, unless it is all there is.
    private List<String> notes() {
        var notes = new ArrayList<String>();
        boolean told = own.stream().noneMatch(each -> each.is("Observation"))
                && own.stream()
                        .flatMap(each -> each.all("contained.value").stream())
                        .findAny()
                        .isEmpty();
        reports(own).forEach(report -> {
            boolean only = told && tests.size() == 1 && tests.getFirst().value().equals(report.text("conclusion"));
            if (!only) {
                report.text("conclusion").lines().forEach(notes::add);
                report.all("conclusionCode")
                        .forEach(code -> notes.add(Codes.concept(code).shown()));
            }
        });
        notes.removeIf(String::isBlank);
        return notes.stream().distinct().toList();
    }

    private @Nullable OffsetDateTime finalAt() {
        boolean last = tests.stream()
                .allMatch(test -> test.status().equals("F") || test.status().equals("C"));
        if (!last) {
            return null;
        }
        return own.stream()
                .map(each -> FhirTime.at(each.text("issued")))
                .filter(issued -> issued != null)
                .findFirst()
                .orElse(at);
    }

    private LabMaterial specimen() {
        for (var resource : own) {
            var reference = resource.node().at("specimen");
            var found = support.find(resource, reference.text("reference"));
            if (found.exists()) {
                return new LabMaterial(
                        Codes.concept(found.at("type")), number(found), Codes.concept(found.at("collection.bodySite")));
            }
            if (!reference.text("display").isEmpty()) {
                return LabMaterial.of(Concept.of(reference.text("display")));
            }
        }
        return LabMaterial.NONE;
    }

    private static String number(JsonValue specimen) {
        var accession = specimen.text("accessionIdentifier.value");
        return accession.isEmpty() ? specimen.text("identifier.value") : accession;
    }

    private String orderNumber() {
        for (var resource : own) {
            var order = resource.node().at("basedOn");
            var number = support.find(resource, order.text("reference")).text("identifier.value");
            if (!number.isEmpty() || !order.text("identifier.value").isEmpty()) {
                return number.isEmpty() ? order.text("identifier.value") : number;
            }
        }
        return reports(own)
                .map(each -> each.text("identifier.value"))
                .findFirst()
                .orElse("");
    }
}
