package hmnet.office.issuing;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.StockScreen.NumberRangeLine;
import hmnet.office.issuing.StockScreen.Organisation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who issues which numbers, and what cards look like (番号の範囲と券面).
@Controller
class StockPage {
    private static final Set<String> DONE = Set.of("given", "design", "ended");
    private final Stock stock;
    private final Facilities facilities;
    private final CardDrawings drawings;
    private final Pages pages;

    StockPage(Stock stock, Facilities facilities, CardDrawings drawings, Pages pages) {
        this.stock = stock;
        this.facilities = facilities;
        this.drawings = drawings;
        this.pages = pages;
    }

    @GetMapping("/office/designs")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.card-stock", icon = "id", group = MenuGroup.NETWORK, order = 40)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        return page(null, Pages.known(DONE, done), TypedForm.NOTHING, frame);
    }

    @PostMapping("/office/ranges")
    @Rule(Right.OFFICE)
    ResponseEntity<String> give(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String prefix,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        var problems = new LinkedHashMap<String, String>();
        if (facility.isEmpty()) {
            problems.put("code", "organisation");
        }
        if (!prefix.matches("[0-9]{1,4}")) {
            problems.put("prefix", "range");
        }
        if (problems.isEmpty() && !stock.give(facility.orElseThrow().id(), prefix, requester)) {
            problems.put("prefix", "overlap");
        }
        return problems.isEmpty()
                ? to("given")
                : page(null, null, new TypedForm(Map.of("code", code, "prefix", prefix), problems), frame);
    }

    /// The last day on which numbers of a range are issued; without a day it goes on.
    @PostMapping("/office/ranges/{prefix}/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> endRange(
            @PathVariable String prefix,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Requester requester,
            Frame frame) {
        return stock.endRange(prefix, until, requester)
                ? to("ended")
                : page("not-ended", null, TypedForm.NOTHING, frame);
    }

    @PostMapping("/office/designs")
    @Rule(Right.OFFICE)
    ResponseEntity<String> addDesign(
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Requester requester,
            Frame frame) {
        var problems = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.length() > 60) {
            problems.put("name", "name");
        }
        if (!word.matches("[a-z][a-z0-9-]{1,29}")) {
            problems.put("word", "word");
        }
        var first = TypedForm.day(since);
        if (first.isEmpty()) {
            problems.put("since", "since");
        }
        if (until != null && first.isPresent() && until.isBefore(first.get())) {
            problems.put("until", "until");
        }
        if (problems.isEmpty() && !stock.addDesign(word, name.strip(), first.orElseThrow(), until, requester)) {
            problems.put("word", "taken");
        }
        return problems.isEmpty()
                ? to("design")
                : page(
                        null,
                        null,
                        new TypedForm(
                                Map.of(
                                        "word",
                                        word,
                                        "name",
                                        name,
                                        "since",
                                        since,
                                        "until",
                                        Objects.toString(until, "")),
                                problems),
                        frame);
    }

    /// The last day on which batches choose a design; without a day it goes on.
    @PostMapping("/office/designs/{word}/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> endDesign(
            @PathVariable String word,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Requester requester,
            Frame frame) {
        return stock.endDesign(word, until, requester)
                ? to("ended")
                : page("not-ended", null, TypedForm.NOTHING, frame);
    }

    private ResponseEntity<String> page(@Nullable String problem, @Nullable String done, TypedForm typed, Frame frame) {
        var screen = new StockScreen(
                problem,
                done,
                typed,
                drawings.today(),
                stock.ranges().stream()
                        .map(range -> {
                            var facility = facilities.get(range.facility());
                            return new NumberRangeLine(
                                    facility.name(), range.prefix(), range.since(), range.until(), range.issued());
                        })
                        .toList(),
                facilities.all().stream()
                        .filter(facility -> facility.kind() == FacilityKind.OFFICE)
                        .map(facility -> new Organisation(facility.code(), facility.name()))
                        .toList(),
                stock.designs());
        return Pages.answer(
                problem == null && !typed.isBad() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/stock", frame, Map.of("page", screen)));
    }

    private static ResponseEntity<String> to(String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/office/designs?done=" + done)
                .build();
    }
}
