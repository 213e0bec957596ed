package hmnet.office.membership;

import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.membership.ClosingScreen.AskedClosing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A facility's certificates end, and facilities leave (証明書の失効・施設の脱退).
@Controller
class ClosingPage {
    private static final String PATH = "/participation";
    private static final Set<String> DONE =
            Set.of("certificate-ended", "certificate-agreed", "closing-asked", "closing-refused", "closing-confirmed");

    private static final Set<String> RECORDS = Set.of("keep", "end");

    private final Closings closings;
    private final CertificateEnds ends;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    ClosingPage(Closings closings, CertificateEnds ends, Facilities facilities, Staff staff, Pages pages) {
        this.closings = closings;
        this.ends = ends;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    /// One's own facility; an operator may name another by its code.
    @GetMapping("/participation")
    @Rule(Right.MEMBERS)
    @MenuPlace(text = "menu.participation", icon = "lock", group = MenuGroup.NETWORK, order = 80)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String facility,
            @RequestParam(required = false) @Nullable String done,
            Requester by,
            Frame frame) {
        var shown = facilities.shown(facility, by);
        return shown.map(one -> page(one, null, Pages.known(DONE, done), by, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// What will happen, looked at before it does.
    @PostMapping("/participation/{code}/certificates/{fingerprint}/end/look")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> look(
            @PathVariable String code,
            @PathVariable String fingerprint,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean keep,
            Requester by,
            Frame frame) {
        return with(code, fingerprint, why, by, frame, facility -> {
            var m = frame.m();
            var sure = new Sure(
                    m.t("membership.certificate.end"),
                    List.of(facility.name(), fingerprint),
                    List.of(
                            m.t("membership.certificate.effect"),
                            m.t(keep ? "membership.certificate.effect.keep" : "membership.certificate.effect.with"),
                            m.t("membership.sure.why", why.strip())),
                    PATH + "/" + facility.code() + "/certificates/" + fingerprint + "/end",
                    Map.of("why", why.strip(), "keep", Boolean.toString(keep)),
                    m.t("membership.certificate.end"),
                    place(facility));
            return pages.sure(sure, frame);
        });
    }

    @PostMapping("/participation/{code}/certificates/{fingerprint}/end")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> end(
            @PathVariable String code,
            @PathVariable String fingerprint,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean keep,
            Requester by,
            Frame frame) {
        return with(
                code,
                fingerprint,
                why,
                by,
                frame,
                facility -> after(
                        ends.end(facility.id(), fingerprint, why.strip(), keep, by),
                        facility,
                        "certificate-ended",
                        by,
                        frame));
    }

    /// One that a machine registered, and that does not let in yet, does from now on.
    @PostMapping("/participation/{code}/certificates/{fingerprint}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(
            @PathVariable String code, @PathVariable String fingerprint, Requester by, Frame frame) {
        return done(code, by, frame, "certificate-agreed", facility -> ends.agree(facility.id(), fingerprint, by));
    }

    /// A day the facility leaves on; where one is set already, that it stays. What is refused is shown again.
    @PostMapping("/participation/{code}/closing")
    @Rule(Right.OPERATE)
    ResponseEntity<String> ask(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String records,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return of(code, by, frame, facility -> {
            var stays = closings.of(facility.id()).isPresent();
            var leaves = TypedForm.day(day);
            var problems = new HashMap<String, String>();
            if (!stays && leaves.isEmpty()) {
                problems.put("day", "day");
            }
            if (!stays && !RECORDS.contains(records)) {
                problems.put("records", "records");
            }
            if (!said(why)) {
                problems.put("why", "why");
            }
            if (!problems.isEmpty()) {
                var typed = new TypedForm(Map.of("day", day, "records", records, "why", why), problems);
                return page(facility, null, null, typed, by, frame);
            }
            var answer = stays
                    ? closings.askBack(facility.id(), why.strip(), by)
                    : closings.ask(facility.id(), leaves.orElseThrow(), records.equals("end"), why.strip(), by);
            return after(answer, facility, "closing-asked", by, frame);
        });
    }

    @PostMapping("/participation/{code}/closing/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable String code, Requester by, Frame frame) {
        return done(code, by, frame, "closing-confirmed", facility -> closings.agree(facility.id(), by));
    }

    @PostMapping("/participation/{code}/closing/agreement/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable String code, Requester by, Frame frame) {
        return done(code, by, frame, "closing-refused", facility -> closings.refuse(facility.id(), by));
    }

    /// An act on a facility that the reader looks after.
    private ResponseEntity<String> of(
            String code, Requester by, Frame frame, Function<Facility, ResponseEntity<String>> act) {
        return facilities
                .byCode(code)
                .filter(facility -> MemberScope.sees(by, facility.id()))
                .map(act)
                .orElseGet(() -> pages.notFound(frame));
    }

    /// The same with a reason, which stands again beside what is wrong with it.
    private ResponseEntity<String> with(
            String code,
            String fingerprint,
            String why,
            Requester by,
            Frame frame,
            Function<Facility, ResponseEntity<String>> act) {
        var field = "why-" + fingerprint;
        return of(
                code,
                by,
                frame,
                facility -> said(why)
                        ? act.apply(facility)
                        : page(
                                facility,
                                null,
                                null,
                                new TypedForm(Map.of(field, why), Map.of(field, "why")),
                                by,
                                frame));
    }

    private static boolean said(String why) {
        return !why.isBlank() && why.strip().length() <= MemberScreen.WHY_MAX;
    }

    private ResponseEntity<String> done(
            String code, Requester by, Frame frame, String done, Function<Facility, MemberAnswer> act) {
        return of(code, by, frame, facility -> after(act.apply(facility), facility, done, by, frame));
    }

    private ResponseEntity<String> after(
            MemberAnswer answer, Facility facility, String done, Requester by, Frame frame) {
        return answer == MemberAnswer.DONE
                ? Pages.seeOther(place(facility) + "&done=" + done)
                : page(facility, answer.word(), null, by, frame);
    }

    private static String place(Facility facility) {
        return PATH + "?facility=" + facility.code();
    }

    private ResponseEntity<String> page(
            Facility facility, @Nullable String problem, @Nullable String done, Requester by, Frame frame) {
        return page(facility, problem, done, TypedForm.NOTHING, by, frame);
    }

    private ResponseEntity<String> page(
            Facility facility,
            @Nullable String problem,
            @Nullable String done,
            TypedForm typed,
            Requester by,
            Frame frame) {
        var screen = new ClosingScreen(
                problem,
                done,
                typed,
                PATH + "/" + facility.code(),
                facility.name(),
                facility.code(),
                by.may(Right.OPERATE),
                closings.of(facility.id()).orElse(null),
                closings.waiting(facility.id()).map(one -> asked(one, by)).orElse(null),
                ends.of(facility.id()));
        return Pages.answer(
                problem == null && !typed.isBad() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/membership/closing", frame, Map.of("page", screen)));
    }

    private AskedClosing asked(Approval one, Requester by) {
        var parts = one.what().split(" ", -1);
        var asker = StaffId.of(one.by());
        return new AskedClosing(
                parts.length == 2 ? LocalDate.parse(parts[0]) : null,
                one.what().endsWith(" end"),
                one.why(),
                staff.names(List.of(asker)).getOrDefault(asker, ""),
                one.at(),
                one.by().equals(by.actor()));
    }
}
