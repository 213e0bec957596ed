package hmnet.office.stops;

import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.stops.DisclosureStops.StopAnswer;
import hmnet.office.stops.StopScreen.AskedResumption;
import hmnet.office.stops.StopScreen.StopLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk stops all disclosure of its facility, and two of it start again (提供の停止と再開).
@Controller
class StopPage {
    private static final String PATH = "/disclosure-stop";
    private static final Set<String> DONE = Set.of("stopped", "proposed", "resumed", "refused");
    private static final Set<String> PROBLEMS = Set.of("why", "second-person", "gone", "already");

    private final DisclosureStops stops;
    private final Staff staff;
    private final Pages pages;

    StopPage(DisclosureStops stops, Staff staff, Pages pages) {
        this.stops = stops;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/disclosure-stop")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.disclosure-stop", icon = "lock", group = MenuGroup.NETWORK, order = 60)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        return page(HttpStatus.OK, Pages.known(DONE, done), Pages.known(PROBLEMS, problem), by, frame);
    }

    /// What will happen, looked at before it does.
    @PostMapping("/disclosure-stop/look")
    @Rule(Right.DESK)
    ResponseEntity<String> look(@RequestParam(defaultValue = "") String why, Requester by, Frame frame) {
        var words = List.of("stops.stop.effect", "stops.stop.others", "stops.stop.yes");
        return with(why, by, frame, said -> sure("stops.stop", words, PATH, said, by, frame));
    }

    @PostMapping("/disclosure-stop")
    @Rule(Right.DESK)
    ResponseEntity<String> stop(@RequestParam(defaultValue = "") String why, Requester by, Frame frame) {
        return with(why, by, frame, said -> to(stops.stop(said, by) ? "done=stopped" : "problem=already"));
    }

    @PostMapping("/disclosure-stop/resumption/look")
    @Rule(Right.DESK)
    ResponseEntity<String> lookAgain(@RequestParam(defaultValue = "") String why, Requester by, Frame frame) {
        var words = List.of("stops.resume.effect", "stops.resume.second", "stops.resume.yes");
        return with(why, by, frame, said -> sure("stops.resume", words, PATH + "/resumption", said, by, frame));
    }

    @PostMapping("/disclosure-stop/resumption")
    @Rule(Right.DESK)
    ResponseEntity<String> propose(@RequestParam(defaultValue = "") String why, Requester by, Frame frame) {
        return with(why, by, frame, said -> to(stops.propose(said, by) ? "done=proposed" : "problem=gone"));
    }

    @PostMapping("/disclosure-stop/resumption/agreement")
    @Rule(Right.DESK)
    ResponseEntity<String> agree(Requester by) {
        return to(stops.agree(by), "resumed");
    }

    @PostMapping("/disclosure-stop/resumption/agreement/refusal")
    @Rule(Right.DESK)
    ResponseEntity<String> refuse(Requester by) {
        return to(stops.refuse(by), "refused");
    }

    /// @param words two effects and the words of the button
    private ResponseEntity<String> sure(
            String title, List<String> words, String path, String why, Requester by, Frame frame) {
        var m = frame.m();
        var sure = new Sure(
                m.t(title),
                List.of(by.facilityName()),
                List.of(m.t(words.getFirst()), m.t(words.get(1)), m.t("stops.sure.why", why)),
                path,
                Map.of("why", why),
                m.t(words.getLast()),
                PATH);
        return pages.sure(sure, frame);
    }

    /// An act for which a reason was written.
    private ResponseEntity<String> with(
            String why, Requester by, Frame frame, Function<String, ResponseEntity<String>> act) {
        return why.isBlank() || why.length() > StopScreen.WHY_MAX
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, null, "why", by, frame)
                : act.apply(why.strip());
    }

    private static ResponseEntity<String> to(StopAnswer answer, String done) {
        return switch (answer) {
            case DONE -> to("done=" + done);
            case SECOND_PERSON -> to("problem=second-person");
            case GONE -> to("problem=gone");
        };
    }

    private static ResponseEntity<String> to(String word) {
        return Pages.seeOther(PATH + "?" + word);
    }

    private ResponseEntity<String> page(
            HttpStatus status, @Nullable String done, @Nullable String problem, Requester by, Frame frame) {
        var all = stops.of(by.facility()).stream().map(this::line).toList();
        var screen = new StopScreen(
                problem,
                done,
                by.facilityName(),
                all.stream()
                        .filter(line -> line.resumedAt() == null)
                        .findFirst()
                        .orElse(null),
                stops.waiting(by.facility()).map(one -> asked(one, by)).orElse(null),
                all.stream().filter(line -> line.resumedAt() != null).toList());
        return Pages.answer(status, pages.render("office/stops/stop", frame, Map.of("page", screen)));
    }

    private StopLine line(DisclosureStop stop) {
        var resumedBy = stop.resumedBy();
        return new StopLine(
                stop.why(), name(stop.by()), stop.at(), resumedBy == null ? null : name(resumedBy), stop.resumedAt());
    }

    private AskedResumption asked(Approval one, Requester by) {
        return new AskedResumption(
                one.why(),
                name(new StaffId(one.by().number())),
                one.at(),
                one.by().equals(by.actor()));
    }

    private String name(StaffId id) {
        return staff.names(List.of(id)).getOrDefault(id, "");
    }
}
