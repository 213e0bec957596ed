package hmnet.care.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.timeline.Line.LineValue;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.DocumentExtract.SectionItem;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One visit or order is one line, with what it says.
class LinesTest {
    private static final String TIME = "2026-11-20T09:00";

    private static List<Line> lines(Map<UUID, Origin> origins, ChartEntry... entries) {
        return new Lines("/people/x", origins, Filed::name, Messages.in(Language.JAPANESE)).of(List.of(entries));
    }

    private static ChartEntry safety(LabExtract.AnalyteItem... items) {
        return Filed.filed(RecordKind.LAB_SAFETY, new LabExtract(List.of(items)));
    }

    @Test
    void testsOfOneSamplingThatWereCutByWhoMaySeeThemAreOneLine() {
        var high = Filed.item(Filed.POTASSIUM, "5.4", "mEq/L", "3.6", "4.8", "H", "F");
        var usual = Filed.item("3H010000002326101", "139", "mEq/L", "138", "145", "", "F");
        var line = lines(
                Map.of(),
                Filed.laboratory(Filed.HOSPITAL, TIME, usual),
                safety(high),
                Filed.laboratory(Filed.HOSPITAL, TIME, usual));
        assertThat(line).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("検査（血清）3 項目");
            assertThat(one.abnormal()).isEqualTo(1);
            assertThat(one.others()).hasSize(2);
            assertThat(one.values().getFirst()).isEqualTo(new LineValue("見本項目 5.4 mEq/L", LabFlag.HIGH, false));
        });
    }

    @Test
    void anotherSamplingAnotherFacilityAndAnotherDayAreOtherLines() {
        var item = Filed.item(Filed.POTASSIUM, "4.4", "mEq/L");
        assertThat(lines(
                        Map.of(),
                        Filed.laboratory(Filed.HOSPITAL, TIME, item),
                        Filed.laboratory(Filed.HOSPITAL, "2026-11-20T15:00", item),
                        Filed.laboratory(Filed.CLINIC, TIME, item),
                        Filed.laboratory(Filed.HOSPITAL, "2026-11-21T09:00", item)))
                .hasSize(4);
    }

    @Test
    void whatOneOriginalToldOfOneDayStandsTogetherThoughItsTimesDiffer() {
        var item = Filed.item(Filed.POTASSIUM, "4.4", "mEq/L");
        var early = Filed.laboratory(Filed.HOSPITAL, TIME, item);
        var late = Filed.laboratory(Filed.HOSPITAL, "2026-11-20T15:00", item);
        var other = Filed.laboratory(Filed.HOSPITAL, "2026-11-20T15:00", item);
        var origins = new HashMap<UUID, Origin>();
        origins.put(early.id(), new Origin(7, true));
        origins.put(late.id(), new Origin(7, true));
        origins.put(other.id(), new Origin(8, false));
        assertThat(lines(origins, early, other, late)).singleElement().satisfies(one -> {
            assertThat(one.others()).hasSize(2);
            assertThat(one.original()).isEqualTo("/people/x/records/" + early.id() + "/original");
        });
    }

    @Test
    void anOriginalThatIsKeptBackIsNotOffered() {
        var one = Filed.laboratory(Filed.HOSPITAL, TIME, Filed.item(Filed.POTASSIUM, "4.4", "mEq/L"));
        assertThat(lines(Map.of(one.id(), new Origin(7, false)), one).getFirst().original())
                .isNull();
    }

    @Test
    void aPrescriptionSaysHowManyDrugsForHowManyDaysAndWhatIsNotTakenFirst() {
        var stopped = Filed.drug("1", "", 14, "", CareState.STOPPED, "血圧低値");
        var entry = titled(
                Filed.prescription(Filed.HOSPITAL, TIME, false, Filed.drug("1", "ワルファリンK錠1mg", 56, null), stopped));
        assertThat(lines(Map.of(), entry)).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("処方（一部中止） 2 剤 14–56 日分");
            assertThat(one.values())
                    .containsExactly(
                            new LineValue("架空錠 1回 1 錠（中止（血圧低値））", LabFlag.NONE, true),
                            new LineValue("ワルファリンK錠1mg 1回 1 錠", LabFlag.NONE, false));
        });
    }

    /// As filing names it.
    private static ChartEntry titled(ChartEntry entry) {
        var extract = (PrescriptionExtract) entry.extract().read();
        return new ChartEntry(
                entry.id(),
                entry.kind(),
                entry.facility(),
                entry.department(),
                entry.occurredAt(),
                entry.receivedAt(),
                entry.labels(),
                false,
                false,
                extract.title(false),
                entry.extract().json());
    }

    @Test
    void aReportSaysItsFirstWordsAndNeverJoinsAnother() {
        var report = new DocumentExtract(
                "心エコー", "", "", 0, List.of(new SectionItem("所見", "LVEF 58 %\n左房径 44 mm")), CareState.ACTIVE);
        assertThat(lines(Map.of(), Filed.filed(RecordKind.REPORT, report), Filed.filed(RecordKind.REPORT, report)))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.values()).containsExactly(LineValue.of("所見 LVEF 58 % 左房径 44 mm")));
    }

    /// A letter that holds a file and no words of its own.
    @Test
    void aPaperSaysItsTitleOnce() {
        assertThat(firstWords("見本", "見本")).isEmpty();
        assertThat(firstWords("見本", "経過は良好です。")).containsExactly("経過は良好です。");
        assertThat(firstWords("所見", "経過は良好です。")).containsExactly("所見 経過は良好です。");
    }

    private static List<String> firstWords(String section, String text) {
        var paper = new DocumentExtract(
                "見本", "", "application/pdf", 9, List.of(new SectionItem(section, text)), CareState.ACTIVE);
        return lines(Map.of(), Filed.filed(RecordKind.DOCUMENT, paper)).getFirst().values().stream()
                .map(value -> value.words())
                .toList();
    }

    @Test
    void aPageEndsBetweenTwoDays() {
        var item = Filed.item(Filed.POTASSIUM, "4.4", "mEq/L");
        var today = Filed.laboratory(Filed.HOSPITAL, "2026-11-21T09:00", item);
        var before = Filed.laboratory(Filed.HOSPITAL, TIME, item);
        var same = Filed.laboratory(Filed.HOSPITAL, "2026-11-20T08:00", item);
        assertThat(TimelineDays.wholeDays(List.of(today, before, same), 2)).containsExactly(today);
        assertThat(TimelineDays.wholeDays(List.of(before, same), 1)).isEmpty();
        assertThat(TimelineDays.wholeDays(List.of(before, same), 2)).hasSize(2);
    }
}
