package hmnet.formats.fhir;

import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.TestResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One test as an Observation (検査・健診・測定の一項目): JP_Observation_LabResult,
/// JP_Observation_VitalSigns or JP_Observation_Common.
final class ObservationJson {
    private static final String CATEGORY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS";
    /// JP Core 1.1.2 demands its category of vital signs, whose codes no package publishes.
    private static final String VITAL_CATEGORY =
            "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationVitalSignsCategory_CS";
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
    private static final Map<String, String> STATUS = Map.of(
            "F",
            "final",
            "U",
            "final",
            "C",
            "corrected",
            "P",
            "preliminary",
            "R",
            "preliminary",
            "S",
            "preliminary",
            "I",
            "registered",
            "O",
            "registered",
            "X",
            "cancelled");

    private ObservationJson() {}

    /// @param specimen whether the row has one
    static void write(Bundle bundle, String rowKey, Results.ResultKind kind, TestResult result, boolean specimen) {
        var json = bundle.start("Observation", rowKey + "/" + result.key(), profile(kind));
        json.text("status", status(result.status()));
        json.openList("category").open().openList("coding");
        json.coding(CATEGORY, category(kind), "").closeList().close();
        if (kind == Results.ResultKind.VITAL) {
            json.open()
                    .openList("coding")
                    .open()
                    .text("system", VITAL_CATEGORY)
                    .close()
                    .closeList();
            json.text("text", "バイタルサイン").close();
        }
        json.closeList();
        json.concept("code", result.test()).reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(result.at()));
        value(json, result);
        interpretation(json, result.flag());
        json.notes(notes(result));
        if (specimen) {
            json.reference("specimen", bundle.reference("Specimen", rowKey));
        }
        range(json, result);
        bundle.end();
    }

    /// The unit of a value that FHIR keeps as text has no other place.
    private static List<String> notes(TestResult result) {
        var unit = result.unit().unitShown();
        boolean text = result.coded().isNone()
                && !unit.isBlank()
                && !result.value().isBlank()
                && !FhirJson.isDecimal(result.value());
        return text
                ? Stream.concat(result.notes().stream(), Stream.of("単位 " + unit))
                        .toList()
                : result.notes();
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

    /// FHIR's word for OBX-11.
    static String status(String hl7) {
        return STATUS.getOrDefault(hl7, "unknown");
    }

    /// A quantity only for a clean number: `<5.0` and `12+` stay text, as they were sent.
    static void value(FhirJson json, TestResult result) {
        if (!result.coded().isNone()) {
            json.concept("valueCodeableConcept", result.coded());
        } else if (result.value().isBlank()) {
            json.concept("dataAbsentReason", TERMS + "data-absent-reason", "unknown", "");
        } else if (FhirJson.isDecimal(result.value())) {
            json.quantity("valueQuantity", result.value(), QuantityUnit.of(result.unit()));
        } else {
            json.text("valueString", result.value());
        }
    }

    private static void interpretation(FhirJson json, String flag) {
        if (flag.isBlank()) {
            return;
        }
        json.openList("interpretation").open();
        if (List.of("H", "L", "N", "HH", "LL", "A", "AA", "R", "S", "I").contains(flag)) {
            json.openList("coding")
                    .coding(TERMS + "v3-ObservationInterpretation", flag, "")
                    .closeList();
        }
        json.text("text", flag).close().closeList();
    }

    private static void range(FhirJson json, TestResult result) {
        if (result.low().isBlank() && result.high().isBlank() && result.range().isBlank()) {
            return;
        }
        json.openList("referenceRange").open();
        json.quantity("low", result.low(), QuantityUnit.of(result.unit()));
        json.quantity("high", result.high(), QuantityUnit.of(result.unit()));
        json.text("text", result.range().isBlank() ? limits(result) : result.range());
        json.close().closeList();
    }

    /// Open where one end is not said: ` - 5.0` would be read as less than nothing.
    private static String limits(TestResult result) {
        boolean both = !result.low().isBlank() && !result.high().isBlank();
        return result.low() + (both ? " - " : "～") + result.high();
    }
}
