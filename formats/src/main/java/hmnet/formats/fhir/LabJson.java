package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around laboratory results (検体・報告・依頼): Specimen, DiagnosticReport, ServiceRequest.
public final class LabJson {
    private LabJson() {}

    public static void specimen(Bundle bundle, String key, OffsetDateTime at, @Nullable Segment spm) {
        var json = bundle.start("Specimen", key, "JP_Specimen");
        if (spm != null) {
            if (spm.has(2)) {
                json.openList("identifier").identifier("", spm.text(2)).closeList();
            }
            json.concept("type", spm, 4);
        }
        json.reference("subject", bundle.patient());
        json.open("collection").text("collectedDateTime", collected(at, spm));
        if (spm != null) {
            json.concept("bodySite", spm, 8);
        }
        json.close();
        bundle.end();
    }

    private static String collected(OffsetDateTime at, @Nullable Segment spm) {
        var sent = spm == null ? "" : Hl7Time.fhir(spm.text(17));
        return sent.isEmpty() ? Bundle.time(at) : sent;
    }

    /// What a report says of itself.
    ///
    /// @param status FHIR's word: final, corrected, preliminary, partial, unknown
    public record LabReport(
            String key,
            String status,
            String orderNumber,
            String panel,
            OffsetDateTime at,
            @Nullable OffsetDateTime issued,
            String conclusion) {}

    public static void report(Bundle bundle, LabReport report, List<String> observationKeys) {
        report(bundle, report, observationKeys, true);
    }

    static void report(Bundle bundle, LabReport report, List<String> observationKeys, boolean specimen) {
        var json = bundle.start("DiagnosticReport", report.key(), "JP_DiagnosticReport_LabResult");
        if (!report.orderNumber().isBlank()) {
            json.openList("identifier").identifier("", report.orderNumber()).closeList();
        }
        json.text("status", report.status());
        json.concepts("category", "http://loinc.org", "LP29693-6", "");
        json.open("code").openList("coding");
        json.coding("http://jpfhir.jp/fhir/core/CodeSystem/JP_DocumentCodes_CS", "11502-2", "検体検査報告書");
        json.closeList().text("text", report.panel()).close();
        json.reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(report.at()));
        if (report.issued() != null) {
            json.text("issued", Bundle.time(report.issued()));
        }
        references(json, "specimen", "Specimen", specimen ? List.of(report.key()) : List.of(), bundle);
        references(json, "result", "Observation", observationKeys, bundle);
        json.text("conclusion", report.conclusion());
        bundle.end();
    }

    private static void references(FhirJson json, String name, String type, List<String> keys, Bundle bundle) {
        json.openList(name);
        keys.forEach(key ->
                json.open().text("reference", bundle.reference(type, key)).close());
        json.closeList();
    }

    /// @param item what was asked: OBX, or OBR when the order names no single items
    public static void request(
            Bundle bundle,
            String key,
            Segment item,
            OffsetDateTime at,
            String orderNumber,
            String doctor,
            String specimenKey) {
        var json = bundle.start("ServiceRequest", key, "JP_ServiceRequest");
        if (!orderNumber.isBlank()) {
            json.openList("identifier").identifier("", orderNumber).closeList();
        }
        json.text("status", "active").text("intent", "order");
        json.concept("code", item, item.is("OBX") ? 3 : 4).reference("subject", bundle.patient());
        json.text("authoredOn", Bundle.time(at)).display("requester", doctor);
        references(json, "specimen", "Specimen", List.of(specimenKey), bundle);
        bundle.end();
    }
}
