package hmnet.care.finding;

import hmnet.care.finding.FindScreen.FindLine;
import hmnet.care.finding.PatientSearch.SearchedPatient;
import hmnet.care.viewer.Glances;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finds a patient of the own facility (患者検索). What is searched is sent in the body: a name stands in no address.
@Controller
class FindPage {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int TYPED_MAX = 80;

    private final PatientSearch search;
    private final Glances glances;
    private final Pages pages;
    private final Clock clock;

    FindPage(PatientSearch search, Glances glances, Pages pages, Clock clock) {
        this.search = search;
        this.glances = glances;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/find")
    @Rule(Right.LINK)
    @MenuPlace(text = "menu.find", icon = "question", group = MenuGroup.CARE, order = 14)
    ResponseEntity<String> show(Frame frame) {
        return page(new FindScreen(null, "", null, false), frame);
    }

    @PostMapping("/find")
    @Rule(Right.LINK)
    @ChecksNumbers("q")
    ResponseEntity<String> find(@RequestParam(defaultValue = "") String q, Requester requester, Frame frame) {
        if (MyNumber.standsIn(q)) {
            return page(new FindScreen("my-number", "", null, false), frame);
        }
        var query = q.length() > TYPED_MAX ? null : TypedPatient.of(q);
        if (query == null || query.asksNothing()) {
            return page(new FindScreen("empty", "", null, false), frame);
        }
        var found = search.find(query, requester);
        var lines = found.patients().stream().map(one -> line(one, requester)).toList();
        return page(new FindScreen(null, q.strip(), lines, found.more()), frame);
    }

    private FindLine line(SearchedPatient one, Requester requester) {
        var birth = one.birth();
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var person = one.person();
        var chart = one.tied() && requester.may(Right.VIEW_CHART) ? person : null;
        return new FindLine(
                one.number(),
                one.name(),
                one.kana(),
                birth,
                birth == null ? -1 : (int) ChronoUnit.YEARS.between(birth, today),
                one.sex(),
                person != null,
                one.tied(),
                chart == null ? null : "/people/" + chart + "/summary",
                chart == null ? null : glances.of(requester, chart));
    }

    private ResponseEntity<String> page(FindScreen screen, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/finding/find", frame, Map.of("page", screen)));
    }
}
