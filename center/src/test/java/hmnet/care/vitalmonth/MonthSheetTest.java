package hmnet.care.vitalmonth;

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
import hmnet.record.ownrecords.HandbookCharts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// A month of what she measured on one sheet, for her and for whoever cares for her.
class MonthSheetTest extends ResidentWard {
    private final YearMonth month =
            YearMonth.from(LocalDate.now(JapaneseDates.JAPAN)).minusMonths(1);

    @Autowired
    private ChartMonthPage page;

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

    private String own(YearMonth of) {
        return resident.get("/my/vitals/month?month=" + of).body();
    }

    private ResponseEntity<String> asked(Requester by) {
        return page.show(
                person,
                month.toString(),
                by,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/" + person + "/home-vitals/month"));
    }

    private static String row(String body, int day) {
        var from = body.indexOf(">" + day + " 日（");
        return body.substring(from, body.indexOf("</tr>", from));
    }

    @Test
    void eachDayHasItsMorningAndEveningAndWhatIsAbsentIsSaidToBe() {
        wrote(month.atDay(3), "07:00", "systolic", "150", "diastolic", "90", "pulse", "66");
        wrote(month.atDay(4), "07:10", "systolic", "140", "diastolic", "86", "note", "頭が重い<img src=x>");
        wrote(month.atDay(5), "00:40", "systolic", "121", "diastolic", "71");
        wrote(month.atDay(6), "13:20", "systolic", "187", "diastolic", "93", "weight", "52.4", "glucose", "118");
        var body = own(month);
        assertThat(row(body, 3)).contains("07:00", "150/90", "脈 66", "記録なし");
        assertThat(row(body, 4)).contains("140/86", "00:40", "121/71", "頭が重い&lt;img src=x&gt;");
        assertThat(row(body, 5)).contains("記録なし").doesNotContain("121/71");
        assertThat(row(body, 6)).contains("13:20", "187/93", ">52.4<", ">118<");
        assertThat(body)
                .contains("朝の平均：", ">145/88<", "2 日・2 回", ">121/71<", "3 日に記録")
                .contains("高血圧治療ガイドライン2019")
                .doesNotContain("<img src=x>");
    }

    @Test
    void anEmptyMonthIsNoMonthInWhichNothingWasMeasured() {
        assertThat(own(month)).contains("この月に書いた記録はありません", "測定なし", "記録なし").doesNotContain("これから");
        assertThat(own(month.plusMonths(1))).doesNotContain("month=" + month.plusMonths(2));
        assertThat(resident.get("/my/vitals/month?month=never").statusCode()).isEqualTo(200);
        assertThat(own(month.plusYears(3))).contains("month=" + month + "\"");
    }

    @Test
    void herDoctorReadsTheSameSheetAndNobodyElse() {
        wrote(month.atDay(3), "07:00", "systolic", "151", "diastolic", "91");
        var doctor = doctor();
        assertThat(asked(doctor).getStatusCode().value()).isEqualTo(404);
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(asked(doctor).getBody()).contains("151/91", "本人または代理人が健康手帳に書いた記録");
        assertThat(logged("chart-opened", "viewer/home-month", person.toString()))
                .hasSize(1);
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        assertThat(String.valueOf(asked(pharmacist).getBody())).doesNotContain("151/91");
        assertThat(signedIn(card()).get("/my/vitals/month?month=" + month).body())
                .doesNotContain("151/91");
        assertThat(leads(browser().get("/my/vitals/month"))).startsWith("/my/signin");
    }
}
