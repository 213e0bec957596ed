package hmnet.ground.disaster;

import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.disaster.DisasterChanges.DeclarationResult;
import hmnet.ground.disaster.DisasterScreen.AskedDisaster;
import hmnet.ground.disaster.DisasterScreen.DisasterLine;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Two declare the disaster mode and make it last longer; one ends it (災害時モードの宣言の画面).
@Controller
class DisasterPage {
    static final String PATH = "/office/disaster";
    private static final Set<String> DONE = Set.of("asked", "begun", "prolonged", "ended", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "not-named", "gone");

    private final Disasters disasters;
    private final DisasterChanges changes;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    DisasterPage(Disasters disasters, DisasterChanges changes, Staff staff, Pages pages, Clock clock) {
        this.disasters = disasters;
        this.changes = changes;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.DECLARE)
    @MenuPlace(text = "menu.disaster", icon = "warn", group = MenuGroup.NETWORK, order = 53)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        return page(Pages.known(DONE, done), Pages.known(PROBLEMS, problem), TypedForm.NOTHING, by, frame);
    }

    /// The first of two. While a mode holds, its area stays and `towns` is not asked.
    @PostMapping(PATH)
    @Rule(Right.DECLARE)
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String towns,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        var lasts = hours(hours);
        var standing = disasters.standing();
        var wanted = standing.map(Disaster::area).or(() -> DisasterArea.typed(cut(towns)));
        var problems = new HashMap<String, String>();
        if (lasts.isEmpty()) {
            problems.put("hours", "hours");
        }
        if (why.isBlank() || why.length() > DisasterScreen.WHY_MAX) {
            problems.put("why", "why");
        }
        if (standing.isEmpty()) {
            problem(area, towns, wanted).forEach(problems::put);
        }
        if (!problems.isEmpty()) {
            var typed = Map.of("hours", hours, "area", area, "towns", towns, "why", why);
            return page(null, null, new TypedForm(typed, problems), by, frame);
        }
        return to(changes.ask(
                new DisasterTerms(lasts.orElseThrow(), wanted.orElseThrow()), standing.isPresent(), why.strip(), by));
    }

    private static String cut(String towns) {
        return towns.length() > DisasterScreen.AREA_MAX ? "" : towns;
    }

    /// Forgetting the municipalities never opens the whole region: that is said by itself.
    private Map<String, String> problem(String area, String towns, Optional<DisasterArea> wanted) {
        if (area.equals("region")) {
            return towns.isBlank() ? Map.of() : Map.of("towns", "both");
        }
        if (!area.equals("towns")) {
            return Map.of("area", "area");
        }
        var named = wanted.map(DisasterArea::towns).orElseGet(List::of);
        if (named.isEmpty() || !wanted.orElseThrow().odd().isEmpty()) {
            return Map.of("towns", "towns");
        }
        return named.stream().allMatch(town -> disasters.facilities(new DisasterArea(List.of(town))) > 0)
                ? Map.of()
                : Map.of("towns", "nobody");
    }

    @PostMapping("/office/disaster/agreement")
    @Rule(Right.DECLARE)
    ResponseEntity<String> agree(Requester by) {
        return to(changes.agree(by));
    }

    @PostMapping("/office/disaster/refusal")
    @Rule(Right.DECLARE)
    ResponseEntity<String> refuse(Requester by) {
        return to(changes.refuse(by));
    }

    @PostMapping("/office/disaster/end")
    @Rule(Right.DECLARE)
    ResponseEntity<String> end(Requester by) {
        return to(changes.end(by));
    }

    private static OptionalInt hours(String typed) {
        var digits = typed.strip();
        if (!digits.matches("[1-9][0-9]{0,2}")) {
            return OptionalInt.empty();
        }
        var hours = Integer.parseInt(digits);
        return hours <= DisasterScreen.HOURS_MAX ? OptionalInt.of(hours) : OptionalInt.empty();
    }

    private static ResponseEntity<String> to(DeclarationResult result) {
        return Pages.seeOther(PATH + "?"
                + switch (result) {
                    case ASKED -> "done=asked";
                    case BEGUN -> "done=begun";
                    case PROLONGED -> "done=prolonged";
                    case ENDED -> "done=ended";
                    case REFUSED -> "done=refused";
                    case SAME_PERSON -> "problem=second-person";
                    case NOT_NAMED -> "problem=not-named";
                    case NOTHING -> "problem=gone";
                });
    }

    private ResponseEntity<String> page(
            @Nullable String done, @Nullable String problem, TypedForm typed, Requester by, Frame frame) {
        var now = OffsetDateTime.now(clock);
        var all = disasters.latest();
        var asked = changes.waiting();
        var names = staff.names(Stream.concat(
                        asked.map(Approval::by).map(StaffId::of).stream(),
                        all.stream()
                                .flatMap(one -> Stream.of(one.declaredBy(), one.agreedBy(), one.endedBy()))
                                .filter(Objects::nonNull))
                .distinct()
                .toList());
        var screen = new DisasterScreen(
                problem,
                done,
                all.stream()
                        .filter(one -> one.holds(now))
                        .map(one -> line(one, names))
                        .findFirst()
                        .orElse(null),
                asked.map(one -> asked(one, names, by)).orElse(null),
                by.may(Right.OPERATE),
                changes.isNamed(by),
                all.stream()
                        .filter(one -> !one.holds(now))
                        .map(one -> line(one, names))
                        .toList(),
                typed);
        return Pages.answer(
                typed.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("ground/disaster/disaster", frame, Map.of("page", screen)));
    }

    private DisasterLine line(Disaster one, Map<StaffId, String> names) {
        return new DisasterLine(
                one.id(),
                one.area().towns(),
                disasters.facilities(one.area()),
                one.reason(),
                one.since(),
                one.end(),
                names.getOrDefault(one.declaredBy(), ""),
                names.getOrDefault(one.agreedBy(), ""),
                one.endedBy() == null ? null : names.getOrDefault(one.endedBy(), ""));
    }

    private AskedDisaster asked(Approval one, Map<StaffId, String> names, Requester by) {
        var terms = DisasterTerms.of(one.what());
        return new AskedDisaster(
                terms.hours(),
                terms.area().towns(),
                disasters.facilities(terms.area()),
                one.why(),
                names.getOrDefault(StaffId.of(one.by()), ""),
                one.at(),
                one.by().equals(by.actor()));
    }
}
