package hmnet.care.summary;

import hmnet.care.cautions.DrugCautions.DrugCaution;
import hmnet.care.labsheet.KeyResults.KeyResult;
import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.labsheet.LatestResult;
import hmnet.care.labsheet.LatestResult.PlacedValue;
import hmnet.care.labsheet.LatestResult.ResultChange;
import hmnet.care.labsheet.Spark;
import hmnet.care.summary.SinceVisit.KindSince;
import hmnet.care.summary.SummaryScreen.CurrentMedicine;
import hmnet.care.summary.SummaryScreen.FreshList;
import hmnet.care.summary.SummaryScreen.FreshRecord;
import hmnet.care.summary.SummaryScreen.MedicineList;
import hmnet.care.summary.SummaryScreen.OpenQuestion;
import hmnet.care.summary.SummaryScreen.ProblemLine;
import hmnet.care.summary.SummaryScreen.ProblemList;
import hmnet.care.summary.SummaryScreen.ResultList;
import hmnet.care.summary.SummaryScreen.VisitLine;
import hmnet.care.summary.SummaryScreen.VisitList;
import hmnet.care.viewer.ChartFrame;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An invented summary of somebody with much in their chart (概要の見本).
public final class SummarySamples {
    private static final String HOSPITAL = "見本市民病院";
    private static final String CLINIC = "ひな形内科クリニック";
    private static final String RECORD = "/people/x/records/r1";

    private SummarySamples() {}

    public static SummaryScreen screen(ChartFrame chart, LocalDate today) {
        var plan = SummaryPlan.of(Profession.DOCTOR, SummaryPlan.GENERAL);
        return new SummaryScreen(
                chart,
                today,
                plan.columns(),
                plan.field(),
                SummaryPlan.all(Profession.DOCTOR).stream()
                        .map(SummaryPlan::field)
                        .toList(),
                new ProblemList(
                        problems(), List.of(problem("急性気管支炎", false, "2024/02/01", "2024/02/20 治癒")), List.of()),
                new MedicineList(medicines(today), List.of()),
                new ResultList(results(), List.of()),
                new VisitList(visits(), List.of()),
                new FreshList(
                        OffsetDateTime.parse("2026-11-02T17:40:00+09:00"),
                        fresh(),
                        3,
                        new SinceVisit(
                                LocalDate.of(2026, 10, 20),
                                List.of(
                                        new KindSince(RecordKind.PRESCRIPTION, 4, RECORD),
                                        new KindSince(RecordKind.LABORATORY, 5, RECORD))),
                        false),
                questions());
    }

    private static List<ProblemLine> problems() {
        return Stream.of("慢性心不全", "非弁膜症性心房細動", "慢性腎臓病", "関節リウマチ", "２型糖尿病", "高血圧症", "骨粗鬆症", "変形性膝関節症", "便秘症")
                .map(name -> problem(name, name.equals("慢性心不全"), "2019/05", null))
                .toList();
    }

    private static ProblemLine problem(String name, boolean main, String onset, @Nullable String ended) {
        return new ProblemLine(name, main, false, onset, ended, null, List.of(HOSPITAL), RECORD, List.of());
    }

    private static List<CurrentMedicine> medicines(LocalDate today) {
        var flagged = List.of(
                medicine("ロキソプロフェンＮａ錠６０ｍｇ「見本」", CLINIC, today, 4, true, DrugCaution.NSAID, DrugCaution.KIDNEY),
                medicine("セレコキシブ錠100mg", HOSPITAL, today, 47, true, DrugCaution.NSAID, DrugCaution.KIDNEY),
                medicine("ワーファリン錠1mg", HOSPITAL, today, 47, false, DrugCaution.ANTICOAGULANT),
                medicine("メトホルミン塩酸塩錠250mg", CLINIC, today, -3, false, DrugCaution.KIDNEY));
        return Stream.concat(
                        flagged.stream(),
                        IntStream.rangeClosed(1, 10)
                                .mapToObj(n -> medicine("見本薬" + n + "錠 " + n + "mg", HOSPITAL, today, 47, false)))
                .toList();
    }

    private static CurrentMedicine medicine(
            String name, String facility, LocalDate today, int left, boolean twice, DrugCaution... cautions) {
        return new CurrentMedicine(
                name,
                "1回 1 錠、1日 2 錠",
                "1日2回 朝夕食後",
                name.startsWith("メトホルミン") ? List.of("週5回") : List.of(),
                facility,
                "内科",
                today.minusDays(20),
                today.plusDays(left),
                left,
                false,
                false,
                twice,
                List.of(cautions),
                RECORD,
                List.of());
    }

    private static List<KeyResult> results() {
        var spark = new Spark("3,15 25,12 47,9 69,3", "69", "3", LabFlag.HIGH);
        return Stream.of("potassium", "creatinine", "egfr", "hba1c", "pt-inr", "haemoglobin", "bnp")
                .map(word -> new KeyResult(
                        word,
                        word,
                        "mmol/L",
                        "3.6–4.8",
                        word.equals("egfr"),
                        new LatestResult(
                                placed("5.3", LabFlag.HIGH, word.equals("bnp") ? "暫定" : "", 5),
                                placed("4.9", LabFlag.NONE, "", 19),
                                ResultChange.UP,
                                spark)))
                .toList();
    }

    private static PlacedValue placed(String value, LabFlag flag, String told, int daysAgo) {
        var state = told.isEmpty() ? LabState.FINAL : LabState.PRELIMINARY;
        return new PlacedValue(
                new LabCell(value, flag, state, told, null, List.of(), RECORD, List.of()),
                LocalDate.of(2026, 11, 21).minusDays(daysAgo),
                HOSPITAL,
                true,
                daysAgo);
    }

    private static List<VisitLine> visits() {
        return List.of(
                new VisitLine(true, LocalDate.of(2026, 11, 18), null, 0, HOSPITAL, "循環器内科", null, RECORD, List.of()),
                new VisitLine(false, LocalDate.of(2026, 11, 16), null, 0, CLINIC, "内科", null, RECORD, List.of()),
                new VisitLine(
                        true,
                        LocalDate.of(2026, 5, 11),
                        LocalDate.of(2026, 5, 22),
                        12,
                        HOSPITAL,
                        "循環器内科",
                        "軽快",
                        RECORD,
                        List.of()));
    }

    private static List<FreshRecord> fresh() {
        return Stream.of(RecordKind.LABORATORY, RecordKind.PRESCRIPTION, RecordKind.DOCUMENT, RecordKind.ADMISSION)
                .map(kind -> new FreshRecord(
                        LocalDate.of(2026, 11, 16), HOSPITAL, kind, "生化学・血算（24 項目）", null, RECORD, List.of()))
                .toList();
    }

    private static List<OpenQuestion> questions() {
        return List.of(
                new OpenQuestion("blood", "血液型が一致しません", "見本市民病院 O（＋）、ひな形内科クリニック A（＋）", null),
                new OpenQuestion("duplicate", "薬の重複", "ロキソプロフェンＮａ錠６０ｍｇ（ひな形内科クリニック）、セレコキシブ錠（見本市民病院）", RECORD),
                new OpenQuestion("withheld", "非表示 架空医科大学附属病院（「記録なし」ではありません）", "診療録", null),
                new OpenQuestion("untold", "未告知の情報 1 件（周囲を確かめてから開く）", "架空医科大学附属病院 病名", RECORD));
    }
}
