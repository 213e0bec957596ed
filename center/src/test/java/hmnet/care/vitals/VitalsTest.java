package hmnet.care.vitals;

import static hmnet.care.vitals.SampleVitals.JAPANESE;
import static hmnet.care.vitals.SampleVitals.at;
import static hmnet.care.vitals.SampleVitals.entry;
import static hmnet.care.vitals.SampleVitals.measured;
import static hmnet.care.vitals.SampleVitals.said;
import static hmnet.care.vitals.SampleVitals.sign;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.Filed;
import hmnet.care.vitals.VitalTable.VitalHead;
import hmnet.care.vitals.VitalTable.VitalPart;
import hmnet.care.vitals.VitalTable.VitalReading;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How measurements become rows, columns and pictures (経過表).
class VitalsTest {
    private static final String DAY = "2026-11-20T08:30";
    private static final String NEXT = "2026-11-21T08:30";

    private static VitalTable table(ChartEntry... entries) {
        return new VitalTables(Filed::name, VitalPaths.ofChart("/people/x"), JAPANESE).of(measured(entries));
    }

    private static List<VitalLine> lines(ChartEntry... entries) {
        return new VitalLines(Filed::name, JAPANESE).of(measured(entries));
    }

    private static String words(VitalReading reading) {
        return reading.parts().stream().map(VitalPart::value).collect(Collectors.joining("/"));
    }

    @Test
    void bothPressuresOfAMomentStandTogetherAndOneAloneSaysSo() {
        var row = table(entry(
                        Filed.HOSPITAL,
                        DAY,
                        sign(DAY, "8462-4", "拡張期血圧", "78", "mm[Hg]"),
                        sign(DAY, "8480-6", "収縮期血圧", "132", "mmHg")))
                .rows()
                .getFirst();
        assertThat(row.cells().getFirst()).extracting(VitalsTest::words).containsExactly("132/78");
        var alone = table(entry(Filed.HOSPITAL, DAY, sign(DAY, "8480-6", "収縮期血圧", "132", "mmHg")));
        assertThat(alone.rows().getFirst().cells().getFirst())
                .extracting(VitalsTest::words)
                .containsExactly("132/");
    }

    /// Spellings of one unit are one unit; grams are not kilograms.
    @Test
    void valuesOfTwoFacilitiesShareAColumnOnlyInOneUnit() {
        var table = table(
                entry(
                        Filed.HOSPITAL,
                        NEXT,
                        sign(NEXT, "8310-5", "体温", "36.9", "Cel"),
                        sign(NEXT, "29463-7", "体重", "3120", "g")),
                entry(Filed.CLINIC, DAY, sign(DAY, "", "体温", "36.4", "℃"), sign(DAY, "29463-7", "体重", "3.1", "kg")));
        assertThat(table.heads())
                .containsExactly(
                        new VitalHead("temperature", "℃"), new VitalHead("weight", "g"), new VitalHead("weight", "kg"));
        assertThat(table.rows().getFirst().cells().get(2))
                .as("not in this unit")
                .isEmpty();
        assertThat(lines(
                        entry(Filed.HOSPITAL, NEXT, sign(NEXT, "8310-5", "体温", "36.9", "Cel")),
                        entry(Filed.CLINIC, DAY, sign(DAY, "", "体温", "36.4", "℃"))))
                .singleElement()
                .satisfies(line -> assertThat(line.series().getFirst().points())
                        .extracting(VitalLine.VitalPoint::facility)
                        .containsExactly("ひな形診療所", "見本病院"));
    }

    @Test
    void refusedNotDoneAndAbsentNeverLookAlike() {
        var refused = sign(DAY, "8310-5", "体温", "", "", "結果なし（回答拒否）");
        var notDone = said(NEXT, "8310-5", "体温", "", "", "", "", "N");
        var table = table(
                entry(Filed.HOSPITAL, NEXT, notDone, sign(NEXT, "8867-4", "脈拍数", "72", "/min")),
                entry(Filed.HOSPITAL, DAY, refused, sign(DAY, "8310-5", "体温", "", "")),
                entry(Filed.CLINIC, "2026-11-01T08:30", sign("2026-11-01T08:30", "8310-5", "体温", "36.4", "Cel")));
        assertThat(table.heads()).containsExactly(new VitalHead("pulse", "/分"), new VitalHead("temperature", "℃"));
        assertThat(table.rows().get(0).cells().get(1))
                .extracting(VitalReading::told)
                .containsExactly("未実施");
        assertThat(table.rows().get(1).cells().get(1))
                .extracting(VitalReading::told)
                .containsExactly("結果なし（回答拒否）", "測定できず");
        assertThat(table.rows().get(1).cells().get(0)).as("nothing was sent").isEmpty();
        assertThat(table.rows().get(1).cells().get(1)).allMatch(VitalReading::missed);
        assertThat(lines(
                                entry(Filed.HOSPITAL, DAY, refused),
                                entry(Filed.HOSPITAL, NEXT, sign(NEXT, "8310-5", "体温", "36.4", "Cel")))
                        .getFirst()
                        .missed())
                .extracting(VitalLine.MissedVital::why)
                .containsExactly("結果なし（回答拒否）");
    }

