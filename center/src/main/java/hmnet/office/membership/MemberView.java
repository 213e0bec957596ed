package hmnet.office.membership;

import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.office.membership.MemberHistory.MemberEntry;
import hmnet.office.membership.MemberScreen.AskedRenewal;
import hmnet.office.membership.MemberScreen.MemberHistoryLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What the page of an account shows (利用者の表示).
@Component
class MemberView {
    private final Staff staff;
    private final Facilities facilities;
    private final SignInRenewals renewals;
    private final MemberHistory history;
    private final EventWords words;
    private final Pages pages;

    MemberView(
            Staff staff,
            Facilities facilities,
            SignInRenewals renewals,
            MemberHistory history,
            EventWords words,
            Pages pages) {
        this.staff = staff;
        this.facilities = facilities;
        this.renewals = renewals;
        this.history = history;
        this.words = words;
        this.pages = pages;
    }

    /// Somebody whom the reader looks after; nobody else exists here.
    Optional<StaffAccount> of(long id, Requester by) {
        return staff.account(new StaffId(id)).filter(account -> MemberScope.sees(by, account.facility()));
    }

    ResponseEntity<String> page(
            StaffAccount account, @Nullable String problem, @Nullable String done, Requester by, Frame frame) {
        var barrier = MemberScope.barrier(by, account);
        var screen = new MemberScreen(
                problem,
                done,
                path(account.id()),
                facilities.get(account.facility()).name(),
                account,
                barrier == MemberAnswer.DONE,
                barrier == MemberAnswer.DONE ? "" : barrier.word(),
                by.may(Right.OPERATE),
                professions(by),
                renewals.waiting(account.id()).map(one -> asked(one, by)).orElse(null),
                renewals.unusedSlip(account.id()).orElse(null),
                history.of(account.id()).stream()
                        .map(entry -> line(entry, frame.m()))
                        .toList());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/membership/member", frame, Map.of("page", screen)));
    }

    static String path(StaffId id) {
        return "/staff/" + id.value();
    }

    private static List<String> professions(Requester by) {
        return Arrays.stream(Profession.values())
                .filter(one -> by.may(Right.OPERATE) || !MemberScope.isOffices(one))
                .map(Profession::word)
                .toList();
    }

    private AskedRenewal asked(Approval one, Requester by) {
        return new AskedRenewal(
                one.what(),
                one.why(),
                name(StaffId.of(one.by())),
                one.at(),
                one.by().equals(by.actor()));
    }

    private MemberHistoryLine line(MemberEntry entry, Messages m) {
        return new MemberHistoryLine(
                entry.at(), entry.what().word(), words.of(entry, m), entry.why(), name(entry.by()));
    }

    private String name(StaffId id) {
        return staff.names(List.of(id)).getOrDefault(id, "");
    }
}
