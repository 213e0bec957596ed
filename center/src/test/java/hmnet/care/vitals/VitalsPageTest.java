package hmnet.care.vitals;

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

/// Vital signs from the message to the page, as the doctor of another clinic sees them, and who does not.
class VitalsPageTest extends Ward {
    @Autowired
    private VitalsPage page;

    @Autowired
    private Rules rules;

    private static ReceivedFile measured(String number) {
        return new ReceivedFile(
                "vitals.hl7",
                String.join(
                                "\r",
                                "MSH|^~\\&|HIS|HOSP|||20260401102030||ORU^R30^ORU_R30|%s|P|2.5||||||UNICODE UTF-8"
                                        .formatted(number),
                                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                                "ORC|NW|V" + number,
                                "OBR|1|V" + number + "||OBSERVATIONS^バイタルサイン^99ZL01|||20260401080000",
                                "OBX|1|NM|9A755000000000001^収縮期血圧^JC10||152|mm[Hg]^mmHg^UCUM|<140|H|||F|||20260401080000",
                                "OBX|2|NM|9A765000000000001^拡張期血圧^JC10||94|mm[Hg]^mmHg^UCUM|||||F|||20260401080000",
                                "OBX|3|NM|9P1000000000000001^体温<script>^JC10||36.5|Cel^℃^UCUM|||||F|||20260401080000",
                                "OBX|4|NM|9N006000000000001^体重^JC10|||kg^kg^UCUM|||||X|||20260401080000",
                                "NTE|1||立位困難のため<img src=x>",
                                "")
                        .getBytes(UTF_8),
                Door.FILES);
    }

    private ResponseEntity<String> asked(Requester by, PersonId about) {
        return page.show(
                about,
                new RangeQuery("all", null),
                by,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/vitals"));
    }

    @Test
    void aDoctorReadsWhatWasMeasuredAndWhatWasNot() {
        var ward = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        filed(ward, measured(number));
        var clinic = facility(FacilityKind.CLINIC);
        var doctor = at(clinic, Profession.DOCTOR);
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .contains(">152/94</a>", "mmHg", ">36.5</a>", "℃", "測定できず", "立位困難のため&lt;img src=x&gt;")
                .contains("<svg viewBox")
                .doesNotContain("<img src=x>", "体温<script>");
        assertThat(logged("chart-opened", "staff:" + doctor.staff().value() + "\"", "viewer/vitals"))
                .hasSize(1);

        var pharmacist = at(clinic, Profession.PHARMACIST);
        assertThat(String.valueOf(asked(pharmacist, hanako).getBody()))
                .as("a kind that is closed to a profession")
                .doesNotContain(">152", "36.5")
                .contains("見本施設", "バイタル");
        var stranger = asked(doctor(), hanako);
        assertThat(stranger.getStatusCode().value()).isEqualTo(404);
        assertThat(stranger.getBody()).doesNotContain(">152");
    }

    @Test
    void whatARuleKeepsClosedIsNamedAndNeverLooksLikeNothing() {
        var ward = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        filed(ward, measured(number));
        var doctor = doctor();
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        rules.add(
                ward,
                LocalDate.of(2026, 1, 1),
                RecordKind.VITAL.mask(),
                null,
                Audience.PROFESSIONAL,
                false,
                0,
                "agreed in writing");
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .doesNotContain("152/94")
                .contains("届いているかどうかは、この画面では分かりません");
    }
}