    @Test
    void aValueOfAnOrderThatWasTakenBackIsStruckAndOnNoPicture() {
        var taken = Filed.of(
                RecordKind.VITAL,
                Filed.HOSPITAL,
                DAY,
                new LabExtract(
                        List.of(sign(DAY, "8867-4", "脈拍数", "72", "/min")), List.of(), CareState.CANCELLED, "別人の値"));
        var reading = table(taken).rows().getFirst().cells().getFirst().getFirst();
        assertThat(reading.parts()).allMatch(VitalPart::struck);
        assertThat(reading.told()).isEqualTo("取消（別人の値）");
        assertThat(reading.missed()).isFalse();
        assertThat(lines(taken)).isEmpty();
    }

    @Test
    void whatNoTableKnowsStandsUnderItsSendersName() {
        var table = table(entry(Filed.HOSPITAL, DAY, sign(DAY, "72514-3", "疼痛（NRS）", "3", "点")));
        assertThat(table.heads()).isEmpty();
        assertThat(table.rows().getFirst().others())
                .extracting(other -> other.name() + words(other.reading()) + other.unit())
                .containsExactly("疼痛（NRS）3点");
    }

    /// A name is believed in a record of vital signs alone; of a check-up only what has a sign's code is taken.
    @Test
    void aCheckupGivesItsPressuresAndNothingElse() {
        var checkup = Filed.of(
                RecordKind.CHECKUP,
                Filed.CLINIC,
                DAY,
                new LabExtract(List.of(
                        jlac("9A751000000000001", "収縮期血圧(1回目)", "128"),
                        jlac("9A761000000000001", "拡張期血圧(1回目)", "80"),
                        jlac("9A752000000000001", "収縮期血圧(2回目)", "124"),
                        jlac("9A762000000000001", "拡張期血圧(2回目)", "76"),
                        jlac("3F077000002327101", "LDLコレステロール", "120"),
                        sign(DAY, "", "体温", "36.4", "℃"))));
        var row = table(checkup).rows().getFirst();
        assertThat(row.checkup()).isTrue();
        assertThat(row.cells().getFirst()).extracting(VitalsTest::words).containsExactly("128/80", "124/76");
        assertThat(row.others()).isEmpty();
    }

    private static LabExtract.AnalyteItem jlac(String code, String name, String value) {
        return new LabExtract.AnalyteItem(
                "x",
                "urn:oid:1.2.392.200119.6.1005",
                name,
                value,
                "mm[Hg]",
                "",
                "",
                "",
                "",
                "F",
                "",
                at(DAY),
                List.of(),
                code,
                "");
    }

    @Test
    void aLineBreaksWhereValuesLieTooFarApart() {
        var line = lines(
                        entry(Filed.CLINIC, "2026-11-20T08:30", sign("2026-11-20T08:30", "8867-4", "脈拍", "70", "/min")),
                        entry(Filed.CLINIC, "2026-11-10T08:30", sign("2026-11-10T08:30", "8867-4", "脈拍", "72", "/min")),
                        entry(Filed.CLINIC, "2026-03-01T08:30", sign("2026-03-01T08:30", "8867-4", "脈拍", "80", "/min")))
                .getFirst();
        var axis = new VitalAxis(at("2025-11-21T00:00"), at("2026-11-21T00:00"));
        assertThat(axis.gapDays()).isEqualTo(60);
        var drawn = VitalCurve.of(line, axis);
        assertThat(drawn.dots()).hasSize(3);
        assertThat(drawn.lines())
                .singleElement()
                .satisfies(points -> assertThat(points.split(" ")).hasSize(2));
        assertThat(drawn.scale()).hasSizeBetween(3, 6);
        assertThat(line.newest()).isEqualTo("70");
    }

    @Test
    void aBandIsDrawnOnlyWhereAllValuesNameTheSameRange() {
        var one = entry(Filed.CLINIC, DAY, said(DAY, "8867-4", "脈拍", "70", "/min", "50", "100", "F"));
        var same = entry(Filed.HOSPITAL, NEXT, said(NEXT, "8867-4", "脈拍", "104", "/min", "50", "100", "F"));
        var none = entry(Filed.HOSPITAL, NEXT, sign(NEXT, "8867-4", "脈拍", "104", "/min"));
        var axis = new VitalAxis(at(DAY), at(NEXT));
        assertThat(VitalCurve.of(lines(one, same).getFirst(), axis).bands()).hasSize(1);
        assertThat(VitalCurve.of(lines(one, none).getFirst(), axis).bands()).isEmpty();
        assertThat(table(one, same)
                        .rows()
                        .getFirst()
                        .cells()
                        .getFirst()
                        .getFirst()
                        .parts()
                        .getFirst()
                        .flag()
                        .letters())
                .isEqualTo("H");
    }
}
