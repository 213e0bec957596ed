package hmnet.ground.directory;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.FacilityScreen.FormerName;
import hmnet.ground.directory.Successions.SuccessionStatement;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

/// The operators' page of facilities (参加施設): what each was called when, and who takes over from whom.
@Controller
class FacilitiesPage {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Set<String> PROBLEMS =
            Set.of("unknown", "missing", "come", "same-person", "taken-over", "circle", "own", "nothing");

    private final Facilities facilities;
    private final Attributes attributes;
    private final Successions successions;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    FacilitiesPage(
            Facilities facilities,
            Attributes attributes,
            Successions successions,
            Staff staff,
            Pages pages,
            Clock clock) {
        this.facilities = facilities;
        this.attributes = attributes;
        this.successions = successions;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/office/facilities")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.facilities", icon = "desk", group = MenuGroup.NETWORK, order = 10)
    ResponseEntity<String> list(Frame frame) {
        var all = successions.all();
        var lines = facilities.all().stream()
                .map(facility -> new FacilitiesScreen.FacilityLine(
                        path(facility.id()),
                        facility.name(),
                        facility.code(),
                        facility.kind().word(),
                        of(facility.id(), all)
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
        return find(id).map(facility -> page(facility, Pages.known(PROBLEMS, problem), null, requester, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    private Optional<Facility> find(long id) {
        return facilities.all().stream()
                .filter(facility -> facility.id().value() == id)
                .findFirst();
    }

    /// @param typed what was entered and refused, or null
    private ResponseEntity<String> page(
            Facility facility, @Nullable String problem, @Nullable FormerName typed, Requester requester, Frame frame) {
        return Pages.answer(
                typed == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "ground/directory/facility",
                        frame,
                        Map.of("page", screen(facility, problem, typed, requester))));
    }

    /// Another code, name or owner from a day on. What is refused is shown again as it was typed.
    @PostMapping("/office/facilities/{id}/attributes")
    @Rule(Right.OPERATE)
    ResponseEntity<String> describe(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String owner,
            Requester requester,
            Frame frame) {
        var facility = find(id);
        if (facility.isEmpty()) {
            return pages.notFound(frame);
        }
        var said = new FormerName(since, code.strip(), name.strip(), owner.strip());
        if (!said.complete()) {
            return page(facility.get(), "missing", said, requester, frame);
        }
        return switch (attributes.add(new FacilityId(id), said, requester)) {
            case DONE -> to(id, null);
            case CODE_TAKEN -> page(facility.get(), "code-taken", said, requester, frame);
            case DAY_TAKEN -> page(facility.get(), "day-taken", said, requester, frame);
        };
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

    private FacilityScreen screen(
            Facility facility, @Nullable String problem, @Nullable FormerName typed, Requester requester) {
        var own = of(facility.id(), successions.all()).toList();
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var called = attributes.of(facility.id());
        var owner = called.stream().filter(one -> !one.since().isAfter(today)).findFirst();
        return new FacilityScreen(
                problem,
                path(facility.id()),
                facility.name(),
                facility.code(),
                facility.kind().word(),
                today,
                called,
                typed != null
                        ? typed
                        : new FormerName(
                                today,
                                facility.code(),
                                facility.name(),
                                owner.map(FormerName::owner).orElse("")),
                typed != null,
                own.stream().map(one -> line(one, requester)).toList(),
                own.stream()
                        .noneMatch(one -> (one.holds() || one.waits())
                                && one.succession().facility().equals(facility.id())));
    }

    private FacilityScreen.SuccessionLine line(SuccessionStatement one, Requester requester) {
        var said = one.succession();
        var own = one.by().equals(requester.staff());
        var act = switch (one.state()) {
            case ASKED -> own ? "" : "agreement";
            case UNDO_ASKED -> own ? "" : "undo-agreement";
            case AGREED, UNDO_REFUSED -> "undo";
            case REFUSED, UNDO_AGREED -> "";
        };
        return new FacilityScreen.SuccessionLine(
                "/office/successions/" + one.id(),
                facilities.get(said.facility()).name(),
                facilities.get(said.successor()).name(),
                said.on(),
                one.state(),
                Stream.of(
                                said.records() ? "records" : "",
                                said.cards() ? "cards" : "",
                                said.consents() ? "consents" : "",
                                said.relations() ? "relations" : "")
                        .filter(word -> !word.isEmpty())
                        .toList(),
                said.ownRules() ? "predecessor" : "successor",
                said.why(),
                staff.names(List.of(one.by())).get(one.by()),
                act,
                one.waits());
    }

    private static Stream<SuccessionStatement> of(FacilityId facility, List<SuccessionStatement> all) {
        return all.stream()
                .filter(one -> one.succession().facility().equals(facility)
                        || one.succession().successor().equals(facility));
    }

    private static String path(FacilityId facility) {
        return "/office/facilities/" + facility.value();
    }

    static ResponseEntity<String> to(long facility, @Nullable String problem) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        path(new FacilityId(facility)) + (problem == null ? "" : "?problem=" + problem))
                .build();
    }
}
