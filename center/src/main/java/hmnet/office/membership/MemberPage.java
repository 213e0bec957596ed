package hmnet.office.membership;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.membership.Moves.Destination;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody leaves, moves, or becomes another profession (退職・異動・職種の変更).
@Controller
class MemberPage {
    private static final Set<String> DONE =
            Set.of("left", "leaves", "stays", "role", "move-asked", "renewal-asked", "renewal-refused", "slip-ended");
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private final Members members;
    private final Moves moves;
    private final Facilities facilities;
    private final MemberView view;
    private final Pages pages;

    MemberPage(Members members, Moves moves, Facilities facilities, MemberView view, Pages pages) {
        this.members = members;
        this.moves = moves;
        this.facilities = facilities;
        this.view = view;
        this.pages = pages;
    }

    @GetMapping("/staff/{id}")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> show(
            @PathVariable long id, @RequestParam(required = false) @Nullable String done, Requester by, Frame frame) {
        return view.of(id, by)
                .map(account -> view.page(account, null, Pages.known(DONE, done), by, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// What will happen, looked at before it does.
    @PostMapping("/staff/{id}/leaving/look")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> look(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return with(id, why, by, frame, account -> {
            var m = frame.m();
            var fields = new LinkedHashMap<String, String>();
            fields.put("why", why.strip());
            var effect = m.t("membership.leave.effect.now");
            if (last != null && !last.isBefore(members.today())) {
                fields.put("last", last.toString());
                effect = m.t("membership.leave.effect.later", m.day(last));
            }
            var sure = new Sure(
                    m.t("membership.leave"),
                    List.of(
                            account.name(),
                            facilities.get(account.facility()).name(),
                            m.t("membership.login") + " " + account.login()),
                    List.of(effect, m.t("membership.leave.effect.back"), m.t("membership.sure.why", why.strip())),
                    MemberView.path(account.id()) + "/leaving",
                    fields,
                    m.t("membership.leave.yes"),
                    MemberView.path(account.id()));
            return pages.sure(sure, frame);
        });
    }

    @PostMapping("/staff/{id}/leaving")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> leave(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return with(id, why, by, frame, account -> {
            var later = last != null && !last.isBefore(members.today());
            return after(
                    account, members.leave(account.id(), last, why.strip(), by), later ? "leaves" : "left", by, frame);
        });
    }

    @PostMapping("/staff/{id}/leaving/withdrawal")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> stay(@PathVariable long id, Requester by, Frame frame) {
        return with(id, "-", by, frame, account -> after(account, members.stay(account.id(), by), "stays", by, frame));
    }

    @PostMapping("/staff/{id}/role")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> become(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String profession,
            @RequestParam(defaultValue = "false") boolean desk,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return with(
                id,
                why,
                by,
                frame,
                account -> profession(profession)
                        .map(said -> after(
                                account, members.become(account.id(), said, desk, why.strip(), by), "role", by, frame))
                        .orElseGet(() -> view.page(account, "missing", null, by, frame)));
    }

    @PostMapping("/staff/{id}/emergency")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> emergency(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean there,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return with(
                id,
                why,
                by,
                frame,
                account -> after(
                        account, members.worksInEmergencies(account.id(), there, why.strip(), by), "role", by, frame));
    }

    @PostMapping("/staff/{id}/move")
    @Rule(Right.OPERATE)
    ResponseEntity<String> move(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String profession,
            @RequestParam(defaultValue = "false") boolean desk,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return with(id, why, by, frame, account -> {
            var to = facilities.byCode(facility.strip());
            var said = profession(profession);
            if (to.isEmpty() || said.isEmpty() || !LOGIN.matcher(login.strip()).matches()) {
                return view.page(account, to.isEmpty() ? "facility" : "missing", null, by, frame);
            }
            var destination = new Destination(to.get().id(), login.strip(), said.get(), desk);
            return after(account, moves.propose(account.id(), destination, why.strip(), by), "move-asked", by, frame);
        });
    }

    private static Optional<Profession> profession(String word) {
        return Arrays.stream(Profession.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    /// An act on an account of one's own facility, with a reason.
    private ResponseEntity<String> with(
            long id,
            String why,
            Requester by,
            Frame frame,
            java.util.function.Function<StaffAccount, ResponseEntity<String>> act) {
        return view.of(id, by)
                .map(account -> why.isBlank() || why.length() > MemberScreen.WHY_MAX
                        ? view.page(account, "missing", null, by, frame)
                        : act.apply(account))
                .orElseGet(() -> pages.notFound(frame));
    }

    private ResponseEntity<String> after(
            StaffAccount account, MemberAnswer answer, String done, Requester by, Frame frame) {
        return answer == MemberAnswer.DONE
                ? Pages.seeOther(MemberView.path(account.id()) + "?done=" + done)
                : view.page(account, answer.word(), null, by, frame);
    }
}
