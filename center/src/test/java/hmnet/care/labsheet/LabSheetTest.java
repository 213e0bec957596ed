package hmnet.care.labsheet;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.POTASSIUM;
import static hmnet.care.viewer.Filed.filed;
import static hmnet.care.viewer.Filed.item;
import static hmnet.care.viewer.Filed.laboratory;
import static hmnet.care.viewer.Filed.own;
import static hmnet.care.viewer.Filed.told;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.SupersededEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabSheetTest {
    private static final Messages M = Messages.in(Language.JAPANESE);
    private static final String SODIUM = "3H010000002326101";

    private static LabSheet sheet(List<SupersededEntry> formers, ChartEntry... newestFirst) {
        return sheet(false, formers, newestFirst);
    }

    private static LabSheet sheet(boolean abnormalOnly, List<SupersededEntry> formers, ChartEntry... newestFirst) {
        var values = LabValue.of(List.of(newestFirst));
        var sheet = new LabSheets.SheetValues(values, LabColumn.of(values), Map.of(), true);
        var reader = new LatestResult.ResultReader(CLINIC, LocalDate.of(2026, 11, 23), Filed::name);
        return LabSheets.of(sheet, abnormalOnly, new LabCells("/people/x", formers, M), reader, M);
    }

    private static List<String> values(LabSheet sheet, int row) {
        return sheet.groups().getFirst().rows().get(row).cells().stream()
                .map(cell -> cell == null ? "" : cell.value())
                .toList();
    }

    @Test
    void facilitiesStandBesideEachOtherInOneRow() {
        var sheet = sheet(
                List.of(),
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "5.4", "mEq/L")),
                laboratory(CLINIC, "2026-11-05T09:00", item(POTASSIUM, "4.6", "mEq/L")));
        assertThat(sheet.columns())
                .containsExactly(
                        new LabSheet.SamplingColumn(LocalDate.of(2026, 11, 20), null, "見本病院"),
                        new LabSheet.SamplingColumn(LocalDate.of(2026, 11, 5), null, "ひな形診療所"));
        assertThat(values(sheet, 0)).containsExactly("5.4", "4.6");
    }

    @Test
    void whatIsMeasuredAgainTheSameDayHasItsOwnColumn() {
        var sheet = sheet(
                List.of(),
                laboratory(HOSPITAL, "2026-11-20T15:00", item(POTASSIUM, "4.9", "mEq/L")),
                laboratory(
                        HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "5.4", "mEq/L"), item(SODIUM, "139", "mEq/L")));
        assertThat(sheet.columns()).extracting(LabSheet.SamplingColumn::time).containsExactly("15:00", "09:00");
        assertThat(values(sheet, 0)).containsExactly("", "139");
        assertThat(values(sheet, 1)).containsExactly("4.9", "5.4");
    }

    @Test
    void twoReportsOfOneMomentLoseNothing() {
        var sheet = sheet(
                List.of(),
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "4.9", "mEq/L")),
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "5.4", "mEq/L")));
        assertThat(values(sheet, 0)).containsExactlyInAnyOrder("4.9", "5.4");
    }

    @Test
    void aCorrectedValueShowsWhatItReplaced() {
        var now = laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "4.6", "mEq/L", "", "", "", "C"));
        var before = laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "6.4", "mEq/L"));
        var sheet = sheet(List.of(new SupersededEntry(now.id(), "1", before)), now);
        var cell = sheet.groups().getFirst().rows().getFirst().cells().getFirst();
        assertThat(cell).isNotNull();
        assertThat(cell.was()).isEqualTo("6.4");
        assertThat(cell.state()).isEqualTo(LabState.CORRECTED);
    }

    @Test
    void aPageEndsBetweenDays() {
        var entries = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> laboratory(
                        n % 2 == 0 ? HOSPITAL : CLINIC,
                        "2026-11-%02dT09:00".formatted(20 - n / 2),
                        item(POTASSIUM, "4", "mEq/L")))
                .toList();
        var columns = LabColumn.of(LabValue.of(entries));
        assertThat(LabColumn.wholeDays(columns, 4))
                .hasSize(3)
                .last()
                .satisfies(c -> assertThat(c.day()).isEqualTo(LocalDate.of(2026, 11, 19)));
        assertThat(LabColumn.wholeDays(columns, 12)).isEqualTo(columns);
    }

    @Test
    void aCurveNeedsThreeNumbers() {
        var two = LabValue.of(List.of(
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "4.6", "mEq/L")),
                laboratory(HOSPITAL, "2026-11-10T09:00", item(POTASSIUM, "4.5", "mEq/L")),
                laboratory(HOSPITAL, "2026-11-05T09:00", item(POTASSIUM, "<4", "mEq/L"))));
        assertThat(LabTrends.of(two, Filed::name)).isEmpty();
        var three = LabValue.of(List.of(
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "4.6", "mEq/L")),
                laboratory(CLINIC, "2026-11-10T09:00", item(POTASSIUM, "4.5", "mEq/L")),
                laboratory(HOSPITAL, "2026-11-05T09:00", item(POTASSIUM, "4.4", "mEq/L"))));
        assertThat(LabTrends.of(three, Filed::name).values())
                .singleElement()
                .satisfies(trend -> assertThat(trend.points())
                        .extracting(LabTrend.Point::shown)
                        .containsExactly("4.4", "4.5", "4.6"));
    }

    private static LabExtract.AnalyteItem explained(String specimen, String unit) {
        return own("Ｋ", specimen, "4.4", unit).meaning(POTASSIUM, "pairs 3");
    }

    private static ChartEntry hospitals(String value) {
        return laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, value, "mEq/L"));
    }

    private static List<LabSheet.AnalyteRow> rows(LabSheet sheet) {
        return sheet.groups().stream().flatMap(group -> group.rows().stream()).toList();
    }

    @Test
    void aFacilitysOwnCodeThatATableExplainsJoinsTheLineAndKeepsItsName() {
        var sheet = sheet(
                List.of(),
                hospitals("5.4"),
                laboratory(CLINIC, "2026-11-05T09:00", explained("血清", "mEq/L")),
                laboratory(CLINIC, "2026-11-01T09:00", explained("", "ｍＥｑ／Ｌ")));
        assertThat(rows(sheet)).singleElement().satisfies(row -> {
            assertThat(row.analyte()).isEqualTo("見本項目");
            assertThat(row.called()).containsExactly("ひな形診療所: Ｋ K-1（コード表 pairs 3 による）");
        });
        assertThat(values(sheet, 0)).containsExactly("5.4", "4.4", "4.4");
    }

    @Test
    void anotherUnitOrSpecimenIsNotJoinedWhateverTheTableSays() {
        for (var other : List.of(explained("血清", "mmol/L"), explained("尿", "mEq/L"), explained("関節液", "mEq/L"))) {
            var sheet = sheet(List.of(), hospitals("5.4"), laboratory(CLINIC, "2026-11-05T09:00", other));
            assertThat(rows(sheet)).as(other.toString()).hasSize(2);
        }
    }

    @Test
    void whatWasFiledBeforeTheTableIsJoinedWithWhatCameAfterIt() {
        var before = laboratory(CLINIC, "2026-10-05T09:00", own("Ｋ", "血清", "4.2", "mEq/L"));
        var alone = sheet(List.of(), hospitals("5.4"), before);
        assertThat(rows(alone)).hasSize(2);
        var joined = sheet(
                List.of(),
                hospitals("5.4"),
                laboratory(CLINIC, "2026-11-05T09:00", explained("血清", "mEq/L")),
                before,
                laboratory(CLINIC, "2026-10-01T09:00", own("別のＫ", "血清", "4.1", "mEq/L")));
        assertThat(values(joined, 0)).containsExactly("5.4", "4.4", "4.2", "");
        assertThat(rows(joined)).as("another test under the same code").hasSize(2);
        assertThat(rows(joined).getFirst().called()).hasSize(1);
    }

    @Test
    void aCodeOfWhichTablesHaveSaidTwoThingsTellsNothingOfOlderRows() {
        var other = own("Ｋ", "血清", "4.3", "mEq/L").meaning(SODIUM, "pairs 2");
        var sheet = sheet(
                List.of(),
                laboratory(CLINIC, "2026-11-05T09:00", explained("血清", "mEq/L")),
                laboratory(CLINIC, "2026-11-04T09:00", other),
                laboratory(CLINIC, "2026-10-05T09:00", own("Ｋ", "血清", "4.2", "mEq/L")));
        assertThat(rows(sheet)).hasSize(3);
    }

    @Test
    void aCorrectionShowsWhatItReplacedThoughATableCameBetween() {
        var now = laboratory(CLINIC, "2026-11-20T09:00", explained("血清", "mEq/L"));
        var before = laboratory(CLINIC, "2026-11-20T09:00", own("Ｋ", "血清", "6.4", "mEq/L"));
        var cell = rows(sheet(List.of(new SupersededEntry(now.id(), "1", before)), now))
                .getFirst()
                .cells()
                .getFirst();
        assertThat(cell).isNotNull();
        assertThat(cell.was()).isEqualTo("6.4");
    }

    @Test
    void joinedValuesShareACurveThatNamesAllTheirNames() {
        var trends = LabTrends.of(
                LabValue.of(List.of(
                        hospitals("5.4"),
                        laboratory(CLINIC, "2026-11-05T09:00", explained("血清", "mEq/L")),
                        laboratory(HOSPITAL, "2026-11-01T09:00", item(POTASSIUM, "4.6", "mEq/L")),
                        laboratory(CLINIC, "2026-10-05T09:00", explained("尿", "mEq/L")))),
                Filed::name);
        assertThat(trends.values()).singleElement().satisfies(trend -> {
            assertThat(trend.points()).extracting(LabTrend.Point::shown).containsExactly("4.6", "4.4", "5.4");
            assertThat(trend.called()).containsExactly("Ｋ");
        });
    }

    private static LabCell cell(LabExtract.AnalyteItem item) {
        return Objects.requireNonNull(rows(sheet(List.of(), laboratory(HOSPITAL, "2026-11-20T09:00", item)))
                .getFirst()
                .cells()
                .getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "F, FINAL, ''",
        "U, FINAL, ''",
        "'', FINAL, ''",
        "P, PRELIMINARY, 暫定",
        "R, PRELIMINARY, 暫定",
        "S, PRELIMINARY, 暫定",
        "I, PRELIMINARY, 暫定",
        "C, CORRECTED, 訂正",
        "X, NOT_OBTAINED, 検査不能",
        "N, NOT_DONE, 未実施",
        "D, WITHDRAWN, 取消",
        "W, WITHDRAWN, 取消",
        "Z, UNKNOWN, 状態不明（Z）"
    })
    void everyStatusOfAResultIsKnown(String status, LabState state, String words) {
        var cell = cell(told("5.4", "", "H", status));
        assertThat(cell.state()).isEqualTo(state);
        assertThat(cell.told()).isEqualTo(words);
        assertThat(cell.flag()).isEqualTo(state.counts() ? LabFlag.HIGH : LabFlag.NONE);
    }

    @Test
    void aTestWithoutAValueYetIsAwaited() {
        assertThat(cell(told("", "", "", "O")).told()).isEqualTo("結果待ち");
        assertThat(cell(told("", "", "", "O")).value()).isEqualTo("結果なし");
    }

    @Test
    void commentsStandAtTheValueAndThoseOnAllBelowTheSheet() {
        var entry = filed(
                RecordKind.LABORATORY,
                new LabExtract(
                        List.of(told("5.4", "陰性", "", "F", "溶血 (1+)")), List.of("主治医へ連絡済"), CareState.ACTIVE, ""));
        var sheet = sheet(List.of(), entry);
        assertThat(rows(sheet).getFirst().range()).isEqualTo("陰性");
        assertThat(rows(sheet).getFirst().cells())
                .flatExtracting(cell -> cell == null ? List.of() : cell.notes())
                .containsExactly("溶血 (1+)");
        assertThat(sheet.comments())
                .singleElement()
                .satisfies(comment -> assertThat(comment.words()).isEqualTo("主治医へ連絡済"));
    }

    @Test
    void aValueOfACancelledOrderIsStruckAndOnNoCurve() {
        var entry = filed(
                RecordKind.LABORATORY,
                new LabExtract(List.of(told("5.4", "", "H", "F")), List.of(), CareState.CANCELLED, "検体取違え"));
        var cell = rows(sheet(List.of(), entry)).getFirst().cells().getFirst();
        assertThat(cell).isNotNull();
        assertThat(cell.told()).isEqualTo("取消（検体取違え）");
        assertThat(cell.state().struck()).isTrue();
        assertThat(LabTrends.of(LabValue.of(List.of(entry, entry, entry)), Filed::name))
                .isEmpty();
    }

    @Test
    void aDateWithoutATimeIsNoMidnight() {
        var sheet = sheet(
                List.of(),
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "4.9", "mEq/L")),
                laboratory(HOSPITAL, "2026-11-20T00:00", item(POTASSIUM, "5.4", "mEq/L")));
        assertThat(sheet.columns()).extracting(LabSheet.SamplingColumn::time).containsExactly("09:00", "時刻の記載なし");
    }

    @Test
    void onlyAbnormalRowsHidesNoRowInSilence() {
        var sheet = sheet(
                true,
                List.of(),
                laboratory(
                        HOSPITAL,
                        "2026-11-20T09:00",
                        item(POTASSIUM, "5.4", "mEq/L", "3.6", "4.8", "", "F"),
                        item(SODIUM, "139", "mEq/L", "138", "145", "", "F"),
                        item("1A010000000190111", "(2+)", "")));
        assertThat(rows(sheet)).hasSize(1);
        assertThat(sheet.cut()).isEqualTo(new LabSheet.SheetCut(true, 1, 3, List.of("見本項目")));
    }

    @Test
    void paperHasEightDatesAPageAndLosesNone() {
        var entries = IntStream.rangeClosed(1, 11)
                .mapToObj(n ->
                        laboratory(HOSPITAL, "2026-11-%02dT09:00".formatted(20 - n), item(POTASSIUM, "4", "mEq/L")))
                .toArray(ChartEntry[]::new);
        assertThat(sheet(List.of(), entries).papers())
                .extracting(paper -> paper.columns().size())
                .containsExactly(8, 3);
    }

    @Test
    void culturesAndBloodGroupsStandOnPagesOfTheirOwn() {
        var values = LabValue.of(List.of(
                laboratory(
                        HOSPITAL,
                        "2026-11-20T09:00",
                        item("6B010000009974112", "2+", ""),
                        own("備考", "血液", "採取ボトル2本", "")),
                laboratory(HOSPITAL, "2026-11-20T09:00", item("5H010000001910111", "A", "")),
                laboratory(CLINIC, "2026-11-20T09:00", own("不規則抗体", "血液", "陰性", ""), item(POTASSIUM, "4", "mEq/L"))));
        assertThat(OwnPage.MICROBIOLOGY.of(values)).hasSize(2);
        assertThat(OwnPage.BLOOD_BANK.of(values)).hasSize(2);
        assertThat(OwnPage.none(values)).hasSize(1);
    }
}
