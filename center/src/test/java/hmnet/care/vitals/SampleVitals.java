package hmnet.care.vitals;

import hmnet.care.labsheet.LabValue;
import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Filed;
import hmnet.care.viewer.Period;
import hmnet.care.vitals.Vitals.DrawnVitals;
import hmnet.care.vitals.VitalsScreen.CareNote;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Vital signs of an invented resident at two facilities (見本の経過表).
public final class SampleVitals {
    static final Messages JAPANESE = Messages.in(Language.JAPANESE);
    private static final String LOINC = "http://loinc.org";

    private SampleVitals() {}

    static OffsetDateTime at(String moment) {
        return OffsetDateTime.parse(moment + ":00+09:00");
    }

    static AnalyteItem sign(String at, String code, String name, String value, String unit, String... notes) {
        return said(at, code, name, value, unit, "", "", value.isEmpty() ? "X" : "F", notes);
    }

    static AnalyteItem said(
            String at,
            String code,
            String name,
            String value,
            String unit,
            String low,
            String high,
            String status,
            String... notes) {
        return new AnalyteItem(
                code,
                code.isEmpty() ? "" : LOINC,
                name,
                value,
                unit,
                low,
                high,
                "",
                "",
                status,
                "",
                at(at),
                List.of(notes),
                "",
                "");
    }

    static ChartEntry entry(FacilityId facility, String at, AnalyteItem... items) {
        return Filed.of(
                RecordKind.VITAL, facility, at, new LabExtract(List.of(items), List.of(), CareState.ACTIVE, ""));
    }

    static List<VitalMeasurement> measured(ChartEntry... entries) {
        return VitalMeasurement.of(LabValue.of(List.of(entries)));
    }

    private static ChartEntry visit(FacilityId facility, String at, int high, int low, String pulse, String warm) {
        return entry(
                facility,
                at,
                said(at, "8480-6", "収縮期血圧", "" + high, "mm[Hg]", "", "140", "F"),
                said(at, "8462-4", "拡張期血圧", "" + low, "mm[Hg]", "", "90", "F"),
                sign(at, "8867-4", "脈拍数", pulse, "/min"),
                sign(at, "8310-5", "体温", warm, "Cel"),
                sign(at, "59408-5", "SpO2", "9" + high % 7 + "", "%"));
    }

    public static VitalsScreen screen(ChartFrame chart, List<Line> lines) {
        var entries = new ArrayList<ChartEntry>();
        entries.add(entry(
                Filed.CLINIC,
                "2026-11-20T08:30",
                sign("2026-11-20T08:30", "8480-6", "収縮期血圧", "", "", "結果なし（回答拒否）"),
                sign("2026-11-20T08:30", "8462-4", "拡張期血圧", "", "", "結果なし（回答拒否）"),
                sign("2026-11-20T08:30", "29463-7", "体重", "58.4", "kg", "着衣のまま"),
                sign("2026-11-20T08:30", "", "<b>痛み</b>（NRS）", "3", "点")));
        entries.add(visit(Filed.HOSPITAL, "2026-11-12T09:10", 152, 94, "88", "36.8"));
        entries.add(visit(Filed.CLINIC, "2026-10-15T08:30", 138, 82, "72", "36.4"));
        entries.add(visit(Filed.CLINIC, "2026-09-10T08:40", 132, 78, "70", "36.5"));
        entries.add(visit(Filed.HOSPITAL, "2026-08-20T14:05", 145, 88, "91", "37.9"));
        entries.add(visit(Filed.HOSPITAL, "2026-08-19T10:05", 148, 86, "96", "38.4"));
        entries.add(visit(Filed.CLINIC, "2026-01-22T08:30", 128, 76, "68", "36.2"));
        entries.add(entry(Filed.CLINIC, "2026-01-10T08:30", sign("2026-01-10T08:30", "29463-7", "体重", "56.2", "kg")));
        var measured = measured(entries.toArray(ChartEntry[]::new));
        return new VitalsScreen(
                chart,
                Period.ONE_YEAR,
                new VitalLines(Filed::name, JAPANESE).of(measured),
                new VitalAxis(at("2025-11-21T00:00"), at("2026-11-21T21:00")),
                new VitalTables(Filed::name, VitalPaths.ofChart(chart.path()), JAPANESE).of(measured),
                lines.stream()
                        .limit(2)
                        .map(line -> new CareNote(line.facility(), line))
                        .toList(),
                true,
                chart.path() + "/vitals?before=x",
                null,
                List.of());
    }

    /// What an invented resident measured at home.
    public static DrawnVitals drawn() {
        var measured = measured(
                visit(Filed.CLINIC, "2026-11-20T07:10", 132, 84, "72", "36.4"),
                visit(Filed.CLINIC, "2026-11-19T07:05", 138, 82, "70", "36.5"),
                visit(Filed.CLINIC, "2026-11-18T07:20", 128, 79, "69", "36.2"));
        return new DrawnVitals(
                new VitalLines(Filed::name, JAPANESE).of(measured),
                VitalLines.axis(measured).orElse(null),
                new VitalTables(Filed::name, entry -> "/my/vitals/" + entry.id(), JAPANESE).of(measured));
    }

    public static VitalsScreen empty(ChartFrame chart, List<FacilityCoverage> received) {
        return new VitalsScreen(
                chart,
                Period.ONE_YEAR,
                List.of(),
                null,
                new VitalTable(List.of(), List.of()),
                List.of(),
                false,
                null,
                null,
                received);
    }
}
