package hmnet.care.homevitals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.ownrecords.HandbookCharts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// What a resident measured at home, as the doctor who cares for them reads it, and who does not.
class HomeVitalsPageTest extends ResidentWard {
    private static final Pattern OWN_RECORD = Pattern.compile("/my/vitals/[0-9a-f-]{36}");

    private final LocalDate yesterday = LocalDate.now(JapaneseDates.JAPAN).minusDays(1);

    @Autowired
    private HomeVitalsPage page;

    @Autowired
    private HandbookCharts handbook;

    private FacilityId notebook;
    private PersonId person;
    private Browser resident;

    @BeforeEach
    void aResidentWithTheHandbook() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        Card card = card();
        person = card.holder().id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        resident = signedIn(card);
    }

    private void wrote(LocalDate day, String time, String... more) {
        var fields = new HashMap<>(Map.of("entry", UUID.randomUUID().toString(), "measured", day + "T" + time));
        for (var n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        assertThat(leads(resident.post("/my/vitals", fields))).isEqualTo("/my/vitals?told=kept");
        settle(notebook);
    }

    private ResponseEntity<String> asked(Requester by, String period) {
        return page.show(
                person,
                period,
                by,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/" + person + "/home-vitals"));
    }

    private String read(String period) {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return String.valueOf(asked(doctor, period).getBody());
    }

    @Test
    void herDoctorReadsMorningAndEveningApartAndSeesTheBoundWithItsSource() {
        wrote(yesterday, "07:00", "systolic", "150", "diastolic", "90", "note", "朝食前<img src=x>");
        wrote(yesterday.minusDays(1), "07:10", "systolic", "140", "diastolic", "86");
        wrote(yesterday, "21:00", "systolic", "120", "diastolic", "70");
        wrote(yesterday.minusDays(20), "06:30", "systolic", "160", "diastolic", "100");
        assertThat(read("3m"))
                .contains("直近 2 週間", ">145/88<", "2 日・2 回", ">120/70<", "1 日・1 回")
                .contains("直近 4 週間", ">150/92<", "3 日・3 回")
                .contains("高血圧治療ガイドライン2019", "class=\"vital-bound\"")
                .contains(">150/90<", "朝食前&lt;img src=x&gt;", "本人が記録", "同じ期間の検査", "現在の薬")
                .doesNotContain("<img src=x>");
        assertThat(logged("chart-opened", "viewer/home-vitals", person.toString()))
                .hasSize(1);
    }

    @Test
    void whatTheHospitalMeasuredIsNoHomePressure() {
        var ward = hospital();
        var number = number();
        relations.tie(at(ward, Profession.RECEPTION), person, number);
        filed(ward, measuredAtHospital(number));
        assertThat(read("3m")).contains("健康手帳の記録は、ここには届いていません").doesNotContain("188/104", "vital-bound");
        wrote(yesterday, "07:00", "weight", "52.4");
        assertThat(read("3m")).contains(">52.4<", "測定なし").doesNotContain("188/104", "vital-bound");
    }

    private ReceivedFile measuredAtHospital(String number) {
        var day = yesterday.format(DateTimeFormatter.BASIC_ISO_DATE);
        return new ReceivedFile(
                "vitals.hl7",
                String.join(
                                "\r",
                                "MSH|^~\\&|HIS|HOSP|||20260401102030||ORU^R30^ORU_R30|%s|P|2.5||||||UNICODE UTF-8"
                                        .formatted(number),
                                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                                "ORC|NW|V" + number,
                                "OBR|1|V" + number + "||OBSERVATIONS^バイタルサイン^99ZL01|||" + day + "080000",
                                "OBX|1|NM|9A755000000000001^収縮期血圧^JC10||188|mm[Hg]^mmHg^UCUM|||||F|||" + day + "080000",
                                "OBX|2|NM|9A765000000000001^拡張期血圧^JC10||104|mm[Hg]^mmHg^UCUM|||||F|||" + day + "080000",
                                "")
                        .getBytes(UTF_8),
                Door.FILES);
    }

    @Test
    void whatWasTakenBackIsInNoAverage() {
        wrote(yesterday, "07:00", "systolic", "150", "diastolic", "90");
        var own = resident.get("/my/vitals").body();
        var record = OWN_RECORD.matcher(own);
        assertThat(record.find()).isTrue();
        assertThat(leads(resident.post(record.group() + "/withdraw", Map.of()))).isEqualTo("/my/vitals?told=withdrawn");
        settle(notebook);
        assertThat(read("3m")).contains("この期間に、本人が書いた測定はありません").doesNotContain("150/90");
    }

    @Test
    void aStrangerFindsNobodyAndAProfessionThatSeesNoVitalsSeesNone() {
        wrote(yesterday, "07:00", "systolic", "151", "diastolic", "91");
        var stranger = asked(doctor(), "3m");
        assertThat(stranger.getStatusCode().value()).isEqualTo(404);
        assertThat(stranger.getBody()).doesNotContain("151/91");
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(pharmacist, "3m").getBody())).doesNotContain("151/91");
        consents.record(person, ConsentChoice.NOTHING, "paper", ConsentNotice.FIRST, office());
        assertThat(read("3m")).doesNotContain("151/91");
    }

    @Test
    void aPeriodThePageDoesNotHaveIsTheUsualOne() {
        wrote(yesterday, "07:00", "weight", "52.4");
        wrote(yesterday.minusMonths(5), "07:00", "weight", "49.1");
        assertThat(read("all")).contains(">52.4<").doesNotContain(">49.1<");
        assertThat(read("6m")).contains(">52.4<", ">49.1<");
    }

    @Test
    void herTargetsStandThereWithTheirOriginForWhoeverSeesHerMeasurements() {
        var set = Map.of(
                "measure",
                "weight",
                "high",
                "54.25",
                "origin",
                "doctor",
                "set-on",
                yesterday.toString(),
                "advice",
                "架空内科に電話");
        assertThat(leads(resident.post("/my/vitals/targets", set))).isEqualTo("/my/vitals/targets?told=set");
        wrote(yesterday, "07:00", "weight", "52.4");
        assertThat(read("3m")).contains("本人の目標", "医師から言われた", "54.25 以下", "架空内科に電話", "本人の申告", "class=\"vital-aim\"");
        assertThat(asked(doctor(), "3m").getBody()).doesNotContain("54.25");
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(pharmacist, "3m").getBody())).doesNotContain("54.25", "架空内科に電話");
    }
}
