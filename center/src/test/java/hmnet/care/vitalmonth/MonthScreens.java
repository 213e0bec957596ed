package hmnet.care.vitalmonth;

import hmnet.care.homevitals.DayPart;
import hmnet.care.homevitals.HomeBounds;
import hmnet.care.homevitals.PressureMean;
import hmnet.care.vitalmonth.MonthDay.DayPressure;
import hmnet.care.vitals.SampleVitals;
import hmnet.care.vitals.VitalAxis;
import hmnet.care.vitaltargets.DrawnTargets;
import hmnet.care.vitaltargets.TargetScreens;
import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sheet of a month of an invented resident (月間表の下見).
public final class MonthScreens {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final LocalDate TODAY = MONTH.atDay(21);

    private MonthScreens() {}

    public static List<Screen> all() {
        return List.of(new Screen(
                "own-month",
                "care/vitalmonth/own",
                null,
                "/my/vitals/month",
                Map.of(
                        "whose",
                        OwnScreens.OWN,
                        "page",
                        new OwnMonthScreen("見本　花子", "/my/vitals/month", sheet(), MONTH.minusMonths(1), null))));
    }

    static MonthSheet sheet() {
        var m = Messages.in(Language.JAPANESE);
        var lines = HomeBounds.drawn(SampleVitals.drawn().lines(), m).stream()
                .filter(line -> List.of("pressure", "weight").contains(line.sign()))
                .toList();
        return new MonthSheet(
                MONTH,
                TODAY,
                MONTH.atDay(1)
                        .datesUntil(MONTH.plusMonths(1).atDay(1))
                        .map(MonthScreens::day)
                        .toList(),
                List.of(
                        new PressureMean(DayPart.MORNING, 14, 20, 134L, 82L),
                        new PressureMean(DayPart.EVENING, 0, 0, null, null)),
                new DrawnTargets(TargetScreens.targets().subList(0, 2), m).on(lines),
                new VitalAxis(
                        OffsetDateTime.parse("2026-11-01T00:00:00+09:00"),
                        OffsetDateTime.parse("2026-12-01T00:00:00+09:00")),
                false,
                14);
    }

    private static MonthDay day(LocalDate day) {
        var written = day.isBefore(TODAY) && day.getDayOfMonth() % 3 != 0;
        return new MonthDay(
                day,
                !written
                        ? List.of()
                        : List.of(
                                new DayPressure(Optional.of(DayPart.MORNING), "07:10", "132/84", "72"),
                                new DayPressure(Optional.of(DayPart.MORNING), "07:12", "128/80", "70"),
                                new DayPressure(Optional.empty(), "13:20", "141/88", "")),
                written ? List.of("52.4") : List.of(),
                List.of(),
                written ? List.of("体温 36.4℃") : List.of(),
                day.getDayOfMonth() == 4 ? List.of("気づいたこと：朝から少し頭が重い") : List.of());
    }
}
