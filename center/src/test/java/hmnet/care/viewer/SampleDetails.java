package hmnet.care.viewer;

import static hmnet.care.labsheet.LabFlag.CRITICAL_HIGH;
import static hmnet.care.labsheet.LabFlag.HIGH;
import static hmnet.care.labsheet.LabFlag.LOW;
import static hmnet.care.labsheet.LabFlag.NONE;
import static hmnet.care.labsheet.LabSheet.LabState.CORRECTED;
import static hmnet.care.labsheet.LabSheet.LabState.FINAL;
import static hmnet.care.labsheet.LabSheet.LabState.NOT_OBTAINED;
import static hmnet.care.labsheet.LabSheet.LabState.PRELIMINARY;
import static hmnet.care.labsheet.LabSheet.LabState.WITHDRAWN;
import static hmnet.care.viewer.Sample.COLLEGE;
import static hmnet.care.viewer.Sample.HOSPITAL;
import static hmnet.care.viewer.Sample.PATH;
import static hmnet.care.viewer.Sample.RECEIVED;
import static hmnet.care.viewer.Sample.TODAY;
import static hmnet.care.viewer.Sample.chart;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabSheet;
import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabSheet.RowJudgement;
import hmnet.care.labsheet.LabSheet.SheetCut;
import hmnet.care.labsheet.LabTrend;
import hmnet.care.labsheet.LaboratoryScreen;
import hmnet.care.labsheet.LaboratoryScreen.OwnPageLink;
import hmnet.care.labsheet.LatestResult;
import hmnet.care.labsheet.LatestResult.ResultChange;
import hmnet.care.labsheet.OwnPage;
import hmnet.care.labsheet.Spark;
import hmnet.care.medicines.MedicinesScreen;
import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.therapy.TherapyNote;
import hmnet.care.therapy.TherapyNote.TherapyDrug;
import hmnet.care.viewer.AdmissionsScreen.Stay;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.DiagnosesScreen.DiagnosisLine;
import hmnet.care.viewer.Mark.MarkKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The invented resident's medicines, results, diagnoses and stays (見本の方の詳細).
public final class SampleDetails {
    private static final String RECORD = PATH + "/records/r1";

    private SampleDetails() {}

    static MedicinesScreen medicines() {
        return new MedicinesScreen(
                chart(ChartTab.MEDICINES),
                TODAY,
                14,
                SampleMedicines.current(),
                List.of(
                        course(
                                "ワーファリン錠1mg",
                                HOSPITAL,
                                true,
                                "2026-06-05",
                                "2026-07-03",
                                "2026-08-28",
                                "2026-10-23",
                                "2026-11-20"),
                        course("アムロジピンOD錠5mg「見本」", HOSPITAL, true, "2026-09-25", "2026-10-23", "2026-11-20"),
                        course("カルボシステイン錠500mg", COLLEGE, false, "2026-08-12")),
                List.of(
                        new Prescription(
                                LocalDate.of(2026, 11, 20),
                                HOSPITAL,
                                "循環器内科",
                                "処方医 架空 一郎",
                                RECORD,
                                List.of(Mark.of(MarkKind.CORRECTED)),
                                List.of(
                                        rp(
                                                1,
                                                28,
                                                "1日1回 朝食後",
                                                drug("ワーファリン錠1mg", "1日 2.5 錠", "一包化"),
                                                drug("アムロジピンOD錠5mg「見本」", "1日 1 錠", null)),
                                        rp(2, 28, "1日3回 毎食後", drug("酸化マグネシウム錠330mg", "1日 3 錠", null)),
                                        rp(3, null, "疼痛時 1日2回まで", drug("アセトアミノフェン錠500mg", "1回 1 錠", "10 回分"))),
                                List.of("次回採血"),
                                List.of(new Prescription.PrescriptionRepeat(LocalDate.of(2026, 10, 23), RECORD))),
                        new Prescription(
                                LocalDate.of(2026, 8, 12),
                                COLLEGE,
                                "呼吸器内科",
                                null,
                                RECORD,
                                List.of(),
                                List.of(rp(1, 7, "1日3回 毎食後", drug("カルボシステイン錠500mg", "1日 3 錠", null))),
                                List.of(),
                                List.of())),
                PATH + "/medicines?before=x",
                null,
                RECEIVED,
                RECEIVED);
    }

    private static Course course(String drug, String facility, boolean current, String... starts) {
        return SampleMedicines.course(
                drug, facility, current, Stream.of(starts).map(LocalDate::parse).toList());
    }

    private static Prescription.Rp rp(int number, @Nullable Integer days, String usage, Prescription.Drug... drugs) {
        return new Prescription.Rp(number, List.of(drugs), usage, days, null);
    }

