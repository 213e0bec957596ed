package hmnet.care.viewer;

import static hmnet.care.labsheet.LabFlag.HIGH;
import static hmnet.care.labsheet.LabFlag.NONE;
import static hmnet.care.viewer.Sample.HOSPITAL;
import static hmnet.care.viewer.Sample.chart;

import hmnet.care.recordpage.HardRecords;
import hmnet.care.recordpage.RecordScreen;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// Pages of single records, invented (記録の画面の見本).
final class SampleRecords {
    private static final String PICTURE =
            "data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";

    private SampleRecords() {}

    static RecordScreen record() {
        return new RecordScreen(
                chart(ChartTab.LABORATORY),
                RecordKind.LABORATORY,
                "生化学・血算",
                null,
                HOSPITAL,
                "082-000-0101",
                "循環器内科",
                new RecordScreen.Times(
                        OffsetDateTime.parse("2026-11-20T09:10:00+09:00"),
                        OffsetDateTime.parse("2026-11-20T11:42:00+09:00"),
                        OffsetDateTime.parse("2026-11-20T12:05:00+09:00"),
                        null),
                List.of(Mark.of(MarkKind.CORRECTED)),
                List.of("血液型が施設によって食い違っています。必ず検査で確かめてください: 見本市民病院 O型、架空医科大学附属病院 A型"),
                List.of(
                        new RecordScreen.Section(
                                "生化学（血清）",
                                List.of(
                                        new RecordScreen.RecordLine(
                                                "カリウム", "5.4 mEq/L", "3H015000002326101 電極法 基準 3.6–4.8", HIGH),
                                        new RecordScreen.RecordLine(
                                                "ナトリウム", "139 mEq/L", "3H010000002326101 基準 138–145", NONE))),
                        new RecordScreen.Section(
                                "", List.of(new RecordScreen.RecordLine("コメント", "溶血 (1+)。再検を推奨。", null, NONE)))),
                List::of,
                List.of(new RecordScreen.Earlier(
                        1, OffsetDateTime.parse("2026-11-20T10:30:00+09:00"), "カリウム 6.4 mEq/L")),
                List.of(HardRecords.related(HOSPITAL)),
                "/people/x/records/x",
                RecordScreen.Explanation.OPEN,
                LocalDate.of(2026, 11, 21),
                List.of(new RecordScreen.MarkableRequest(
                        "0f5d3b1c-0000-4000-8000-000000000001", "correction", LocalDate.of(2026, 11, 22), false)));
    }

    static RecordScreen letter() {
        return new RecordScreen(
                chart(ChartTab.TIMELINE),
                RecordKind.DOCUMENT,
                "退院時サマリー（見本）",
                null,
                HOSPITAL,
                "082-000-0101",
                "循環器内科",
                new RecordScreen.Times(
                        OffsetDateTime.parse("2026-11-20T00:00:00+09:00"),
                        OffsetDateTime.parse("2026-11-20T11:42:00+09:00"),
                        null,
                        null),
                List.of(),
                List.of(),
                List.of(),
                () -> List.of(
                        new RecordScreen.RecordFile(
                                "創部の写真（見本）", "JPEG", 182, "/static/none", PICTURE, null, null, List.of()),
                        new RecordScreen.RecordFile(
                                "退院時サマリー（見本）",
                                "PDF",
                                412,
                                "/static/none",
                                null,
                                "/static/none/preview",
                                null,
                                List.of()),
                        new RecordScreen.RecordFile("計算表（見本）", "", 96, null, null, null, "acts", List.of())),
                List.of(),
                List.of(),
                "/people/x/records/x",
                RecordScreen.Explanation.UNTOLD,
                null,
                List.of());
    }
}
