package hmnet.care.handbook;

import hmnet.care.handbook.OwnPhotosScreen.PhotoLine;
import hmnet.care.handbook.OwnPhotosScreen.PhotoScreen;
import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.ResultDays.DayResult;
import hmnet.care.labsheet.ResultDays.ResultDay;
import hmnet.care.timeline.CareEvent;
import hmnet.care.timeline.Line;
import hmnet.care.timeline.Line.LineValue;
import hmnet.care.viewer.AllergyBand;
import hmnet.care.viewer.AllergyBand.AllergyLine;
import hmnet.care.viewer.AllergyBand.AllergySource;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.PersonBanner.AllergySeverity;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.care.viewer.PersonBanner.ClosedKindLine;
import hmnet.care.viewer.PersonBanner.ErasedLine;
import hmnet.care.viewer.PersonBanner.FeedNote;
import hmnet.care.viewer.SampleMedicines;
import hmnet.care.vitals.SampleVitals;
import hmnet.care.vitals.Vitals.DrawnVitals;
import hmnet.care.vitaltargets.DrawnTargets;
import hmnet.care.vitaltargets.TargetScreens;
import hmnet.consent.mypages.OwnScreens;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.record.ownrecords.FiledPhoto;
import hmnet.record.ownrecords.OwnPhotoKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages on which an invented resident reads their own records.
public final class HandbookScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String HOSPITAL = "見本市民病院";
    private static final OwnSources RECEIVED = new OwnSources(
            List.of(
                    new FacilityCoverage(
                            HOSPITAL,
                            LocalDate.of(2021, 4, 1),
                            12,
                            List.of(new ClosedKindLine("検査結果", "3 日後", HOSPITAL))),
                    new FacilityCoverage("見本薬局", null, 0, List.of())),
            List.of(new FeedNote("架空内科医院", OffsetDateTime.parse("2026-11-18T18:10:00+09:00"))),
            List.of(new ErasedLine("例示医院", 2)));

    private static final OwnExportScreen.ReadyCopy READY =
            new OwnExportScreen.ReadyCopy(812, OffsetDateTime.parse("2026-11-21T10:27:00+09:00"));

    private static final PhotoLine LINE =
            new PhotoLine(UUID.fromString("00000000-0000-4000-8000-000000000003"), "健診結果の写真（見本健診センター）", DAY);

    private HandbookScreens() {}

    public static List<Screen> all() {
        return List.of(
                of("own-medicines", "medicines", medicines()),
                of("own-vitals", "vitals", vitals(TypedForm.NOTHING, "kept")),
                of(
                        "own-vitals-wrong",
                        "vitals",
                        vitals(
                                new TypedForm(
                                        Map.of("systolic", "84", "diastolic", "132", "weight", "五十"),
                                        Map.of("diastolic", "upside-down", "weight", "number")),
                                null)),
                of(
                        "own-entry",
                        "entry",
                        new OwnEntryScreen(
                                "00000000-0000-4000-8000-000000000001",
                                new TypedForm(
                                        Map.of("measured", "2026-11-20T07:10", "systolic", "132", "diastolic", "84"),
                                        Map.of()))),
                of("own-results", "results", results(List.of(day()), "/my/results?before=x")),
                of("own-results-empty", "results", results(List.of(), null)),
                of("own-visits", "visits", new OwnVisitsScreen(OwnVisitsScreen.days(lines()), null, null, RECEIVED)),
                of("own-photos", "photos", photos(TypedForm.NOTHING, "kept", List.of(LINE))),
                of(
                        "own-photos-wrong",
                        "photos",
                        photos(
                                new TypedForm(Map.of("kind", "checkup"), Map.of("day", "day", "file", "damaged")),
                                null,
                                List.of())),
                of(
                        "own-photo",
                        "photo",
                        new PhotoScreen(
                                LINE.record(),
                                new FiledPhoto(
                                        LINE.record(), OwnPhotoKind.CHECKUP, LINE.title(), DAY, "本人が記録\n去年より減りました", 2),
                                true)),
                of("own-export", "export", new OwnExportScreen(null, null, null)),
                of("own-export-making", "export", new OwnExportScreen(42, null, null)),
                of("own-export-ready", "export", new OwnExportScreen(null, READY, null)),
                of("own-export-failed", "export", new OwnExportScreen(null, null, "failed")));
    }

    private static Screen of(String name, String page, Record screen) {
        return new Screen(
                name, "care/handbook/" + page, null, "/my/" + page, Map.of("whose", OwnScreens.OWN, "page", screen));
    }

    private static OwnMedicinesScreen medicines() {
        var source = List.of(new AllergySource(HOSPITAL, DAY));
        return new OwnMedicinesScreen(
                DAY,
                14,
                SampleMedicines.current(),
                new AllergyBand(
                        List.of(
                                new AllergyLine(AllergyState.PRESENT, AllergySeverity.UNMARKED, "ソバ（発疹）", source),
                                new AllergyLine(
                                        AllergyState.NOTHING_RECEIVED,
                                        AllergySeverity.UNMARKED,
                                        null,
                                        List.of(new AllergySource("見本薬局", null)))),
                        List.of()),
                RECEIVED);
    }

    private static OwnVitalsScreen vitals(TypedForm form, @Nullable String told) {
        return new OwnVitalsScreen(
                told,
                true,
                false,
                "00000000-0000-4000-8000-000000000002",
                "2026-11-20T07:10",
                form,
                TargetScreens.alerts(),
                aimed(),
                Period.THREE_MONTHS,
                null,
                null,
                RECEIVED);
    }

    private static DrawnVitals aimed() {
        var drawn = SampleVitals.drawn();
        var aims = new DrawnTargets(TargetScreens.targets().subList(0, 2), Messages.in(Language.JAPANESE));
        return new DrawnVitals(aims.on(drawn.lines()), drawn.axis(), drawn.table());
    }

    private static OwnPhotosScreen photos(TypedForm form, @Nullable String told, List<PhotoLine> lines) {
        return new OwnPhotosScreen(
                told, true, false, "00000000-0000-4000-8000-000000000004", DAY, form, lines, "/my/photos?before=x");
    }

    private static OwnResultsScreen results(List<ResultDay> days, @Nullable String older) {
        return new OwnResultsScreen(days, older, null, RECEIVED);
    }

    private static ResultDay day() {
        return new ResultDay(
                DAY,
                HOSPITAL,
                List.of(
                        new DayResult("HbA1c(NGSP)", "全血", "6.9", "%", "4.9–6.0", LabFlag.HIGH, false, List.of()),
                        new DayResult("カリウム", "血清", "4.1", "mEq/L", "3.6–4.8", LabFlag.NONE, false, List.of("溶血あり")),
                        new DayResult("ヘモグロビン", "", "", "", "", LabFlag.NONE, false, List.of("未実施"))),
                List.of("空腹時採血"));
    }

    private static List<Line> lines() {
        return List.of(new Line(
                CareEvent.of(RecordKind.PRESCRIPTION),
                RecordKind.PRESCRIPTION,
                "",
                List.of(),
                DAY,
                HOSPITAL,
                "処方 2 剤 28 日分",
                "循環器内科",
                null,
                List.of(),
                List.of(
                        LineValue.of("ワルファリンK錠1mg 1回 2.5 錠"),
                        new LineValue("フロセミド錠20mg 1回 1 錠（中止）", LabFlag.NONE, true)),
                0,
                0,
                OffsetDateTime.parse("2026-11-20T15:42:00+09:00"),
                null));
    }
}