    private static Prescription.Drug drug(String name, String dose, @Nullable String note) {
        return new Prescription.Drug(
                name,
                null,
                List.of(dose),
                List.of(),
                note == null ? List.of() : List.of(note),
                List.of(),
                new Prescription.DrugState("", false, false));
    }

    static LaboratoryScreen laboratory() {
        var columns = List.of(
                new LabSheet.SamplingColumn(LocalDate.of(2026, 11, 20), null, HOSPITAL),
                new LabSheet.SamplingColumn(LocalDate.of(2026, 11, 5), null, COLLEGE),
                new LabSheet.SamplingColumn(LocalDate.of(2026, 10, 23), null, HOSPITAL),
                new LabSheet.SamplingColumn(LocalDate.of(2026, 9, 25), null, HOSPITAL));
        var cbc = new LabSheet.AnalyteGroup(
                "血液学",
                List.of(
                        row(
                                "Hb",
                                null,
                                "g/dL",
                                "11.6–14.8",
                                null,
                                cell("10.2", LOW),
                                cell("10.8", LOW),
                                cell("11.9", NONE),
                                null),
                        row(
                                "PT-INR",
                                null,
                                "",
                                "0.90–1.10",
                                "t-inr",
                                cell("4.80", CRITICAL_HIGH),
                                null,
                                cell("2.10", HIGH),
                                cell("1.98", HIGH))));
        var chemistry = new LabSheet.AnalyteGroup(
                "生化学",
                List.of(
                        row(
                                "カリウム",
                                "血清",
                                "mEq/L",
                                "3.6–4.8",
                                "t-k",
                                new LabCell(
                                        "5.4", HIGH, PRELIMINARY, "暫定", null, List.of("溶血 (1+)"), RECORD, List.of()),
                                new LabCell("4.6", NONE, CORRECTED, "訂正", "6.4", List.of(), RECORD, List.of()),
                                cell("4.4", NONE),
                                cell("4.1", NONE)),
                        row(
                                "CEA",
                                "血清",
                                "ng/mL",
                                "≤5.0",
                                null,
                                null,
                                new LabCell(
                                        "18.2",
                                        HIGH,
                                        FINAL,
                                        "",
                                        null,
                                        List.of(),
                                        RECORD,
                                        List.of(new Mark(MarkKind.UNTOLD, LocalDate.of(2026, 11, 5)))),
                                new LabCell(
                                        "結果なし", NONE, NOT_OBTAINED, "検査不能", null, List.of("検体量不足"), RECORD, List.of()),
                                new LabCell("3.1", NONE, WITHDRAWN, "取消", null, List.of(), RECORD, List.of()))));
        return new LaboratoryScreen(
                chart(ChartTab.LABORATORY),
                Period.SIX_MONTHS,
                new LabSheet(
                        columns,
                        List.of(cbc, chemistry),
                        true,
                        new SheetCut(false, 4, 4, List.of()),
                        List.of(new LabSheet.LabComment(LocalDate.of(2026, 11, 20), HOSPITAL, "低血糖 主治医へ連絡済", RECORD))),
                List.of(potassium(), inr()),
                List.of(new TherapyNote(
                        "inr-warfarin", new TherapyDrug("ワーファリン錠1mg", LocalDate.of(2026, 11, 20), HOSPITAL))),
                ownPages(),
                PATH + "/laboratory?abnormal=yes",
                PATH + "/laboratory/text",
                PATH + "/laboratory?before=x",
                null,
                RECEIVED);
    }

    private static List<OwnPageLink> ownPages() {
        return List.of(
                new OwnPageLink(OwnPage.MICROBIOLOGY, PATH + "/laboratory/microbiology", 3),
                new OwnPageLink(OwnPage.BLOOD_BANK, PATH + "/laboratory/blood-bank", 0));
    }

    static LaboratoryScreen emptyLaboratory() {
        return new LaboratoryScreen(
                chart(ChartTab.LABORATORY),
                Period.THREE_MONTHS,
                new LabSheet(List.of(), List.of(), true, new SheetCut(false, 0, 0, List.of()), List.of()),
                List.of(),
                List.of(),
                ownPages(),
                PATH + "/laboratory?abnormal=yes",
                PATH + "/laboratory/text",
                null,
                null,
                RECEIVED);
    }

    public static LabTrend potassium() {
        return new LabTrend(
                "t-k",
                "カリウム",
                "mEq/L",
                "血清・電極法",
                List.of("Ｋ（血清）", "K"),
                3.6,
                4.8,
                List.of(
                        point("2026-06-05", 3.3, LOW, HOSPITAL),
                        point("2026-09-25", 4.1, NONE, HOSPITAL),
                        point("2026-10-23", 4.4, NONE, HOSPITAL),
                        point("2026-11-05", 4.6, NONE, COLLEGE),
                        point("2026-11-20", 5.4, HIGH, HOSPITAL)));
    }

