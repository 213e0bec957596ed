package hmnet.office.patientlist;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.office.patientlist.PatientListPage.Query;
import hmnet.office.reviewdesk.Desk;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// A desk in front of its list, and one whose facility has none.
class PatientListPageTest extends Desk {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/patients");
    private static final Query ALL = new Query(null, null, null, null);

    @Autowired
    PatientListPage page;

    private FacilityId withAList() {
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        "P" + number(),
                        FacilityKind.HOSPITAL,
                        "一覧例示病院",
                        "",
                        "000-000-0000",
                        "",
                        Direction.DISCLOSE_AND_VIEW,
                        "HM",
                        true,
                        null),
                "見本会");
    }

    @Test
    void aFacilityThatTakesPartWithoutAListSeesNobody() {
        var hospital = hospital();
        var number = number();
        resident(ConsentChoice.EVERYTHING, hospital, number);
        var desk = deskOf(hospital);
        var answer = page.show(ALL, desk, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getBody()).doesNotContain(number);
        assertThat(page.download(ALL, desk, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsDownloadedIsTheFacilitysOwnAndIsWrittenDown() {
        var hospital = withAList();
        var number = number();
        resident(ConsentChoice.EVERYTHING, hospital, number);
        var elsewhere = number();
        resident(ConsentChoice.EVERYTHING, withAList(), elsewhere);
        var desk = deskOf(hospital);
        assertThat(page.show(ALL, desk, FRAME).getBody()).contains(number).doesNotContain(elsewhere);
        var body = (byte[]) page.download(ALL, desk, FRAME).getBody();
        assertThat(new String(java.util.Objects.requireNonNull(body), StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("\"" + number + "\"", "同意あり")
                .doesNotContain(elsewhere);
        assertThat(db.sql("select rows from patient_list_download where facility = ?")
                        .param(hospital.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    /// Else every line of the facility would be opened and put in order for one page.
    @Test
    void aSearchOfWhichNothingIsLeftFindsNobody() {
        var hospital = withAList();
        var number = number();
        resident(ConsentChoice.EVERYTHING, hospital, number);
        for (var search : java.util.List.of("ー", "・＝")) {
            assertThat(page.show(new Query(search, null, null, null), deskOf(hospital), FRAME)
                            .getBody())
                    .doesNotContain(number);
        }
    }

    @Test
    void anIndividualNumberIsNeitherSearchedNorRepeated() {
        var answer = page.show(new Query("123456789018", null, null, null), deskOf(withAList()), FRAME);
        assertThat(answer.getBody()).contains("個人番号").doesNotContain("123456789018");
    }

    @Test
    void aNameBecomesNoFormulaOnTheDesksComputer() {
        var sheet = new PatientListSheet(FRAME.m());
        sheet.add(java.util.List.of(new PatientList.PatientRow(
                new hmnet.people.patients.PatientId(1),
                "",
                "1",
                "=cmd()",
                "\"ミホン",
                null,
                "female",
                null,
                false,
                ConsentState.NONE,
                null)));
        assertThat(new String(sheet.bytes(), StandardCharsets.UTF_8)).contains("\"'=cmd()\"", "\"\"\"ミホン\"");
    }
}
