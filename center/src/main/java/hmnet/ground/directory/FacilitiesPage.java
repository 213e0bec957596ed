package hmnet.ground.directory;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityScreen.FormerName;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The operators' page of facilities (参加施設): what each was called when, and who takes over from whom.
@Controller
class FacilitiesPage {
    private static final Set<String> PROBLEMS =
            Set.of("unknown", "come", "same-person", "taken-over", "circle", "own", "nothing");

    private final Facilities facilities;
    private final Attributes attributes;
    private final Successions successions;
    private final FacilityView view;
    private final Pages pages;

    FacilitiesPage(
            Facilities facilities, Attributes attributes, Successions successions, FacilityView view, Pages pages) {
        this.facilities = facilities;
        this.attributes = attributes;
        this.successions = successions;
        this.view = view;
        this.pages = pages;
    }

    @GetMapping("/office/facilities")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.facilities", icon = "desk", group = MenuGroup.NETWORK, order = 10)
    ResponseEntity<String> list(Frame frame) {
        var all = successions.all();
        var lines = facilities.all().stream()
                .map(facility -> new FacilitiesScreen.FacilityLine(
                        FacilityView.path(facility.id()),
                        facility.name(),
                        facility.code(),
                        facility.kind().word(),
                        FacilityView.partIn(facility.id(), all)
                                .filter(one -> one.holds() || one.waits())
                                .map(one -> one.state().word())
                                .findFirst()
                                .orElse("")))
                .sorted(Comparator.comparing(line -> line.succession().isEmpty()))
                .toList();
        return Pages.answer(
                HttpStatus.OK,
                pages.render("ground/directory/facilities", frame, Map.of("page", new FacilitiesScreen(lines))));
    }

    @GetMapping("/office/facilities/{id}")
    @Rule(Right.OPERATE)
    ResponseEntity<String> show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String problem,
            Requester requester,
            Frame frame) {
        return view.find(id)
                .map(facility -> view.page(facility, Pages.known(PROBLEMS, problem), requester, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// Another code, name or owner from a day on. What is refused is shown again as it was typed.
    @PostMapping("/office/facilities/{id}/attributes")
    @Rule(Right.OPERATE)
    ResponseEntity<String> describe(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String owner,
            Requester requester,
            Frame frame) {
        var facility = view.find(id);
        if (facility.isEmpty()) {
            return pages.notFound(frame);
        }
        var day = TypedForm.day(since);
        var problems = new HashMap<String, String>();
        if (day.isEmpty()) {
            problems.put("since", "day");
        }
        if (code.isBlank() || code.strip().length() > FormerName.CODE_MAX) {
            problems.put("code", "code");
        }
        if (name.isBlank() || name.strip().length() > FormerName.WORDS_MAX) {
            problems.put("name", "name");
        }
        if (owner.strip().length() > FormerName.WORDS_MAX) {
            problems.put("owner", "owner");
        }
        if (problems.isEmpty()) {
            var said = new FormerName(day.orElseThrow(), code.strip(), name.strip(), owner.strip());
            switch (attributes.add(new FacilityId(id), said, requester)) {
                case DONE -> {
                    return to(id, null);
                }
                case CODE_TAKEN -> problems.put("code", "code-taken");
                case DAY_TAKEN -> problems.put("since", "day-taken");
            }
        }
        var typed = Map.of("since", since, "code", code, "name", name, "owner", owner);
        return view.calling(facility.get(), new TypedForm(typed, problems), requester, frame);
    }

    /// Takes out what was entered for a day that has not come yet.
    @PostMapping("/office/facilities/{id}/attributes/{since}/withdrawal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> withdraw(
            @PathVariable long id,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            Requester requester) {
        return to(id, attributes.withdraw(new FacilityId(id), since, requester) ? null : "come");
    }

    static ResponseEntity<String> to(long facility, @Nullable String problem) {
        return Pages.seeOther(
                FacilityView.path(new FacilityId(facility)) + (problem == null ? "" : "?problem=" + problem));
    }
}
