package hmnet.care.bloodbank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.RangeQuery;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// Two hospitals that found two blood groups, as a doctor and as others see it.
class BloodBankPageTest extends Ward {
    @Autowired
    private BloodBankPage page;

    private static ReceivedFile tested(String number, String group) {
        return new ReceivedFile(
                "blood.hl7",
                String.join(
                                "\r",
                                "MSH|^~\\&|LAB|HOSP|||20260401102030||OUL^R22^OUL_R22|%s|P|2.5||||||UNICODE UTF-8"
                                        .formatted(number),
                                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                                "SPM|1|S1||019^血液^JC10|||||||||||||20260401080000",
                                "OBR|1|2026040102||T1^輸血検査^99X|||20260401080000",
                                "ORC|SC|2026040102",
                                "OBX|1|ST|5H010000001999911^血液型^JC10||" + group + "||||||F",
                                "OBX|2|ST|X1^不規則抗体^99LAB||陰性||||||F",
                                "")
                        .getBytes(UTF_8),
                Door.FILES);
    }

    private ResponseEntity<String> asked(Requester by, PersonId about) {
        return page.show(
                about,
                new RangeQuery(null, null),
                by,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/laboratory/blood-bank"));
    }

    @Test
    void twoBloodGroupsOfOnePersonAreSaidAloud() {
        var ward = hospital();
        var other = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        filed(ward, tested(number, "A型"));
        var clinic = facility(FacilityKind.CLINIC);
        var doctor = at(clinic, Profession.DOCTOR);
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .contains("A型", "不規則抗体", "陰性")
                .doesNotContain("一致していません");

        var elsewhere = number();
        relations.tie(at(other, Profession.RECEPTION), hanako, elsewhere);
        filed(other, tested(elsewhere, "O Rh(+)"));
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .contains("血液型が一致していません")
                .contains("A型", "O Rh(+)");
        assertThat(logged("chart-opened", "staff:" + doctor.staff().value() + "\"", "viewer/blood-bank"))
                .hasSize(2);

        assertThat(String.valueOf(
                        asked(at(clinic, Profession.PHARMACIST), hanako).getBody()))
                .as("a kind that is closed to a profession")
                .doesNotContain("O Rh(+)");
        assertThat(asked(doctor(), hanako).getStatusCode().value()).isEqualTo(404);
    }
}
