package hmnet.office.membership;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody lost the second factor or forgot the password (認証の再発行): two people, and a slip that is shown once.
@Controller
class RenewalPage {
    private final SignInRenewals renewals;
    private final MemberView view;
    private final Pages pages;

    RenewalPage(SignInRenewals renewals, MemberView view, Pages pages) {
        this.renewals = renewals;
        this.view = view;
        this.pages = pages;
    }

    @PostMapping("/staff/{id}/renewal")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String checked,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        var account = view.of(id, by);
        if (account.isEmpty()) {
            return pages.notFound(frame);
        }
        if (!MemberScreen.CHECKS.contains(checked) || why.isBlank() || why.length() > MemberScreen.WHY_MAX) {
            return view.page(account.get(), "missing", null, by, frame);
        }
        var answer = renewals.propose(new StaffId(id), checked, why.strip(), by);
        return answer == MemberAnswer.DONE
                ? Pages.seeOther(MemberView.path(new StaffId(id)) + "?done=renewal-asked")
                : view.page(account.get(), answer.word(), null, by, frame);
    }

    /// The slip is the answer, and shown this once.
    @PostMapping("/staff/{id}/renewal/agreement")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> agree(@PathVariable long id, Requester by, Frame frame) {
        var account = view.of(id, by);
        if (account.isEmpty()) {
            return pages.notFound(frame);
        }
        var renewed = renewals.agree(new StaffId(id), by);
        return renewed.slip()
                .map(slip -> SlipScreen.page(slip, pages, frame))
                .orElseGet(() -> view.page(account.get(), renewed.answer().word(), null, by, frame));
    }

    /// A slip that was lost or is used by nobody ends at once.
    @PostMapping("/staff/{id}/slip/end")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> endSlip(
            @PathVariable long id, @RequestParam(defaultValue = "") String why, Requester by, Frame frame) {
        var account = view.of(id, by);
        if (account.isEmpty()) {
            return pages.notFound(frame);
        }
        if (why.isBlank() || why.length() > MemberScreen.WHY_MAX) {
            return view.page(account.get(), "missing", null, by, frame);
        }
        var answer = renewals.endSlip(new StaffId(id), why.strip(), by);
        return answer == MemberAnswer.DONE
                ? Pages.seeOther(MemberView.path(new StaffId(id)) + "?done=slip-ended")
                : view.page(account.get(), answer.word(), null, by, frame);
    }

    @PostMapping("/staff/{id}/renewal/agreement/refusal")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> refuse(@PathVariable long id, Requester by, Frame frame) {
        var account = view.of(id, by);
        if (account.isEmpty()) {
            return pages.notFound(frame);
        }
        var answer = renewals.refuse(new StaffId(id), by);
        return answer == MemberAnswer.DONE
                ? Pages.seeOther(MemberView.path(new StaffId(id)) + "?done=renewal-refused")
                : view.page(account.get(), answer.word(), null, by, frame);
    }
}
