package hmnet.office.membership;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.membership.MembersScreen.ArrivalLine;
import hmnet.office.membership.MembersScreen.MemberLine;
import hmnet.office.membership.Moves.WaitingMove;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The people of a facility (利用者の一覧): a desk sees its own, an operator any; and who is about to come.
@Controller
class MembersPage {
    private final Staff staff;
    private final Facilities facilities;
    private final Moves moves;
    private final SignInRenewals renewals;
    private final Pages pages;

    MembersPage(Staff staff, Facilities facilities, Moves moves, SignInRenewals renewals, Pages pages) {
        this.staff = staff;
        this.facilities = facilities;
        this.moves = moves;
        this.renewals = renewals;
        this.pages = pages;
    }

    @GetMapping("/staff")
    @Rule(Right.MEMBERS)
    @MenuPlace(text = "menu.staff", icon = "person", group = MenuGroup.NETWORK, order = 70)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String facility,
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable String done,
            Requester by,
            Frame frame) {
        if (login != null && !login.isBlank()) {
            return named(login.strip(), by, frame);
        }
        var shown = facilities.shown(facility, by);
        var told = "refused".equals(done) || "objected".equals(done) ? done : null;
        return page(shown, shown.isEmpty() ? "facility" : null, told, by, frame);
    }

    /// Straight to the account with this sign-in name; one that the reader does not look after does not exist.
    private ResponseEntity<String> named(String login, Requester by, Frame frame) {
        return staff.account(login)
                .filter(account -> MemberScope.sees(by, account.facility()))
                .map(account -> Pages.seeOther(MemberView.path(account.id())))
                .orElseGet(() -> page(Optional.of(facilities.get(by.facility())), "login", null, by, frame));
    }

    private ResponseEntity<String> page(
            Optional<Facility> shown, @Nullable String problem, @Nullable String done, Requester by, Frame frame) {
        var screen = new MembersScreen(
                problem,
                done,
                by.may(Right.OPERATE),
                shown.map(Facility::name).orElse(""),
                shown.map(Facility::code).orElse(""),
                shown.map(one -> lines(staff.of(one.id()))).orElse(List.of()),
                lines(renewals.waiting(by)),
                moves.waiting(by).stream().map(one -> arrival(one, by)).toList());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/membership/members", frame, Map.of("page", screen)));
    }

    /// A second person lets somebody come: the slip is shown once.
    @PostMapping("/staff/{id}/move/agreement")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> agree(@PathVariable long id, Requester by, Frame frame) {
        var moved = moves.agree(new StaffId(id), by);
        return moved.slip()
                .map(slip -> SlipScreen.page(slip, pages, frame))
                .orElseGet(() -> page(
                        Optional.of(facilities.get(by.facility())),
                        moved.answer().word(),
                        null,
                        by,
                        frame));
    }

    @PostMapping("/staff/{id}/move/agreement/refusal")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> refuse(@PathVariable long id, Requester by, Frame frame) {
        var answer = moves.refuse(new StaffId(id), by);
        return answer == MemberAnswer.DONE
                ? Pages.seeOther("/staff?done=refused")
                : page(Optional.of(facilities.get(by.facility())), answer.word(), null, by, frame);
    }

    /// Somebody whose factors are to be renewed says that they have lost nothing.
    @PostMapping("/sign-in-renewal/objection")
    @Rule(Right.SIGNED_IN)
    ResponseEntity<String> object(Requester by) {
        renewals.object(by);
        return Pages.seeOther("/");
    }

    private static List<MemberLine> lines(List<StaffAccount> accounts) {
        return accounts.stream()
                .map(account -> new MemberLine("/staff/" + account.id().value(), account))
                .toList();
    }

    private ArrivalLine arrival(WaitingMove one, Requester by) {
        var asker = StaffId.of(one.approval().by());
        return new ArrivalLine(
                "/staff/" + one.account().id().value() + "/move/agreement",
                one.account().name(),
                facilities.get(one.account().facility()).name(),
                facilities.get(one.to().facility()).name(),
                one.to().login(),
                one.to().profession().word(),
                one.to().desk(),
                one.approval().why(),
                staff.names(List.of(asker)).getOrDefault(asker, ""),
                one.approval().by().equals(by.actor()));
    }
}
