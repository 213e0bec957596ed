package hmnet.office.reviewdesk;

import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.reviewdesk.FiguresScreen.Day;
import hmnet.people.arrivals.ReviewFigures;
import hmnet.people.arrivals.ReviewFigures.DecisionCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The figures of the review desk for the last thirty days (名寄せ確認の統計).
@Controller
class ReviewFiguresPage {
    private static final int DAYS = 30;
    private final ReviewFigures figures;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    ReviewFiguresPage(ReviewFigures figures, Staff staff, Pages pages, Clock clock) {
        this.figures = figures;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/reviews/figures")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(Frame frame) {
        return Pages.answer(HttpStatus.OK, pages.render("office/reviewdesk/figures", frame, Map.of("page", screen())));
    }

    private FiguresScreen screen() {
        var today = LocalDate.ofInstant(clock.instant(), JapaneseDates.JAPAN);
        var since = today.minusDays(DAYS - 1L);
        var byDay = figures.byDay(since);
        return new FiguresScreen(
                since,
                figures.open(),
                days(byDay, since),
                people(figures.byPerson(since)),
                sum(byDay, DecisionCount::same),
                sum(byDay, DecisionCount::different),
                sum(byDay, DecisionCount::later),
                sum(byDay, DecisionCount::undone),
                figures.matched(since),
                figures.links().entrySet().stream()
                        .map(entry -> new FiguresScreen.LinkSourceFigure(
                                entry.getKey().word(), entry.getValue()))
                        .toList());
    }

    /// A day without a decision is a day too.
    private static List<Day> days(List<DecisionCount> done, LocalDate since) {
        var byDay = done.stream().collect(Collectors.toMap(DecisionCount::of, Function.identity()));
        return since.datesUntil(since.plusDays(DAYS))
                .map(day -> {
                    var one = byDay.getOrDefault(day.toString(), new DecisionCount("", 0, 0, 0, 0));
                    return new Day(day, one.same(), one.different(), one.undone());
                })
                .toList();
    }

    private List<FiguresScreen.ReviewerFigures> people(List<DecisionCount> done) {
        var names = staff.names(done.stream()
                .flatMap(one -> ReviewScreens.staffOf(one.of()).stream())
                .toList());
        return done.stream()
                .map(one -> new FiguresScreen.ReviewerFigures(
                        ReviewScreens.staffOf(one.of())
                                .map(who -> names.getOrDefault(who, one.of()))
                                .orElse(one.of()),
                        one.same(),
                        one.different(),
                        one.later(),
                        one.undone()))
                .toList();
    }

    private static long sum(List<DecisionCount> done, ToLongFunction<DecisionCount> of) {
        return done.stream().mapToLong(of).sum();
    }
}
