package hmnet.formats.fhir;

import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.TestResult;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The resources of a row of results (検査結果の資源): Specimen, Observation, DiagnosticReport, ServiceRequest.
final class ResultRowJson {
    private final Bundle bundle;
    private final String key;
    private final Results results;
    private final List<TestResult> own;

    ResultRowJson(Bundle bundle, String key, Results results, List<TestResult> own) {
        this.bundle = bundle;
        this.key = key;
        this.results = results;
        this.own = own;
    }

    void requests() {
        boolean specimen = specimen();
        for (var result : own) {
            var json = bundle.start("ServiceRequest", key + "/" + result.key(), "JP_ServiceRequest");
            var requester = new RequesterJson(results.from());
            json.openList("contained");
            requester.contained(json);
            json.closeList();
            number(json);
            json.text("status", RequestStates.of(results.status().state())).text("intent", "order");
            json.concept("code", result.test()).reference("subject", bundle.patient());
            json.text("authoredOn", Bundle.time(results.at()));
            requester.reference(json, "requester");
            references(json, "specimen", "Specimen", specimen ? List.of(key) : List.of());
            json.notes(result.notes());
            bundle.end();
        }
    }

    /// @param status FHIR's word for the report
    /// @param issued when it became final
    /// @param conclusion comments on all of it
    void results(String status, @Nullable OffsetDateTime issued, String conclusion) {
        boolean laboratory = results.kind() == Results.ResultKind.LABORATORY;
        boolean specimen = laboratory && specimen();
        own.forEach(result -> ObservationJson.write(bundle, key, results.kind(), result, specimen));
        if (!laboratory) {
            return;
        }
        var json = bundle.start("DiagnosticReport", key, "JP_DiagnosticReport_LabResult");
        number(json);
        json.text("status", status);
        json.concepts("category", "http://loinc.org", "LP29693-6", "");
        json.open("code").openList("coding");
        json.coding("http://jpfhir.jp/fhir/core/CodeSystem/JP_DocumentCodes_CS", "11502-2", "検体検査報告書");
        json.closeList().text("text", results.title()).close();
        json.reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(results.at()));
        if (issued != null) {
            json.text("issued", Bundle.instant(issued));
        }
        references(json, "specimen", "Specimen", specimen ? List.of(key) : List.of());
        references(
                json,
                "result",
                "Observation",
                own.stream().map(result -> key + "/" + result.key()).toList());
        json.text("conclusion", conclusion);
        bundle.end();
    }

    /// Whether there is one.
    private boolean specimen() {
        var material = results.specimen();
        if (material.type().isNone() && material.number().isBlank()) {
            return false;
        }
        var json = bundle.start("Specimen", key, "JP_Specimen");
        json.openList("identifier").identifier("", material.number()).closeList();
        json.concept("type", material.type()).reference("subject", bundle.patient());
        json.open("collection")
                .text("collectedDateTime", Bundle.time(results.at()))
                .concept("bodySite", material.site())
                .close();
        bundle.end();
        return true;
    }

    private void number(FhirJson json) {
        json.openList("identifier").identifier("", results.orderNumber()).closeList();
    }

    private void references(FhirJson json, String name, String type, List<String> keys) {
        json.openList(name);
        keys.forEach(each ->
                json.open().text("reference", bundle.reference(type, each)).close());
        json.closeList();
    }
}
