package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import hmnet.record.inbox.SentFiles;
import java.nio.charset.Charset;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A medicines notebook comes without a chart number; the desk says whose it is.
class FilePatientPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/files");

    @Autowired
    FilePatientPage page;

    @Autowired
    FilePage one;

    @Autowired
    SentFiles files;

    @Autowired
    RefilingRequests refilings;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospitalKnowsHanako() {
        hospital = hospital();
        filed(hospital, Papers.of(number).profile());
    }

    private Requester desk() {
        return at(hospital, Profession.RECEPTION);
    }

    private static byte[] notebook(String birth) {
        return """
                JAHISTC08,1
                1,架空 花子,2,%s,730-0000,架空市一丁目,,,,,カクウ ハナコ
                5,R081118,1
                11,見本薬局,34,4,9999999,,,,1
                51,見本病院,34,1,9999998,1
                55,架空 一郎,内科,1
                201,1,架空錠5mg,2,錠,2,620004992,1
                301,1,【分１ 朝食後服用】,14,日分,1,1,,1
                """.formatted(birth).replace("\n", "\r\n").getBytes(Charset.forName("windows-31j"));
    }

    private long held(byte[] notebook) {
        filed(hospital, new ReceivedFile("okusuri.csv", notebook, Door.FILES));
        var file = files.newest(hospital, true).getFirst().state();
        assertThat(file.reason()).isEqualTo("patient-number-missing");
        return file.id();
    }

    @Test
    void theDeskChoosesAmongItsOwnChartsAndTheFileIsFiledThere() {
        var by = desk();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var id = held(notebook("S250228"));
        assertThat(one.show(id, by, FRAME).getBody()).contains("/files/" + id + "/patient");
        assertThat(page.show(id, null, "", by, FRAME).getBody()).contains("架空", number, "このカルテに入れる");
        assertThat(page.show(id, null, "カクウ", by, FRAME).getBody()).contains(number);
        assertThat(page.show(id, null, "別人", by, FRAME).getBody()).doesNotContain(number);
        assertThat(String.valueOf(
                        page.name(id, number, null, "", by, FRAME).getHeaders().getLocation()))
                .isEqualTo("/files?done=named");
        settle(hospital);
        assertThat(files.newest(hospital, true)).isEmpty();
        assertThat(shown(doctor, person)).extracting(ChartEntry::kind).contains(RecordKind.DISPENSING);
        assertThat(page.name(id, number, null, "", by, FRAME).getStatusCode())
                .as("it waits no more")
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(logged("staff:" + by.staff().value() + "\"", "file-named")).hasSize(1);
    }

    @Test
    void whatTheDeskSaidHoldsWhenTheFileIsFiledAgain() throws SQLException {
        var id = held(notebook("S250228"));
        page.name(id, number, null, "", desk(), FRAME);
        settle(hospital);
        var before = digest(hospital);
        try (var connection = owner()) {
            var asked = new RefilingRequests(new JdbcTemplate(new SingleConnectionDataSource(connection, true)))
                    .ask(new RefilingScope(hospital, null, null, false), "operator");
            connection.commit();
            await(() -> refilings.state(asked).finished());
            assertThat(refilings.state(asked).tally().same()).isPositive();
            assertThat(refilings.left(asked)).isEmpty();
        }
        assertThat(digest(hospital)).isEqualTo(before);
    }

    @Test
    void anotherFacilitysDeskHasNeitherTheFileNorTheChart() {
        var id = held(notebook("S250228"));
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(page.show(id, null, "", stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.name(id, number, null, "", stranger, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        var other = hospital;
        hospital = hospital();
        filed(hospital, new ReceivedFile("okusuri.csv", notebook("S250228"), Door.FILES));
        var theirs = files.newest(hospital, true).getFirst().state().id();
        var by = desk();
        assertThat(page.show(theirs, null, "", by, FRAME).getBody())
                .as("the charts of %s are not theirs", other)
                .doesNotContain(number);
        assertThat(page.name(theirs, number, null, "", by, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(files.newest(hospital, true)).hasSize(1);
    }

    /// U11: a birth date in Japanese years is looked for, and one that there is not stands in its field.
    @Test
    void aBirthDateThatCannotBeReadStandsBesideItsField() {
        var by = desk();
        var id = held(notebook("S250228"));
        var wrong = page.show(id, "昭和99年", "カクウ", by, FRAME);
        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(wrong.getBody())
                .contains("id=\"e-born\"", "value=\"昭和99年\"", "value=\"カクウ\"")
                .doesNotContain(number);
        assertThat(page.show(id, "昭和25年2月28日", "カクウ", by, FRAME).getBody()).contains(number);
        assertThat(page.name(id, "", "昭和25年2月28日", "カクウ", by, FRAME).getBody())
                .as("nobody chosen")
                .contains("その番号のカルテがありません", "value=\"昭和25年2月28日\"", "value=\"カクウ\"");
    }

    @Test
    void aChartOfAnotherBirthDateIsRefused() {
        var by = desk();
        var id = held(notebook("S360303"));
        var answer = page.name(id, number, null, "", by, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).contains("生年月日が違います");
        assertThat(files.newest(hospital, true)).hasSize(1);
    }
}
