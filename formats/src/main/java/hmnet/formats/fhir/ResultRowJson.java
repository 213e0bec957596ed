package hmnet.formats.fhir;

import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.TestResult;
import java.util.List;

/// The resources of a row of results (検査結果の資源): Specimen, Observation, DiagnosticReport.
final class ResultRowJson {
    private ResultRowJson() {}

    static void request(Bundle bundle, String key, Results results, TestResult result) {
        var json = bundle.start("ServiceRequest", key + "/" + result.key(), "JP_ServiceRequest");
        if (!results.orderNumber().isBlank()) {
            json.openList("identifier").identifier("", results.orderNumber()).closeList();
        }
        json.text("status", "active").text("intent", "order");
        json.concept("code", result.test()).reference("subject", bundle.patient());
        json.text("authoredOn", Bundle.time(results.at()));
        bundle.end();
    }

    static void write(
            Bundle bundle, String key, Results results, List<TestResult> own, boolean preliminary, boolean corrected) {
        boolean specimen = results.kind() == Results.ResultKind.LABORATORY
                && !results.specimen().isNone();
        if (specimen) {
            var json = bundle.start("Specimen", key, "JP_Specimen");
            json.concept("type", results.specimen()).reference("subject", bundle.patient());
            json.open("collection")
                    .text("collectedDateTime", Bundle.time(results.at()))
                    .close();
            bundle.end();
        }
        for (var result : own) {
            EntryObservationJson.write(bundle, key, results.kind(), result, specimen);
        }
        if (results.kind() == Results.ResultKind.LABORATORY) {
            LabJson.report(
                    bundle,
                    new LabJson.LabReport(
                            key,
                            preliminary ? "preliminary" : corrected ? "corrected" : "final",
                            results.orderNumber(),
                            results.title(),
                            results.at(),
                            ResultRows.finalAt(results, preliminary),
                            ""),
                    own.stream().map(result -> key + "/" + result.key()).toList(),
                    specimen);
        }
    }
}
