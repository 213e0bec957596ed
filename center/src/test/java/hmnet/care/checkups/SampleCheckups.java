package hmnet.care.checkups;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.OffsetDateTime;
import java.util.List;

/// Check-ups of an invented resident (見本の健診).
public final class SampleCheckups {
    static final String WEIGHT = "9N006000000000001";
    static final String LDL = "3F077000002327101";
    static final String LDL_OTHERWISE = "3F077000002391901";
    static final String METABOLIC = "9N501000000000011";
    static final String SMOKING = "9N736000000000011";

    private SampleCheckups() {}

    static AnalyteItem item(String code, String name, String value, String unit, String... notes) {
        return judged(code, name, value, unit, "", "", "", notes);
    }

    static AnalyteItem judged(
            String code,
            String name,
            String value,
            String unit,
            String low,
            String high,
            String flag,
            String... notes) {
        return new AnalyteItem(
                code,
                CodingSystems.JLAC10,
                name,
                value,
                unit,
                low,
                high,
                "",
                flag,
                value.isEmpty() ? "X" : "F",
                "",
                OffsetDateTime.parse("2026-06-12T09:15:00+09:00"),
                List.of(notes),
                "",
                "");
    }

    static ChartEntry checkup(FacilityId facility, String day, AnalyteItem... items) {
        return Filed.of(RecordKind.CHECKUP, facility, day + "T09:15", new LabExtract(List.of(items)));
    }

    static CheckupSheet sheet(ChartEntry... entries) {
        return new CheckupSheets(
                        Filed::name, entry -> "/people/x/records/" + entry.id(), Messages.in(Language.JAPANESE))
                .of(List.of(entries));
    }

    public static CheckupsScreen screen(ChartFrame chart) {
        return new CheckupsScreen(chart, years(), years(), chart.path() + "/checkups?before=x", null, List.of());
    }

    /// Three check-ups of an invented person.
    public static CheckupSheet years() {
        return sheet(
                checkup(
                        Filed.CLINIC,
                        "2026-06-12",
                        item(METABOLIC, "メタボリックシンドローム判定", "予備群該当", ""),
                        item("9N511000000000049", "医師の診断(判定)", "血圧・脂質に所見あり。<b>要再検査</b>", ""),
                        item(WEIGHT, "体重", "62.4", "kg"),
                        judged("9A751000000000001", "収縮期血圧(1回目)", "142", "mm[Hg]", "", "129", "H"),
                        judged("9A752000000000001", "収縮期血圧(2回目)", "138", "mm[Hg]", "", "129", "H"),
                        judged(LDL, "LDLコレステロール", "158", "mg/dL", "", "119", "H"),
                        item("9E100166600000011", "眼底検査（Wong-Mitchell分類）", "", "", "未実施"),
                        item("1A010000000191111", "尿蛋白", "", "", "測定不能"),
                        item(SMOKING, "喫煙", "以前は吸っていたが、最近1ヶ月間は吸っていない", "")),
                checkup(
                        Filed.CLINIC,
                        "2025-06-12",
                        item(METABOLIC, "メタボリックシンドローム判定", "非該当", ""),
                        item(WEIGHT, "体重", "60.3", "kg"),
                        judged(LDL, "LDLコレステロール", "131", "mg/dL", "", "119", "H"),
                        item("1A010000000191111", "尿蛋白", "±", ""),
                        item(SMOKING, "喫煙", "はい", "")),
                checkup(
                        Filed.HOSPITAL,
                        "2024-07-01",
                        item(WEIGHT, "体重", "59.8", "kg"),
                        judged(LDL_OTHERWISE, "LDLコレステロール", "118", "mg/dL", "", "139", ""),
                        item(SMOKING, "喫煙", "はい", "")));
    }
}
