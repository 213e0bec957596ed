package hmnet.care.microbiology;

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

/// A culture from the message to the page, as the doctor of another clinic sees it, and who does not.
class MicrobiologyPageTest extends Ward {
    @Autowired
    private MicrobiologyPage page;

    private static ReceivedFile culture(String number) {
        return new ReceivedFile(
                "culture.hl7",
                String.join(
                                "\r",
                                "MSH|^~\\&|LAB|HOSP|||20260401102030||OUL^R22^OUL_R22|%s|P|2.5||||||UNICODE UTF-8"
                                        .formatted(number),
                                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                                "SPM|1|M1||061^喀痰^JC10|||||||||||||20260401080000",
                                "OBR|1|2026040101||6B010^細菌培養^JC10|||20260401080000",
                                "ORC|SC|2026040101",
                                "OBX|1|CWE|6B010000009974114^培養同定菌名^JC10|1|1301^S.aureus^JANIS||||||F",
                                "OBX|2|ST|6B010000009974112^培養同定菌量^JC10|1|3+||||||F",
                                "OBR|2|2026040101||6C010^薬剤感受性^JC10|||20260401080000|||||||||||||||||||6B010000009974114^1^S.aureus",
                                "ORC|SC|2026040101",
                                "OBX|1|ST|6C010604708076205^PIPC^JC10||32|ug/mL^μg/mL^ISO+||R|||F",
                                "")
                        .getBytes(UTF_8),
                Door.FILES);
    }

    private ResponseEntity<String> asked(Requester by, PersonId about) {
        return page.show(
                about,
                new RangeQuery("all", null),
                by,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/laboratory/microbiology"));
    }

    @Test
    void aCultureIsReadWithItsResistanceByWhoeverMayReadIt() {
        var ward = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        filed(ward, culture(number));
        var clinic = facility(FacilityKind.CLINIC);
        var doctor = at(clinic, Profession.DOCTOR);
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(doctor, hanako).getBody()))
                .contains("喀痰", "S.aureus", "3+", "<strong>R</strong> 32 μg/mL", "最終報告");
        assertThat(logged("chart-opened", "staff:" + doctor.staff().value() + "\"", "viewer/microbiology"))
                .hasSize(1);

        var pharmacist = at(clinic, Profession.PHARMACIST);
        assertThat(String.valueOf(asked(pharmacist, hanako).getBody()))
                .as("a kind that is closed to a profession")
                .doesNotContain("S.aureus")
                .contains("見本施設");
        var stranger = asked(doctor(), hanako);
        assertThat(stranger.getStatusCode().value()).isEqualTo(404);
        assertThat(stranger.getBody()).doesNotContain("S.aureus");
    }
}