    private static LabTrend inr() {
        return new LabTrend(
                "t-inr",
                "PT-INR",
                "",
                "血漿・凝固時間法",
                List.of(),
                0.9,
                1.1,
                List.of(
                        point("2026-09-25", 1.98, HIGH, HOSPITAL),
                        point("2026-10-23", 2.1, HIGH, HOSPITAL),
                        point("2026-11-20", 4.8, CRITICAL_HIGH, HOSPITAL)));
    }

    private static LabTrend.Point point(String day, double value, LabFlag flag, String facility) {
        return new LabTrend.Point(
                OffsetDateTime.parse(day + "T09:10:00+09:00"), value, String.valueOf(value), flag, facility);
    }

    static LabSheet.AnalyteRow row(
            String analyte,
            @Nullable String specimen,
            String unit,
            String range,
            @Nullable String trend,
            @Nullable LabCell... cells) {
        return new LabSheet.AnalyteRow(
                analyte,
                specimen,
                called(analyte),
                unit,
                range,
                trend,
                null,
                analyte.equals("PT-INR") ? "inr-warfarin" : null,
                RowJudgement.ABNORMAL,
                now(cells),
                Arrays.asList(cells));
    }

    private static LatestResult now(@Nullable LabCell... cells) {
        var told = Stream.of(cells)
                .filter(Objects::nonNull)
                .filter(cell -> cell.state().counts())
                .map(cell -> new LatestResult.PlacedValue(cell, LocalDate.of(2026, 11, 20), COLLEGE, true, 3))
                .toList();
        return new LatestResult(
                told.getFirst(),
                told.size() > 1 ? told.get(1) : null,
                told.size() > 1 ? ResultChange.UP : null,
                new Spark("3,15 30,9 69,3", "69", "3", told.getFirst().cell().flag()));
    }

    private static List<String> called(String analyte) {
        return analyte.equals("カリウム")
                ? List.of(COLLEGE + ": Ｋ（血清） K-101（コード表 pairs 3 による）", HOSPITAL + ": K")
                : List.of();
    }

    static LabCell cell(String value, LabFlag flag) {
        return new LabCell(value, flag, FINAL, "", null, List.of(), RECORD, List.of());
    }

    static DiagnosesScreen diagnoses() {
        return new DiagnosesScreen(
                chart(ChartTab.DIAGNOSES),
                List.of(
                        diagnosis(
                                "肺腺癌",
                                "C34.9",
                                COLLEGE,
                                "2026-11-05",
                                null,
                                null,
                                true,
                                true,
                                new Mark(MarkKind.UNTOLD, LocalDate.of(2026, 11, 5))),
                        diagnosis("心房細動", "I48.9", HOSPITAL, "2019-05-14", null, null, true, false),
                        diagnosis("高血圧症", "I10", HOSPITAL, "2012-03-02", null, null, false, false)),
                List.of(diagnosis("急性気管支炎", "J20.9", COLLEGE, "2026-08-12", "2026-08-26", "治癒", false, false)),
                List.of(Sample.REFUTED_DIAGNOSIS),
                RECEIVED);
    }

    private static DiagnosisLine diagnosis(
            String name,
            String code,
            String facility,
            String from,
            @Nullable String to,
            @Nullable String outcome,
            boolean main,
            boolean suspected,
            Mark... marks) {
        return new DiagnosisLine(
                name,
                code,
                facility,
                "内科",
                from.replace('-', '/'),
                to == null ? null : to.replace('-', '/'),
                outcome,
                main,
                suspected,
                null,
                List.of(),
                RECORD,
                List.of(marks));
    }

    static AdmissionsScreen admissions() {
        return new AdmissionsScreen(
                chart(ChartTab.ADMISSIONS),
                List.of(
                        new Stay(
                                HOSPITAL,
                                "循環器内科",
                                "5 東",
                                LocalDate.of(2026, 11, 19),
                                null,
                                null,
                                List.of("転科・転棟 2026年11月20日 10:30: 5 東 → 3 西"),
                                RECORD,
                                List.of()),
                        new Stay(
                                COLLEGE,
                                "呼吸器内科",
                                "7 階北",
                                LocalDate.of(2026, 8, 5),
                                LocalDate.of(2026, 8, 12),
                                "軽快",
                                List.of(),
                                RECORD,
                                List.of(Mark.of(MarkKind.CORRECTED)))),
                RECEIVED);
    }
}
