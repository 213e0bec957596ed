package hmnet.ground.crewshifts;

import hmnet.ground.approval.Approval;
import hmnet.ground.crewshifts.CrewShiftChanges.ChangeResult;
import hmnet.ground.crewshifts.CrewShiftScreen.AskedChange;
import hmnet.ground.crewshifts.CrewShiftScreen.CrewFacility;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Two operators say that the crews of a fire service come in from registered devices alone, and how long a shift is
/// (救急隊の端末の設定).
@Controller
class CrewShiftPage {
    static final String PATH = "/office/crew-devices";
    private static final Set<String> DONE = Set.of("asked", "changed", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "no-device", "gone");

    private final CrewShifts shifts;
    private final CrewShiftChanges changes;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    CrewShiftPage(CrewShifts shifts, CrewShiftChanges changes, Facilities facilities, Staff staff, Pages pages) {
        this.shifts = shifts;
        this.changes = changes;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.crew-devices", icon = "lock", group = MenuGroup.NETWORK, order = 72)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        return page(Pages.known(DONE, done), Pages.known(PROBLEMS, problem), id -> TypedForm.NOTHING, by, frame);
    }

    /// The first of two. Zero hours end the rule.
    @PostMapping("/office/crew-devices/{id}/change")
    @Rule(Right.OPERATE)
    ResponseEntity<String> ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        var found = crews(id);
        if (found.isEmpty()) {
            return pages.notFound(frame);
        }
        var asked = hours(hours);
        var problems = new HashMap<String, String>();
        if (asked.isEmpty()) {
            problems.put("hours", "hours");
        }
        if (why.isBlank() || why.length() > CrewShiftScreen.WHY_MAX) {
            problems.put("why", "why");
        }
        if (!problems.isEmpty()) {
            var typed = new TypedForm(Map.of("hours", hours, "why", why), problems);
            return page(null, null, of -> of == id ? typed : TypedForm.NOTHING, by, frame);
        }
        return to(changes.ask(found.get(), asked.orElseThrow(), why.strip(), by));
    }

    @PostMapping("/office/crew-devices/{id}/change/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable long id, Requester by) {
        return to(changes.agree(new FacilityId(id), by));
    }

    @PostMapping("/office/crew-devices/{id}/change/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable long id, Requester by) {
        return to(changes.refuse(new FacilityId(id), by));
    }

    private static OptionalInt hours(String typed) {
        return typed.strip().matches("[0-9]|1[0-9]|2[0-4]")
                ? OptionalInt.of(Integer.parseInt(typed.strip()))
                : OptionalInt.empty();
    }

    private static ResponseEntity<String> to(ChangeResult result) {
        return switch (result) {
            case ASKED -> to("done=asked");
            case CHANGED -> to("done=changed");
            case REFUSED -> to("done=refused");
            case SAME_PERSON -> to("problem=second-person");
            case NO_DEVICE -> to("problem=no-device");
            case NOTHING -> to("problem=gone");
        };
    }

    private static ResponseEntity<String> to(String word) {
        return Pages.seeOther(PATH + "?" + word);
    }

    private Optional<Facility> crews(long id) {
        return facilities.all().stream()
                .filter(CrewShiftPage::hasCrews)
                .filter(facility -> facility.id().value() == id)
                .findFirst();
    }

    private static boolean hasCrews(Facility facility) {
        return facility.kind() == FacilityKind.FIRE_COMMAND || facility.direction() == Direction.EMERGENCY;
    }

    private ResponseEntity<String> page(
            @Nullable String done, @Nullable String problem, LongFunction<TypedForm> typed, Requester by, Frame frame) {
        var lines = facilities.all().stream()
                .filter(CrewShiftPage::hasCrews)
                .map(facility -> line(facility, typed.apply(facility.id().value()), by))
                .toList();
        return Pages.answer(
                lines.stream().anyMatch(line -> line.typed().isBad())
                        ? HttpStatus.UNPROCESSABLE_CONTENT
                        : HttpStatus.OK,
                pages.render(
                        "ground/crewshifts/crewshifts",
                        frame,
                        Map.of("page", new CrewShiftScreen(problem, done, lines))));
    }

    private CrewFacility line(Facility facility, TypedForm typed, Requester by) {
        return new CrewFacility(
                facility.id().value(),
                facility.name(),
                facility.code(),
                shifts.shift(facility.id()).map(CrewShift::hours).orElse(0),
                changes.devices(facility.id()),
                changes.isRunningOut(facility.id()),
                changes.waiting(facility.id()).map(one -> asked(one, by)).orElse(null),
                typed);
    }

    private AskedChange asked(Approval one, Requester by) {
        var asker = StaffId.of(one.by());
        return new AskedChange(
                Integer.parseInt(one.what()),
                one.why(),
                staff.names(List.of(asker)).getOrDefault(asker, ""),
                one.at(),
                one.by().equals(by.actor()));
    }
}
