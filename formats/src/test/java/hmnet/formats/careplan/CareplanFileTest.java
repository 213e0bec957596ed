package hmnet.formats.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Sheet;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CareplanFileTest {
    static final String SECOND = """
            202304,999999,0000000001,20260401,20260401,1,転ばずに歩きたい,1,外に出る,廊下を歩く,20260401～,20260401～,1,歩行訓練,1,通所リハビリ,3499999998,見本通所,週2回,20260401～,99,1
            202304,999999,0000000001,20260401,20260401,1,転ばずに歩きたい,1,外に出る,廊下を歩く,20260401～,20260401～,2,送迎,1,通所リハビリ,3499999998,見本通所,週2回,20260401～,99,2
            202304,999999,0000000002,20260402,20260402,1,家で暮らしたい,1,自分で食べる,箸を使う,,,1,配膳,1,訪問介護,3499999998,見本訪問,毎日,,99,1
            """;
    static final String NAME = "UP2KYO_3499999999_3499999998_20260401102233.CSV";

    static byte[] ms932(String text) {
        return text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS);
    }

    private static String refusal(String text, String name) {
        return catchThrowableOfType(Unreadable.class, () -> CareplanFile.read(ms932(text), name))
                .note()
                .code();
    }

    @Test
    void aPlanIsOneRecordOfItsPersonWithEveryColumn() throws Unreadable {
        var file = CareplanFile.read(ms932(SECOND), NAME);
        assertThat(CareplanFile.looksLike(ms932(SECOND), "x.csv")).isTrue();
        assertThat(file.kind()).isEqualTo("居宅サービス計画書第2表");
        assertThat(file.version()).isEqualTo("202304");
        assertThat(file.sheets()).hasSize(2);
        var sheet = file.sheets().getFirst();
        assertThat(sheet.patient()).isEqualTo("999999-0000000001");
        assertThat(sheet.version()).isEqualTo("20260401102233");
        var plan = (PerformedActs) sheet.entries().getFirst();
        assertThat(plan.ordered()).isTrue();
        assertThat(plan.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(plan.acts()).anySatisfy(act -> {
            assertThat(act.act().text()).isEqualTo("サービス内容");
            assertThat(act.said()).isEqualTo("歩行訓練");
        });
        assertThat(plan.acts()).extracting(PerformedActs.PerformedAct::key).doesNotHaveDuplicates();
        assertThat(Rows.of(sheet, (type, key) -> type + key.hashCode())).hasSize(1);
    }

    @Test
    void whatIsWrittenIsReadAgainEqual() throws Unreadable {
        var file = CareplanFile.read(ms932(SECOND), NAME);
        var written = file.write();
        assertThat(written.notes()).isEmpty();
        assertThat(CareplanFile.read(written.bytes(), NAME).lines())
                .extracting(RecordLine::columns)
                .isEqualTo(file.lines().stream().map(RecordLine::columns).toList());
    }

    @Test
    void supplementaryFilesNameThePerson() throws Unreadable {
        var file = CareplanFile.read(
                ms932(
                        "202304,999999,0000000001,20260401,ミホン　ハナコ,見本　花子,2,19300101,0000000,見本県見本市,1-1,000-000-0000,20260301,20260301\n"),
                "UPHOSOKU_000000_3499999999_3499999998_20260401102233.CSV");
        assertThat(file.sheets().getFirst().master()).isTrue();
        assertThat(file.sheets().getFirst().person().givenName()).isEqualTo("花子");
    }

    @Test
    void aDeletionTakesAwayWhatWasSentUnderItsPersonAndDay() throws Unreadable {
        var gone = CareplanFile.read(
                ms932("202407,999999,0000000001,20260401\n"), "DLT1KYO_3499999999_43_3499999998_16_20260402102233.CSV");
        assertThat(gone.sheets()).allMatch(Sheet::deletes).hasSize(3);
        assertThat(gone.sheets())
                .extracting(Sheet::source)
                .contains(CareplanFile.read(ms932(SECOND), NAME)
                        .sheets()
                        .getFirst()
                        .source());
        var done = CareplanFile.read(
                ms932("202407,999999,0000000001,202604,3499999998,16\n"),
                "DLTJSK_202604_3499999998_16_3499999999_43_20260502102233.CSV");
        assertThat(done.sheets().getFirst().source())
                .isEqualTo(CareplanFile.read(ms932(slip("見本通所")), DONE)
                        .sheets()
                        .getFirst()
                        .source());
    }

    private static final String DONE = "UPJSK_202604_3499999998_16_3499999999_43_20260501102233.CSV";

    private static String slip(String facility) {
        return "202407,999999,0000000001,20260501,202604,3499999999,\"見本　支援子\",669,0,20260406,,0930,1530,1,"
                + "161111,,,,,3499999998,\"" + facility + "\",,0,3499999998,\n";
    }

    @Test
    void aSlipNamesItsColumnsAndIsOfItsMonth() throws Unreadable {
        var file = CareplanFile.read(ms932(slip("見本通所")), DONE);
        assertThat(file.notes()).isEmpty();
        var slip = (PerformedActs) file.sheets().getFirst().entries().getFirst();
        assertThat(slip.ordered()).isFalse();
        assertThat(slip.from().doctor().shown()).isEqualTo("見本　支援子");
        assertThat(slip.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(slip.acts()).anySatisfy(act -> {
            assertThat(act.act().text()).isEqualTo("サービス利用日");
            assertThat(act.said()).isEqualTo("20260406");
        });
        assertThat(refusal(slip("見本通所"), "slip.csv")).isEqualTo("kind-unknown");
    }

    @Test
    void namesOfTheThirdEditionWithoutKindsOfServiceAreReadToo() throws Unreadable {
        var file =
                CareplanFile.read(ms932(slip("見本通所")), DONE.replace("_16_", "_").replace("_43_", "_"));
        assertThat(file.kind()).isEqualTo("サービス利用票第6表（実績）");
    }

    @Test
    void aFileWithoutItsNameIsKnownByItsColumns() throws Unreadable {
        var week = "202407,999999,0000000001,20260401,20260401,\"訪問介護\",1,0900,1000,\"起床\",0630,0700,\n";
        var file = CareplanFile.read(ms932(week), "週間.csv");
        assertThat(file.kind()).isEqualTo("週間サービス計画表（第3表）");
        assertThat(file.notes()).extracting(Note::code).containsExactly("name-odd");
        var plan = (PerformedActs) file.sheets().getFirst().entries().getFirst();
        assertThat(plan.acts()).extracting(PerformedActs.PerformedAct::said).contains("月曜日（1）");
    }

    @Test
    void aKindNobodyKnowsIsKeptColumnByColumn() throws Unreadable {
        var file = CareplanFile.read(
                ms932("202704,999999,0000000001,20270501,何か\n"), "UPNEW_3499999998_3499999999_20270501102233.CSV");
        assertThat(file.notes()).extracting(Note::code).contains("layout-unknown", "columns-by-shape");
        assertThat(file.sheets().getFirst().patient()).isEqualTo("999999-0000000001");
    }

    @Test
    void cutRowsAndRowsWithoutAPersonAreRefused() {
        assertThat(refusal(SECOND.substring(0, SECOND.indexOf("転ばず")), NAME)).isEqualTo("cut");
        assertThat(refusal(SECOND.replace("0000000002", ""), NAME)).isEqualTo("patient-missing");
        assertThat(refusal("a,b\n", "x.csv")).isEqualTo("kind-unknown");
    }
}
