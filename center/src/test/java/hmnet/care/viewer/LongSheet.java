package hmnet.care.viewer;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabSheet;
import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabTrend;
import hmnet.care.labsheet.LaboratoryScreen;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// A sheet of twelve days and forty analytes (長い検査結果表): wider and longer than a screen or a page.
public final class LongSheet {
    private static final int DAYS = 12;

    private LongSheet() {}

    static LaboratoryScreen screen() {
        var usual = SampleDetails.laboratory();
        var columns = IntStream.range(0, DAYS)
                .mapToObj(n -> new LabSheet.SamplingColumn(
                        LocalDate.of(2026, 12 - n, 20), null, n % 2 == 0 ? Sample.HOSPITAL : Sample.COLLEGE))
                .toList();
        var rows = IntStream.range(0, 40)
                .mapToObj(n -> SampleDetails.row("検査項目 " + n, null, "mEq/L", "3.6–4.8", null, cells()))
                .toList();
        var sheet = new LabSheet(
                columns,
                List.of(new LabSheet.AnalyteGroup("生化学", rows)),
                true,
                usual.sheet().cut(),
                List.of());
        return new LaboratoryScreen(
                usual.chart(),
                usual.period(),
                sheet,
                List.of(),
                List.of(),
                usual.ownPages(),
                usual.otherwise(),
                usual.text(),
                null,
                null,
                usual.received());
    }

    /// The usual sheet with one curve.
    public static LaboratoryScreen with(LabTrend trend) {
        var usual = SampleDetails.laboratory();
        return new LaboratoryScreen(
                usual.chart(),
                usual.period(),
                usual.sheet(),
                List.of(trend),
                List.of(),
                usual.ownPages(),
                usual.otherwise(),
                usual.text(),
                null,
                null,
                usual.received());
    }

    private static LabCell[] cells() {
        return IntStream.range(0, DAYS)
                .mapToObj(n ->
                        SampleDetails.cell(n % 5 == 0 ? "12345.6" : "4.1", n % 5 == 0 ? LabFlag.LOW : LabFlag.NONE))
                .toArray(LabCell[]::new);
    }
}
