package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.file.Format;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Stay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of DPC receipts, written by hand from the record layouts of 医科 and DPC.
class DpcGoldenTest {
    private static UkeFile read(String rows) throws Unreadable {
        return read("1111", rows);
    }

    private static UkeFile read(String kind, String rows) throws Unreadable {
        return UkeFile.read("""
                IR,1,34,1,9999999,,見本病院,202605,00,
                RE,1,%s,202604,見本次郎,1,19600202,70,20260403,,,,,000456,,,,,,,,05
                %sGO,1,9000,99
                """.formatted(kind, rows).replace("\n", "\r\n").getBytes(RecordForm.WINDOWS));
    }

    private static <T extends Entry> List<T> entries(UkeFile file, Class<T> type) {
        return file.sheets().getFirst().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> acts(UkeFile file) {
        return entries(file, PerformedActs.class).stream()
                .flatMap(day -> day.acts().stream()
                        .map(act -> day.at().toLocalDate() + " " + act.act().shown() + " "
                                + act.amount().shown() + " " + act.said()))
                .map(String::strip)
                .toList();
    }

    /// The columns 13 to 43 of a row, with so many times on one day.
    private static String on(int day, int times) {
        var columns = new String[31];
        Arrays.fill(columns, "");
        columns[day - 1] = String.valueOf(times);
        return ",,,,,," + "," + String.join(",", columns) + "\n";
    }

    @Test
    void aStayHasItsDaysAndWhatItWasCountedUnder() throws Unreadable {
        var file = read("BU,0400802499x0xx,20260403,20260420\nSB,8830417,,肺炎,J189,01,,\n");
        assertThat(file.format()).isEqualTo(Format.UKE_DPC);
        assertThat(entries(file, Stay.class))
                .extracting(stay -> stay.event() + " " + stay.at().toLocalDate() + " " + stay.department() + " "
                        + stay.setting() + " " + stay.notes())
                .containsExactly(
                        "admitted 2026-04-03 呼吸器科 INPATIENT [診断群分類番号 0400802499x0xx]",
                        "discharged 2026-04-20 呼吸器科 INPATIENT [診断群分類番号 0400802499x0xx]");
    }

    @Test
    void aPatientStillInBedHasNoDischarge() throws Unreadable {
        var file = read("BU,0400802499x0xx,20260403,\nSB,8830417,,肺炎,J189,01,,\n");
        assertThat(entries(file, Stay.class)).extracting(Stay::event).containsExactly("admitted");
    }

    @Test
    void diagnosesKeepTheirKindTheirDoubtAndADeath() throws Unreadable {
        var file = read("""
                BU,0400802499x0xx,20260403,20260420
                SB,8830417,8002,,J189,01,,
                SB,2500013,,２型糖尿病,E119,02,,
                SB,4280018,,心不全,I509,11,1,急性増悪
                SB,0000999,,見本の病気の疑い,,41,,
                """);
        var problems = entries(file, Problem.class);
        assertThat(problems).extracting(Problem::suspected).containsExactly(true, false, false, true);
        assertThat(problems).extracting(Problem::main).containsExactly(true, false, true, false);
        assertThat(problems)
                .extracting(problem -> problem.disease().shown())
                .containsExactly("8830417", "２型糖尿病", "心不全（急性増悪）", "見本の病気の疑い");
        assertThat(problems)
                .extracting(Problem::notes)
                .containsExactly(
                        List.of("傷病名区分 01"), List.of("傷病名区分 02"), List.of("傷病名区分 11", "死因 1"), List.of("傷病名区分 41"));
        assertThat(problems)
                .extracting(problem -> problem.from().department().shown())
                .containsOnly("呼吸器科");
    }

    @Test
    void linesOfCodingDataStandOnTheirDayWithEveryColumn() throws Unreadable {
        var file = read("""
                BU,0400802499x0xx,20260403,20260420
                SB,8830417,,肺炎,J189,01,,
                CD,20260404,21,0001,001,620000001,3
                CD,20260405,60,0002,001,160008010,,1
                """);
        assertThat(acts(file))
                .containsExactly(
                        "2026-04-04 620000001  CD[2] 21、CD[3] 0001、CD[4] 001、CD[6] 3",
                        "2026-04-05 160008010  CD[2] 60、CD[3] 0002、CD[4] 001、CD[7] 1");
    }

    @Test
    void whatIsPaidByPieceIsReadAsOfAnyHospital() throws Unreadable {
        var file = read("BU,0400802499x0xx,20260403,20260420\nSB,8830417,,肺炎,J189,01,,\n"
                + "SI,50,1,150016210,,12000,1" + on(6, 1)
                + "CO,,1,840000085,020260406\n"
                + "IY,50,1,640000001,2,30,1" + on(6, 1)
                + "TO,50,1,710010012,3,100,1,010,5000,,見本カテーテル,,,,,," + on(6, 1).substring(6)
                + "SJ,07,肺炎のため\nSJ,07,人工呼吸を要した\n");
        assertThat(acts(file))
                .containsExactly(
                        "2026-04-06 150016210",
                        "2026-04-06 コメント  コメントコード 840000085 020260406",
                        "2026-04-06 見本カテーテル 3個");
        assertThat(MedicineLines.of(file)).containsExactly("2 | 640000001 | 1回 2 | ※単位の記載なし");
        var given = entries(file, Medicines.class).getFirst();
        assertThat(given.act()).isEqualTo(Medicines.MedicineAct.ADMINISTERED);
        assertThat(given.from().setting()).isEqualTo(CareSetting.INPATIENT);
        assertThat(entries(file, Paper.class).getFirst().sections())
                .extracting(section -> section.title() + " " + section.text())
                .containsExactly("区分 07 肺炎のため人工呼吸を要した");
    }

    @Test
    void recordsThatNoLayoutNamesAreNamed() throws Unreadable {
        var file = read("BU,0400802499x0xx,20260403,20260420\nSB,8830417,,肺炎,J189,01,,\nKK,1,2,3\nGA,20260410\n");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("record-unknown"))
                .extracting(Note::field)
                .containsExactly("GA", "KK");
    }
}
