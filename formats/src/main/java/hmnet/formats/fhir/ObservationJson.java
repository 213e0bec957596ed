package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.extract.LabExtract;
import java.util.List;
import java.util.Map;

/// A laboratory result as JP_Observation_LabResult (検体検査結果), from OBX.
public final class ObservationJson {
    private static final String CATEGORY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS";
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

    /// @param notes comments that stood behind the result (NTE)
    public static void write(
            Bundle bundle,
            String key,
            LabExtract.AnalyteItem item,
            Segment obx,
            String specimenKey,
            List<String> notes) {
        var json = bundle.start("Observation", key, "JP_Observation_LabResult");
        json.text("status", status(item.status()));
        json.concepts("category", CATEGORY, "laboratory", "");
        json.fullConcept("code", obx, 3, item.name()).reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(item.at()));
        value(json, obx);
        interpretation(json, item.flag());
        json.notes(notes);
        json.reference("specimen", bundle.reference("Specimen", specimenKey));
        range(json, item, obx);
        bundle.end();
    }

    /// FHIR's word for OBX-11.
    static String status(String hl7) {
        return STATUS.getOrDefault(hl7, "unknown");
    }

    /// A quantity only for a clean number: `<5.0` and `12+` stay text, as they were sent.
    static void value(FhirJson json, Segment obx) {
        var text = text(obx);
        if (text.isBlank()) {
            json.concept("dataAbsentReason", TERMS + "data-absent-reason", "unknown", "");
            return;
        }
        switch (obx.text(2)) {
            case "NM" -> number(json, text, QuantityUnit.of(obx, 6));
            case "CWE", "CE", "CNE" -> json.concept("valueCodeableConcept", obx, 5);
            default -> json.text("valueString", text);
        }
    }

    private static void number(FhirJson json, String text, QuantityUnit unit) {
        if (FhirJson.isDecimal(text)) {
            json.quantity("valueQuantity", text, unit);
        } else {
            json.text("valueString", text);
        }
    }

    /// The value as people read it: parts of an SN joined by a space, the text of a coded value.
    public static String text(Segment obx) {
        return switch (obx.text(2)) {
            case "CWE", "CE", "CNE" -> Names.of(obx, 5);
            case "ED", "RP" -> "";
            default -> obx.joined(5, " ").strip();
        };
    }

    static void interpretation(FhirJson json, String flag) {
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

    private static void range(FhirJson json, LabExtract.AnalyteItem item, Segment obx) {
        if (!obx.has(7)) {
            return;
        }
        json.openList("referenceRange").open();
        json.quantity("low", item.low(), QuantityUnit.of(obx, 6));
        json.quantity("high", item.high(), QuantityUnit.of(obx, 6));
        json.text("text", obx.joined(7, " ")).close().closeList();
    }
}
