package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of a dentist's receipts, written by hand from the record layouts of 歯科.
class DentalGoldenTest {
    private static UkeFile read(String rows) throws Unreadable {
        return UkeFile.read(text(rows).getBytes(RecordForm.WINDOWS));
    }

    private static String text(String rows) {
        return """
                UK,2,34,3,8888888,,見本歯科,202605,,00
                IR,2,34,3,8888888,,202605,000-000-0000,
                RE,1,3112,202604,見本　花子,2,19550101,70,,20260410,1,,,,,0000789,,,,,,,,,,ミホン　ハナコ,
                HO,  999999,見本,１,1,1000,,,,,,,,
                %sGO,1,1000,99
                """.formatted(rows).replace("\n", "\r\n");
    }

    /// So many times on the days of the month that are named.
    private static String on(int times, int... days) {
        var columns = new String[31];
        Arrays.fill(columns, "");
        for (int day : days) {
            columns[day - 1] = String.valueOf(times);
        }
        return "," + String.join(",", columns) + "\n";
    }

    /// An act SS: no additions but the first pair.
    private static String act(String identity, String code, String amount, String second, String pair, String points) {
        return "SS," + identity + ",1," + code + "," + amount + "," + second + "," + pair + ",".repeat(69) + points
                + ",1";
    }

    private static List<Problem> problems(UkeFile file) {
        return file.sheets().getFirst().entries().stream()
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .toList();
    }

    private static List<String> acts(UkeFile file) {
        return file.sheets().getFirst().entries().stream()
                .filter(PerformedActs.class::isInstance)
                .map(PerformedActs.class::cast)
                .flatMap(day -> day.acts().stream()
                        .map(act -> day.at().toLocalDate() + " " + act.act().shown() + " "
                                + act.amount().shown() + " " + act.said()))
                .map(String::strip)
                .toList();
    }

    @Test
    void aToothIsNamedWithWhatIsLeftOfIt() throws Unreadable {
        var file = read("""
                HS,20260401,1,101600,5220020,,う蝕第２度,,,01,,,
                HS,20260401,1,101420101520,5252003,,欠損歯,,,,,,
                HS,20260401,2,102661,5223005,,根尖性歯周炎,,,,,,
                HS,20260401,1,999999,5234009,,歯周炎,,,,,,
                """);
        assertThat(problems(file))
                .extracting(problem -> problem.disease().shown() + " " + problem.outcome() + " " + problem.main())
                .containsExactly(
                        "う蝕第２度（歯式 右側上顎第1大臼歯）  true",
                        "欠損歯（歯式 右側上顎第1小臼歯（欠損歯）・右側上顎第2小臼歯（欠損歯））  false",
                        "根尖性歯周炎（歯式 左側上顎第1大臼歯（残根、遠心頬側根）） 治ゆ false",
                        "歯周炎（歯式 999999）  false");
    }

    @Test
    void suspectedSeveralAndChangingDiagnosesSayAllOfIt() throws Unreadable {
        var file = read("""
                HS,20260401,1,101600,5234009,8002,歯周炎,3,2,,4012,急性発作,101700
                HS,20260402,3,,0000999,,見本の病気の疑い,,,,,,
                HS,20260403,4,,5220020,,,,,,,,
                """);
        assertThat(problems(file)).extracting(Problem::suspected).containsExactly(true, true, false);
        assertThat(problems(file)).extracting(Problem::outcome).containsExactly("", "死亡", "中止");
        assertThat(problems(file)).extracting(Problem::onset).containsExactly("2026-04-01", "2026-04-02", "2026-04-03");
        assertThat(problems(file).getFirst().disease().shown()).isEqualTo("歯周炎（歯式 右側上顎第1大臼歯、急性発作）");
        assertThat(problems(file).getFirst().notes())
                .containsExactly("併存数 3", "病態移行 2", "コメントコード 4012", "補足歯式 右側上顎第2大臼歯");
    }

    @Test
    void anActStandsOnEachOfItsDaysWithItsCountAndAdditions() throws Unreadable {
        var file = read(act("41", "309005410", "2", "5", "309000170,1", "120") + on(2, 3, 30));
        assertThat(acts(file))
                .containsExactly(
                        "2026-04-03 309005410 2 数量2 5 加算 309000170 数量 1 2回",
                        "2026-04-30 309005410 2 数量2 5 加算 309000170 数量 1 2回");
    }

    @Test
    void aCommentKeepsItsCodeAndItsTeeth() throws Unreadable {
        var file = read(act("80", "309005410", "", "", ",", "120") + on(1, 8) + """
                CO,,1,810000001,動揺あり,101100
                CO,,1,850100225,50803,
                """);
        assertThat(acts(file))
                .containsExactly(
                        "2026-04-08 309005410",
                        "2026-04-08 コメント  動揺あり（右側上顎中切歯）",
                        "2026-04-08 コメント  コメントコード 850100225 50803");
    }

    @Test
    void drugsAndMaterialsOfADentistAreCounted() throws Unreadable {
        var file = read("CO,21,1,810000001,毎食後\nIY,,1,620000001,3,8,3," + on(3, 8)
                + "CO,22,1,810000001,疼痛時\nIY,,1,620000002,1,8,4," + on(4, 8)
                + "TO,41,1,710010012,2,017,,,,,,見本の材料,30,1" + on(1, 8));
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 620000001 | 1日 3 | 毎食後 | 3日分 | ※単位の記載なし",
                        "2 | 620000002 | 1回 1 | 疼痛時 | 頓用 | 4回分 | ※単位の記載なし");
        assertThat(file.sheets().getFirst().entries())
                .filteredOn(Medicines.class::isInstance)
                .extracting(entry -> entry.at().toLocalDate().getDayOfMonth())
                .containsExactly(8);
        assertThat(acts(file)).containsExactly("2026-04-08 見本の材料 2丸");
    }

    @Test
    void anActWithoutADayIsOfItsMonthAndSaysSo() throws Unreadable {
        var file = read(act("41", "309005410", "", "", ",", "120") + on(1));
        assertThat(acts(file)).containsExactly("2026-04-01 309005410  算定日の記載なし（診療月のみ）");
    }

    @Test
    void aLastLineWithoutItsEndIsALineAndAMissingLastRecordIsACut() throws Unreadable {
        var whole = text("HS,20260401,1,101600,5220020,,う蝕第２度,,,01,,,\n");
        assertThat(problems(UkeFile.read(whole.strip().getBytes(RecordForm.WINDOWS))))
                .hasSize(1);
        assertThat(catchThrowableOfType(
                                Unreadable.class,
                                () -> UkeFile.read(
                                        whole.substring(0, whole.indexOf("GO,")).getBytes(RecordForm.WINDOWS)))
                        .note())
                .extracting(Note::code)
                .isEqualTo("cut");
    }
}
