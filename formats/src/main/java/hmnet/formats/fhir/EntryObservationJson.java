package hmnet.formats.fhir;

import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.TestResult;

/// One test of a sheet as an Observation (検査・健診・測定の一項目): JP_Observation_LabResult,
/// JP_Observation_VitalSigns or JP_Observation_Common.
final class EntryObservationJson {
    private static final String CATEGORY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS";

    private EntryObservationJson() {}

    static void write(Bundle bundle, String rowKey, Results.ResultKind kind, TestResult result, boolean specimen) {
        var json = bundle.start("Observation", rowKey + "/" + result.key(), profile(kind));
        json.text("status", ObservationJson.status(result.status()));
        json.concepts("category", CATEGORY, category(kind), "");
        json.concept("code", result.test()).reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(result.at()));
        value(json, result);
        ObservationJson.interpretation(json, result.flag());
        json.notes(result.notes());
        if (specimen) {
            json.reference("specimen", bundle.reference("Specimen", rowKey));
        }
        range(json, result);
        bundle.end();
    }

    private static String profile(Results.ResultKind kind) {
        return switch (kind) {
            case LABORATORY, ORDERED -> "JP_Observation_LabResult";
            case VITAL -> "JP_Observation_VitalSigns";
            case CHECKUP -> "JP_Observation_Common";
        };
    }

    private static String category(Results.ResultKind kind) {
        return switch (kind) {
            case LABORATORY, ORDERED -> "laboratory";
            case VITAL -> "vital-signs";
            case CHECKUP -> "exam";
        };
    }

    private static void value(FhirJson json, TestResult result) {
        if (!result.coded().isNone()) {
            json.concept("valueCodeableConcept", result.coded());
        } else if (result.value().isBlank()) {
            json.concept("dataAbsentReason", "http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown", "");
        } else if (FhirJson.isDecimal(result.value())) {
            json.quantity("valueQuantity", result.value(), QuantityUnit.of(result.unit()));
        } else {
            json.text("valueString", result.value());
        }
    }

    private static void range(FhirJson json, TestResult result) {
        if (result.low().isBlank() && result.high().isBlank()) {
            return;
        }
        json.openList("referenceRange").open();
        json.quantity("low", result.low(), QuantityUnit.of(result.unit()));
        json.quantity("high", result.high(), QuantityUnit.of(result.unit()));
        json.text("text", result.low() + " - " + result.high()).close().closeList();
    }
}
