package hmnet.care.labsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.RangeQuery;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The sheet of a woman of 76 from the message to the page, and what of it other professions read.
class LaboratoryPageTest extends Ward {
    private static final RangeQuery ALL = new RangeQuery("all", null);

    @Autowired
    private LaboratoryPage page;

    private static ReceivedFile measured(String number, String day, String creatinine) {
        return new ReceivedFile(
                "results.hl7",
                String.join(
                                "\r",
                                "MSH|^~\\&|LAB|HOSP|||%s102030||OUL^R22^OUL_R22|%s%s|P|2.5||||||UNICODE UTF-8"
                                        .formatted(day, number, day),
                                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                                "SPM|1|S1||023^血清^JC10|||||||||||||%s083000".formatted(day),
                                "OBR|1|%s||E1^生化学^99X|||%s083000".formatted(day, day),
                                "ORC|SC|" + day,
                                "OBX|1|NM|3C015000002327101^クレアチニン^JC10||" + creatinine + "|mg/dL|0.46-0.79|H|||F",
                                "OBX|2|NM|3A015000002327101^アルブミン^JC10||3.1|g/dL|4.1-5.1|L|||F",
                                "NTE|1||乳び (1+)",
                                "OBX|3|NM|3H010000002326101^ナトリウム^JC10||139|mEq/L|138-145||||F",
                                "")
                        .getBytes(UTF_8),
                Door.FILES);
    }

    private static Frame frame() {
        return Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/laboratory");
    }

    private String asked(Requester by, PersonId about, String abnormal) {
        return String.valueOf(page.show(about, ALL, abnormal, by, frame()).getBody());
    }

    @Test
    void theSheetSaysWhereEachTestStandsAndWhatIsComputedIsNamedSo() {
        var ward = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        filed(ward, measured(number, "20260401", "0.90"), measured(number, "20260402", "0.80"));
        var clinic = facility(FacilityKind.CLINIC);
        var doctor = at(clinic, Profession.DOCTOR);
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        assertThat(asked(doctor, hanako, ""))
                .contains("最新", "前回", "前回より低い", "eGFR（計算値）", ">52.8</a>", "乳び (1+)", "他院", "ナトリウム")
                .contains("Matsuo S");
        assertThat(page.show(hanako, ALL, null, doctor, frame()).getBody()).contains("/laboratory/microbiology");

        var text = page.text(hanako, ALL, "yes", doctor, frame());
        var lines = new String((byte[]) Objects.requireNonNull(text.getBody()), UTF_8);
        assertThat(lines)
                .contains("クレアチニン\t0.46-0.79 mg/dL\t0.80 H\t0.90 H\r\n", "3.1 L 乳び (1+)")
                .doesNotContain("ナトリウム");
        assertThat(logged("chart-opened", "staff:" + doctor.staff().value() + "\"", "viewer/laboratory-text"))
                .hasSize(1);

        assertThat(asked(at(clinic, Profession.PHARMACIST), hanako, ""))
                .as("a kind that is closed to a profession")
                .contains("クレアチニン", "eGFR（計算値）")
                .doesNotContain("アルブミン");
        assertThat(page.text(hanako, ALL, null, doctor(), frame())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
