package hmnet.formats.fhir;

import hmnet.formats.fhir.PatientJson.Person;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PersonProfile.PersonInsurance;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.ProfileExtract;
import java.util.List;
import java.util.Set;

/// A facility's profile of a person as a row (患者基本情報の行): JP_Patient, measures and blood group as
/// Observation, insurance as JP_Coverage.
final class ProfileRow {
    private static final String CATEGORY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS";
    private static final String MEASURE =
            "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCategory_CS";
    private static final String HEIGHT = "9N001";
    private static final String WEIGHT = "9N006";
    private static final String BLOOD = "5H010";

    private ProfileRow() {}

    static Part of(PersonProfile profile, Ids ids) {
        var bundle = new Bundle(ids);
        PatientJson.write(bundle, Person.of(profile.number(), profile.person()));
        profile.measures().forEach(measure -> observation(bundle, measure));
        profile.insurances().forEach(insurance -> coverage(bundle, insurance));
        return Rows.RowFrame.of(RecordKind.PROFILE, profile, Set.of(), "")
                .part(title(profile), List.of(), extract(profile), bundle);
    }

    /// A death is seen before anything else.
    private static String title(PersonProfile profile) {
        var died = profile.person().diedOn();
        boolean dead = died != null
                || profile.measures().stream()
                        .anyMatch(measure -> measure.test().shown().equals("死亡"));
        return dead ? "患者基本情報（死亡" + (died == null ? "" : " " + died) + "）" : "患者基本情報";
    }

    private static ProfileExtract extract(PersonProfile profile) {
        var height = find(profile, HEIGHT);
        var weight = find(profile, WEIGHT);
        return new ProfileExtract(
                height.value(),
                height.unitShown(),
                weight.value(),
                weight.unitShown(),
                find(profile, BLOOD).value(),
                profile.insurances().stream()
                        .map(insurance -> insurance.kind().shown())
                        .toList());
    }

    private static Amount find(PersonProfile profile, String analyte) {
        return profile.measures().stream()
                .filter(measure -> is(measure, analyte))
                .findFirst()
                .map(measure -> new Amount(
                        measure.value().isBlank() ? measure.coded().shown() : measure.value(),
                        measure.unit().unit(),
                        measure.unit().unitCode(),
                        ""))
                .orElse(Amount.NONE);
    }

    private static boolean is(TestResult measure, String analyte) {
        return measure.test().codes().stream().map(Code::code).anyMatch(code -> code.startsWith(analyte));
    }

    private static void observation(Bundle bundle, TestResult measure) {
        var body = is(measure, HEIGHT) ? "height" : is(measure, WEIGHT) ? "weight" : "";
        var json = bundle.start(
                "Observation",
                measure.key(),
                body.isEmpty() ? "JP_Observation_Common" : "JP_Observation_BodyMeasurement");
        json.text("status", "final").openList("category");
        category(json, CATEGORY, body.isEmpty() ? "exam" : "body-measurement");
        if (!body.isEmpty()) {
            category(json, MEASURE, body);
        }
        json.closeList().concept("code", measure.test()).reference("subject", bundle.patient());
        json.text("effectiveDateTime", Bundle.time(measure.at()));
        ObservationJson.value(json, measure);
        json.notes(measure.notes());
        bundle.end();
    }

    private static void category(FhirJson json, String system, String code) {
        json.open().openList("coding").coding(system, code, "").closeList().close();
    }

    private static void coverage(Bundle bundle, PersonInsurance insurance) {
        var json = bundle.start("Coverage", insurance.key(), "JP_Coverage");
        json.text("status", "active").concept("type", insurance.kind());
        json.text("subscriberId", (insurance.symbol() + " " + insurance.number()).strip());
        json.reference("beneficiary", bundle.patient()).concept("relationship", insurance.relation());
        if (!insurance.start().isEmpty() || !insurance.end().isEmpty()) {
            json.open("period")
                    .text("start", insurance.start())
                    .text("end", insurance.end())
                    .close();
        }
        json.openList("payor").open();
        if (!insurance.insurer().isBlank()) {
            json.open("identifier").text("value", insurance.insurer()).close();
        }
        json.text("display", insurance.payor()).close().closeList();
        bundle.end();
    }
}
