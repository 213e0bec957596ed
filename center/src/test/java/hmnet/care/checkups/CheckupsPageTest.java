package hmnet.care.checkups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.RangeQuery;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// Check-ups from the file to the page, as the doctor of another clinic sees them, and who does not.
class CheckupsPageTest extends Ward {
    @Autowired
    private CheckupsPage page;

    @Autowired
    private Rules rules;

    private static String result(String id, String code, String name, String value) {
        return """
                {"resource":{"resourceType":"Observation","id":"%s","status":"final",
                "meta":{"profile":["http://jpfhir.jp/fhir/eCheckup/StructureDefinition/JP_Observation_eCheckupGeneral"]},
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"exam"}]}],
                "code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"%s","display":"%s"}]},
                "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-06-12T09:15:00+09:00",%s}}""".formatted(id, code, name, value);
    }

    private static ReceivedFile checkup(String number) {
        return new ReceivedFile(
                "checkup.json",
                """
                {"resourceType":"Bundle","type":"collection","timestamp":"2026-06-12T10:00:00+09:00","entry":[
                {"resource":{"resourceType":"Patient","id":"p",
                "identifier":[{"value":"%s"}],"name":[{"family":"見本","given":["花子"]}],"gender":"female","birthDate":"1950-02-28"}},
                %s,%s,%s]}""".formatted(
                                number,
                                result(
                                        "w",
                                        "9N006000000000001",
                                        "体重",
                                        "\"valueQuantity\":{\"value\":62.4,\"unit\":\"kg\"}"),
                                result("j", "9N511000000000049", "医師の診断", "\"valueString\":\"要<img src=x>再検査\""),
                                result(
                                        "e",
                                        "9E160162100000001",
                                        "視力(右)",
                                        "\"dataAbsentReason\":{\"coding\":[{\"code\":\"not-performed\"}]}"))
                        .getBytes(UTF_8),
                Door.FILES);
    }

    private ResponseEntity<String> asked(Requester by, PersonId about) {
        return page.show(
                about,
                new RangeQuery(null, null),
                by,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/checkups"));
    }

    @Test
    void aDoctorReadsValuesJudgementAndWhatWasNotDone() {
        var ward = hospital();
        var number = number();
        filed(ward, checkup(number));
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        var clinic = facility(FacilityKind.CLINIC);
        var doctor = at(clinic, Profession.DOCTOR);
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .contains(">62.4</a>", "判定・医師の診断", "要&lt;img src=x&gt;再検査", "結果なし（未実施）")
                .doesNotContain("<img src=x>");
        assertThat(logged("chart-opened", "staff:" + doctor.staff().value() + "\"", "viewer/checkups"))
                .hasSize(1);

        assertThat(String.valueOf(
                        asked(at(clinic, Profession.PHARMACIST), hanako).getBody()))
                .as("a kind that is closed to a profession")
                .doesNotContain("62.4", "再検査")
                .contains("健診");
        var stranger = asked(doctor(), hanako);
        assertThat(stranger.getStatusCode().value()).isEqualTo(404);
        assertThat(stranger.getBody()).doesNotContain("62.4");
    }

    @Test
    void whatARuleKeepsClosedIsNamedAndNeverLooksLikeNothing() {
        var ward = hospital();
        var number = number();
        filed(ward, checkup(number));
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        var doctor = doctor();
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        rules.add(
                ward,
                LocalDate.of(2026, 1, 1),
                RecordKind.CHECKUP.mask(),
                null,
                Audience.PROFESSIONAL,
                false,
                0,
                "agreed in writing");
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .doesNotContain("62.4")
                .contains("届いているかどうかは、この画面では分かりません");
    }
}
