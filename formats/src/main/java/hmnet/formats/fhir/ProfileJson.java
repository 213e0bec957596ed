package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;

/// Measures, blood group and insurance of ADT-00 (身体計測・血液型・保険) as Observation and JP_Coverage.
public final class ProfileJson {
    private static final String CATEGORY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS";
    private static final String MEASURE =
            "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCategory_CS";

    private ProfileJson() {}

    /// @param measure JP Core's category of a body measure (height, weight), empty for anything else
    public static void observation(Bundle bundle, String key, Segment obx, String measure) {
        boolean body = !measure.isEmpty();
        var json = bundle.start("Observation", key, body ? "JP_Observation_BodyMeasurement" : "JP_Observation_Common");
        json.text("status", "final").openList("category");
        category(json, CATEGORY, body ? "body-measurement" : "exam");
        if (body) {
            category(json, MEASURE, measure);
        }
        json.closeList().concept("code", obx, 3).reference("subject", bundle.patient());
        json.text("effectiveDateTime", Hl7Time.fhir(obx.text(14)));
        ObservationJson.value(json, obx);
        bundle.end();
    }

    private static void category(FhirJson json, String system, String code) {
        json.open().openList("coding").coding(system, code, "").closeList().close();
    }

    public static void coverage(Bundle bundle, String key, Segment in1) {
        var json = bundle.start("Coverage", key, "JP_Coverage");
        json.text("status", "active").concept("type", in1, 2);
        json.text("subscriberId", (in1.text(10) + " " + in1.text(11)).strip());
        json.reference("beneficiary", bundle.patient()).concept("relationship", in1, 17);
        var start = Hl7Time.fhir(in1.text(12));
        var end = Hl7Time.fhir(in1.text(13));
        if (!start.isEmpty() || !end.isEmpty()) {
            json.open("period").text("start", start).text("end", end).close();
        }
        json.openList("payor").open();
        if (in1.has(3)) {
            json.open("identifier").text("value", in1.text(3)).close();
        }
        json.text("display", payor(in1)).close().closeList();
        bundle.end();
    }

    private static String payor(Segment in1) {
        return in1.has(4) ? in1.text(4) : Names.of(in1, 2).isBlank() ? "不明" : Names.of(in1, 2);
    }
}
