package hmnet.care.search;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.RangeQuery;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What a colleague finds in a chart is what the grant shows of it, and no more.
class ChartSearchTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/search");

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private ChartSearch chartSearch;

    private ResponseEntity<String> page(Requester requester, PersonId person, String asked) {
        return chartPages.show(
                requester,
                person,
                FRAME,
                ChartView.SEARCH,
                chart -> chartSearch.screen(chart, asked, new RangeQuery(null, null), FRAME));
    }

    private String body(Requester requester, PersonId person, String asked) {
        return String.valueOf(page(requester, person, asked).getBody());
    }

    @Test
    void aDrugADiseaseAndATestAreFoundWithKindAndPlaceAndNothingThatIsHidden() {
        var hospital = hospital();
        var number = number();
        var doctor = doctor();
        var pharmacist = at(hospital(), Profession.PHARMACIST);
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        filed(
                hospital,
                Papers.of(number).diagnoses(Papers.diagnosis("P1", "本態性高血圧症", "I10")),
                Papers.of(number).results("000000000000091", Papers.ast("48", "F"), Papers.protein("7.1")),
                Papers.of(number).prescription("000000000000092", "架空ワルファリン錠５ｍｇ"));
        assertThat(body(doctor, person, "ﾜｰﾌｧﾘﾝ"))
                .contains(
                        ": 1 件（新しい順）", "処方 1 剤 14 日分", facilities.get(hospital).name());
        assertThat(body(doctor, person, "高血圧")).contains("本態性高血圧症");
        assertThat(body(doctor, person, "GOT 血清")).contains("48");
        assertThat(body(doctor, person, "<script>alert(1)</script>"))
                .contains("見つかりませんでした")
                .doesNotContain("<script>alert");
        assertThat(body(pharmacist, person, "蛋白")).contains("見つかりませんでした");
        assertThat(page(doctor(), person, "高血圧").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(logged("viewer/search")).noneMatch(event -> event.contains("高血圧"));
    }
}
