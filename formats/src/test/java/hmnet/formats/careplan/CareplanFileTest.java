package hmnet.formats.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.chart.Performed;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.Note;
import hmnet.formats.file.Unreadable;
import hmnet.formats.lines.Line;
import hmnet.formats.lines.RecordForm;
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
        var plan = (Performed) sheet.entries().getFirst();
        assertThat(plan.ordered()).isTrue();
        assertThat(plan.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(plan.acts()).anySatisfy(act -> {
            assertThat(act.act().text()).isEqualTo("サービス内容");
            assertThat(act.said()).isEqualTo("歩行訓練");
        });
        assertThat(plan.acts()).extracting(Performed.Act::key).doesNotHaveDuplicates();
        assertThat(Rows.of(sheet, (type, key) -> type + key.hashCode())).hasSize(1);
    }

    @Test
    void whatIsWrittenIsReadAgainEqual() throws Unreadable {
        var file = CareplanFile.read(ms932(SECOND), NAME);
        var written = file.write();
        assertThat(written.notes()).isEmpty();
        assertThat(CareplanFile.read(written.bytes(), NAME).lines())
                .extracting(Line::columns)
                .isEqualTo(file.lines().stream().map(Line::columns).toList());
    }

    @Test
    void supplementaryFilesNameThePersonAndDeletionsTakeAway() throws Unreadable {
        var file = CareplanFile.read(
                ms932(
                        "202304,999999,0000000001,20260401,ミホン　ハナコ,見本　花子,2,19300101,0000000,見本県見本市,1-1,000-000-0000,20260301,20260301\n"),
                "UPHOSOKU_000000_3499999999_3499999998_20260401102233.CSV");
        assertThat(file.sheets().getFirst().master()).isTrue();
        assertThat(file.sheets().getFirst().person().givenName()).isEqualTo("花子");
        var gone = CareplanFile.read(ms932(SECOND), NAME.replace("UP2KYO_", "UP2KYO_DEL_"));
        assertThat(gone.sheets())
                .allMatch(sheet -> sheet.deletes() && sheet.entries().isEmpty());
    }

    @Test
    void serviceSlipsAreKeptColumnByColumn() throws Unreadable {
        var file = CareplanFile.read(
                ms932("202304,202604,999999,0000000001,3499999998,16,1111,1\n"),
                "UPJSK_202604_3499999998_3499999999_20260501102233.CSV");
        assertThat(file.notes()).extracting(Note::code).contains("columns-by-shape");
        var slip = (Performed) file.sheets().getFirst().entries().getFirst();
        assertThat(slip.ordered()).isFalse();
        assertThat(slip.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(file.sheets().getFirst().source()).endsWith("/202604");
    }

    @Test
    void cutRowsAndRowsWithoutAPersonAreRefused() {
        assertThat(refusal(SECOND.substring(0, SECOND.indexOf("転ばず")), NAME)).isEqualTo("cut");
        assertThat(refusal(SECOND.replace("0000000002", ""), NAME)).isEqualTo("patient-missing");
        assertThat(refusal("a,b\n", "x.csv")).isEqualTo("kind-unknown");
    }
}
