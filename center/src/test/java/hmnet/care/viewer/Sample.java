package hmnet.care.viewer;

import static hmnet.care.viewer.PersonBanner.AllergyState.ADVERSE_REACTION;
import static hmnet.care.viewer.PersonBanner.AllergyState.DENIED;
import static hmnet.care.viewer.PersonBanner.AllergyState.NOTHING_RECEIVED;
import static hmnet.care.viewer.PersonBanner.AllergyState.PAST;
import static hmnet.care.viewer.PersonBanner.AllergyState.PRESENT;
import static hmnet.care.viewer.PersonBanner.AllergyState.REFUTED;
import static hmnet.care.viewer.PersonBanner.AllergyState.UNCONFIRMED;
import static hmnet.care.viewer.PersonBanner.AllergyState.UNKNOWN;
import static hmnet.care.viewer.PersonBanner.AllergyState.WITHHELD;
import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.VISIT;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.DiagnosesScreen.DiagnosisLine;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.ClosedKindLine;
import hmnet.care.viewer.PersonBanner.FeedNote;
import hmnet.care.viewer.TimelineScreen.FilterChoice;
import hmnet.care.viewer.TimelineScreen.MatrixCell;
import hmnet.care.viewer.TimelineScreen.MatrixRow;
import hmnet.care.viewer.TimelineScreen.TimelineDay;
import hmnet.care.viewer.TimelineScreen.TimelineFacility;
import hmnet.care.viewer.TimelineScreen.TimelineFilter;
import hmnet.care.viewer.TimelineScreen.TimelineItem;
import hmnet.care.viewer.TimelineScreen.TimelineMatrix;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An invented resident with an eventful chart, for looking at screens (見本の方).
final class Sample {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final String PATH = "/people/b4Yw7Qm2";
    static final String HOSPITAL = "見本市民病院";
    static final String COLLEGE = "架空医科大学附属病院 循環器・腎臓センター";
    static final String CLINIC = "ひな形内科クリニック";
    static final String PHARMACY = "例示薬局 本通店";
    static final PersonBanner PERSON = new PersonBanner(
            "試験 花子",
            "シケン ハナコ",
            LocalDate.of(1948, 4, 12),
            78,
            "female",
            List.of(
                    new AllergyNote(PRESENT, HOSPITAL, "ペニシリン系（発疹）", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(ADVERSE_REACTION, CLINIC, "アスピリン（重度、喘息）", LocalDate.of(2025, 12, 1)),
                    new AllergyNote(UNCONFIRMED, HOSPITAL, "ヨード造影剤", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(PAST, HOSPITAL, "卵（解消）", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(REFUTED, HOSPITAL, "ソバ", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(DENIED, CLINIC, null, LocalDate.of(2025, 12, 1)),
                    new AllergyNote(UNKNOWN, COLLEGE, null, LocalDate.of(2026, 8, 20)),
                    new AllergyNote(WITHHELD, COLLEGE, "受領後 7 日間は規則により非表示。あるかどうかは分かりません", null),
                    new AllergyNote(NOTHING_RECEIVED, PHARMACY, null, null)),
            "network",
            LocalDate.of(2026, 4, 1),
            List.of(
                    new FeedNote(COLLEGE, OffsetDateTime.parse("2026-11-19T22:10:00+09:00")),
                    new FeedNote(PHARMACY, null)),
            List.of(new ClosedKindLine("診療録", "facility", COLLEGE), new ClosedKindLine("すべての種別", "stopped", PHARMACY)),
            OffsetDateTime.parse("2026-11-21T21:40:00+09:00"));
    static final List<FacilityCoverage> RECEIVED = List.of(
            new FacilityCoverage(HOSPITAL, LocalDate.of(2021, 4, 1), 0, List.of()),
            new FacilityCoverage(
                    COLLEGE,
                    LocalDate.of(2026, 2, 3),
                    0,
                    List.of(new ClosedKindLine("処方（受領後 7 日間）", "delay", COLLEGE))),
            new FacilityCoverage(PHARMACY, null, 0, List.of()));

    static final DiagnosisLine REFUTED_DIAGNOSIS = new DiagnosisLine(
            "肺結核",
            "A15.0",
            COLLEGE,
            "呼吸器内科",
            "2026/08/12",
            null,
            null,
            false,
            false,
            "否定（培養陰性）",
            List.of(),
            PATH + "/records/r1",
            List.of());

    private Sample() {}

    static ChartFrame chart(ChartTab tab) {
        return new ChartFrame(PATH, PERSON, tab);
    }

    static TimelineScreen timeline() {
        var days = List.of(
                day(
                        "2026-11-20",
                        at(
                                HOSPITAL,
                                item(VISIT, "外来受付", "循環器内科"),
                                item(LABORATORY, "生化学・血算（14 項目、異常 3）", "循環器内科", Mark.of(MarkKind.PRELIMINARY)),
                                item(
                                        PRESCRIPTION,
                                        "ワーファリン錠1mg、アムロジピンOD錠5mg ほか 4 剤 28 日分",
                                        "循環器内科",
                                        Mark.of(MarkKind.CORRECTED))),
                        at(CLINIC, item(VISIT, "外来受付", "内科"))),
                day(
                        "2026-11-05",
                        at(
                                COLLEGE,
                                item(
                                        DIAGNOSIS,
                                        "肺腺癌の疑い",
                                        "呼吸器内科",
                                        new Mark(MarkKind.UNTOLD, LocalDate.of(2026, 11, 5)),
                                        Mark.of(MarkKind.GIVEN)),
                                item(LABORATORY, "腫瘍マーカー（CEA）", "呼吸器内科", Mark.of(MarkKind.RESTRICTED)),
                                item(ADMISSION, "退院（8 日間）", "呼吸器内科", Mark.of(MarkKind.RESTRICTED)))),
                day("2026-10-23", at(HOSPITAL, item(PRESCRIPTION, "アムロジピンOD錠5mg ほか 3 剤 28 日分", "循環器内科"))));
        return new TimelineScreen(
                chart(ChartTab.TIMELINE),
                TODAY,
                filter(null),
                matrix(),
                days,
                PATH + "/timeline?before=x1",
                null,
                RECEIVED);
    }

    static TimelineScreen emptyTimeline() {
        return new TimelineScreen(
                chart(ChartTab.TIMELINE),
                TODAY,
                filter(YearMonth.of(2026, 9)),
                matrix(),
                List.of(),
                null,
                PATH + "/timeline",
                RECEIVED);
    }

    private static TimelineFilter filter(@Nullable YearMonth month) {
        return new TimelineFilter(
                Period.SIX_MONTHS,
                List.of(new FilterChoice("1", HOSPITAL, false), new FilterChoice("2", COLLEGE, false)),
                List.of(
                        new FilterChoice("prescription", "PRESCRIPTION", false),
                        new FilterChoice("laboratory", "LABORATORY", false)),
                month);
    }

    private static TimelineMatrix matrix() {
        var months = IntStream.range(0, 12)
                .mapToObj(back -> YearMonth.from(TODAY).minusMonths(back))
                .toList();
        return new TimelineMatrix(
                months,
                List.of(
                        row(HOSPITAL, 5, 3, 2, 9, 0, 4, 4, 1, 0, 0, 6, 3),
                        row(COLLEGE, 4, 0, 0, 31, 12, 0, 0, 0, 0, 2, 0, 0),
                        row(CLINIC, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1)));
    }

    private static MatrixRow row(String facility, int... counts) {
        return new MatrixRow(
                facility,
                IntStream.of(counts)
                        .mapToObj(count -> new MatrixCell(count, PATH + "/timeline?month=2026-09", count == 31))
                        .toList());
    }

    private static TimelineDay day(String day, TimelineFacility... facilities) {
        return new TimelineDay(LocalDate.parse(day), List.of(facilities));
    }

    private static TimelineFacility at(String facility, TimelineItem... items) {
        return new TimelineFacility(facility, List.of(items));
    }

    private static TimelineItem item(RecordKind kind, String title, String department, Mark... marks) {
        return new TimelineItem(kind, PATH + "/records/r1", title, department, null, List.of(marks));
    }
}
