package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.AbsentReasons;
import hmnet.formats.fhirfile.value.Interpretation;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.fhirfile.value.UsualRange;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Results.TestResult;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Observations as tests (検査・測定の結果): each value, components by themselves, with its range, its
/// interpretation and the comments beside it. A value that was cancelled is no value; it stands in the comments.
final class FhirMeasurements {
    private static final String[] TEXTS = {"valueString", "valueInteger", "valueBoolean", "valueDateTime", "valueTime"};

    private final Support support;
    private final OffsetDateTime otherwise;
    private final List<TestResult> tests = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    private FhirMeasurements(Support support, OffsetDateTime otherwise) {
        this.support = support;
        this.otherwise = otherwise;
    }

    /// @param otherwise when they were, for those that do not say
    static List<TestResult> tests(List<Resource> own, Support support, OffsetDateTime otherwise) {
        var reading = new FhirMeasurements(support, otherwise);
        for (var resource : own) {
            switch (resource.type()) {
                case "Observation", "ServiceRequest" -> reading.add(resource);
                case "DiagnosticReport" -> reading.contained(resource);
                default -> {} // From outside: what measures nothing.
            }
        }
        if (reading.tests.isEmpty()) {
            own.forEach(reading::whole);
        }
        return List.copyOf(reading.tests);
    }

    private void contained(Resource report) {
        for (var each : report.all("contained")) {
            if (each.text("resourceType").equals("Observation")) {
                add(new Resource("", each));
            }
        }
    }

    /// A report without any value is told by what it concludes.
    private void whole(Resource report) {
        var node = report.node();
        var value = report.text("conclusion").isEmpty()
                ? Codes.concept(node.at("conclusionCode")).shown()
                : report.text("conclusion");
        put(node, report, "", value, Concept.NONE, comments(report));
    }

    private void add(Resource resource) {
        var node = resource.node();
        var components = resource.all("component");
        boolean panel = !components.isEmpty() || node.at("hasMember").exists();
        var comments = comments(resource);
        if (!panel || !value(node).isEmpty() || node.at("dataAbsentReason").exists()) {
            test(node, resource, "", comments);
            comments = List.of();
        }
        var prefix = Codes.concept(node.at("code")).first().code() + "/";
        for (var component : components) {
            test(component, resource, prefix, comments);
            comments = List.of();
        }
    }

    private void test(JsonValue of, Resource observation, String prefix, List<String> comments) {
        put(of, observation, prefix, value(of), Codes.concept(of.at("valueCodeableConcept")), comments);
    }

    private void put(
            JsonValue of, Resource observation, String prefix, String value, Concept coded, List<String> comments) {
        var test = Codes.concept(of.at("code"));
        var key = prefix
                + (test.first().code().isEmpty() ? test.shown() : test.first().code());
        int again = used.merge(key, 1, Integer::sum);
        var quantity = of.at("valueQuantity");
        var notes = new ArrayList<String>();
        boolean cancelled = observation.text("status").equals("cancelled");
        if (cancelled) {
            notes.add("取消");
            notes.add(
                    value.isEmpty()
                            ? ""
                            : "取り消された値 " + value + Quantities.amount(quantity).unitShown());
        }
        notes.add(observation.text("status").equals("unknown") ? "状態不明" : "");
        notes.add(absent(of, observation));
        var flag = Interpretation.of(of);
        notes.addAll(flag.words());
        notes.addAll(comments);
        notes.removeIf(String::isBlank);
        var ranges = UsualRange.of(
                of.all("referenceRange"), Quantities.amount(quantity).unitShown());
        var taken = FhirTime.of(observation);
        tests.add(new TestResult(
                again == 1 ? key : key + "#" + again,
                test,
                cancelled ? "" : value,
                cancelled ? Amount.NONE : Quantities.amount(quantity),
                cancelled ? Concept.NONE : coded,
                ranges.low(),
                ranges.high(),
                ranges.words(),
                flag.code(),
                status(of, observation, value),
                taken == null ? otherwise : taken,
                notes.stream().distinct().toList(),
                Set.of()));
    }

    static String value(JsonValue of) {
        var quantity = Quantities.amount(of.at("valueQuantity"));
        if (!quantity.isNone()) {
            return quantity.value();
        }
        var coded = of.at("valueCodeableConcept");
        if (coded.exists()) {
            return Codes.concept(coded).shown();
        }
        for (var path : TEXTS) {
            if (of.at(path).exists()) {
                return of.text(path);
            }
        }
        var range = Quantities.range(of.at("valueRange"));
        var ratio = Quantities.ratio(of.at("valueRatio"));
        var period = of.at("valuePeriod");
        return !range.isNone()
                ? range.shown()
                : !ratio.isNone()
                        ? ratio.shown()
                        : period.exists() ? period.text("start") + "～" + period.text("end") : "";
    }

    /// Why there is no value. Our own writer has to say `unknown` where nobody said anything.
    private static String absent(JsonValue of, Resource observation) {
        var reason = Codes.concept(of.at("dataAbsentReason"));
        if (reason.isNone()
                || reason.first().code().equals("unknown")
                        && observation.text("status").equals("cancelled")) {
            return "";
        }
        var word = AbsentReasons.word(reason);
        return "結果なし（" + word + "）";
    }

    /// Comments, where and how it was measured, and how the specimen was.
    private List<String> comments(Resource resource) {
        var comments = new ArrayList<String>();
        resource.all("note.text").forEach(note -> comments.add(note.text()));
        if (!resource.is("ServiceRequest")) {
            comments.add(
                    labelled("部位", Codes.concept(resource.node().at("bodySite")).shown()));
            comments.add(
                    labelled("方法", Codes.concept(resource.node().at("method")).shown()));
        }
        resource.all("reasonCode")
                .forEach(reason ->
                        comments.add(labelled("理由", Codes.concept(reason).shown())));
        var specimen = support.find(resource, resource.text("specimen.reference"));
        specimen.all("note.text").forEach(note -> comments.add("検体 " + note.text()));
        specimen.all("condition")
                .forEach(each -> comments.add(labelled("検体", Codes.concept(each).shown())));
        if (specimen.text("status").equals("unsatisfactory")) {
            comments.add("検体不良");
        }
        if (resource.node().at("valueSampledData").exists()) {
            comments.add("波形の値（FHIRにあり）");
        }
        return comments.stream().filter(each -> !each.isBlank()).collect(Collectors.toList());
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + " " + words;
    }

    private static String status(JsonValue of, Resource observation, String value) {
        if (observation.is("ServiceRequest")) {
            return "O";
        }
        boolean absent = of.at("dataAbsentReason").exists();
        return switch (observation.text("status")) {
            case "registered" -> value.isEmpty() ? "O" : "P";
            case "preliminary", "partial" -> "P";
            case "amended", "corrected", "appended" -> "C";
            case "cancelled" -> "X";
            case "unknown" -> "";
            default -> absent ? "X" : "F";
        };
    }
}
