package hmnet.care.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.documents.SampleDocuments;
import hmnet.care.viewer.ChartPages;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What a doctor reads on the time line of real rows, and what nobody can count there.
class TimelineTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/timeline");

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Rules rules;

    private ResponseEntity<String> page(Requester requester, PersonId person, TimelineQuery query) {
        return chartPages.show(
                requester, person, FRAME, ChartView.TIMELINE, chart -> timeline.screen(chart, query, FRAME));
    }

    private String body(Requester requester, PersonId person) {
        return String.valueOf(page(requester, person, TimelineQuery.all()).getBody());
    }

    private PersonId shownTo(Requester doctor, FacilityId hospital, String number) {
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        return person;
    }

    /// U14.
    @Test
    void oneBloodDrawIsOneLineWithItsValuesAndThePrescriptionSaysDrugsAndDays() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        var person = shownTo(doctor, hospital, number);
        filed(
                hospital,
                Papers.of(number).visit(),
                Papers.of(number).results("000000000000081", Papers.ast("48", "F"), Papers.protein("7.1")),
                Papers.of(number).prescription("000000000000082", "架空錠５ｍｇ"));
        assertThat(shown(doctor, person))
                .extracting(entry -> entry.kind())
                .contains(RecordKind.LABORATORY, RecordKind.LAB_SAFETY);
        assertThat(body(doctor, person))
                .containsOnlyOnce(">検査（血清）2 項目</a>")
                .contains("48", "7.1", "処方 1 剤 14 日分", "架空錠５ｍｇ", "受信 ", "/original\">原本")
                .doesNotContain("続き", "薬の安全");
    }

    @Test
    void whatALabelHidesIsNeitherCountedNorBetrayedByAnOriginalThatIsMissing() {
        var doctor = at(hospital(), Profession.PHARMACIST);
        var hospital = hospital();
        var number = number();
        var person = shownTo(doctor, hospital, number);
        filed(hospital, Papers.of(number).results("000000000000083", Papers.ast("48", "F"), Papers.hiv()));
        assertThat(body(doctor, person)).contains("48").doesNotContain("2 項目", ">原本");
    }

    @Test
    void aFacilityWhoseRuleClosesItIsNoEmptyRow() {
        var doctor = doctor();
        var hospital = hospital();
        var person = shownTo(doctor, hospital, number());
        assertThat(body(doctor, person)).contains("「受診なし」ではありません");
        rules.add(hospital, LocalDate.of(2026, 1, 1), -1, null, Audience.PROFESSIONAL, false, 0, "agreed in writing");
        assertThat(body(doctor, person))
                .contains("非表示: 規則により表示しません。「記録なし」ではありません")
                .doesNotContain("「受診なし」ではありません");
    }

    @Test
    void aStrangerIsTurnedAwayAndACellLeadsToItsLines() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        var person = shownTo(doctor, hospital, number);
        filed(hospital, Papers.of(number).visit());
        assertThat(page(doctor(), person, TimelineQuery.all()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        var year = shown(doctor, person).getFirst().occurredAt().getYear() + "-01-01";
        var cell = new TimelineQuery("all", null, Long.toString(hospital.value()), "VISIT", year, null);
        assertThat(String.valueOf(page(doctor, person, cell).getBody()))
                .contains("aria-current=\"true\"", "絞り込みをやめる", "class=\"item\"");
    }

    /// V7: 101 reports of one day, and one of another year.
    @Test
    void aDayOfMoreThanAPageLeadsToTheDaysBeforeIt() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        filed(hospital, SampleDocuments.reports(number, 101));
        var person = shownTo(doctor, hospital, number);
        var first = body(doctor, person);
        assertThat(first).doesNotContain("昔の報告");
        var older = Pattern.compile("before=([0-9-]{10})").matcher(first);
        assertThat(older.find()).as("a link to the days before").isTrue();
        var query = TimelineQuery.all().before(LocalDate.parse(older.group(1)));
        assertThat(String.valueOf(page(doctor, person, query).getBody()))
                .contains("昔の報告")
                .doesNotContain("見本の報告", "before=");
    }
}
