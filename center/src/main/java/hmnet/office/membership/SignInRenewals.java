package hmnet.office.membership;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignInAccounts.UnusedSlip;
import hmnet.ground.signin.SignInSlip;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Both factors given anew to somebody who lost one or forgot the password (認証の再発行): one person asks after they
/// made sure who it is, a second one confirms and hands over the slip. Neither is the one it is for. Whoever still
/// can sign in is told, and can object.
@Component
class SignInRenewals {
    static final String KIND = "sign-in-renewal";

    /// Nobody confirms tomorrow what was checked at a counter today.
    static final Duration CONFIRMED_WITHIN = Duration.ofHours(24);

    private final Staff staff;
    private final SignInAccounts accounts;
    private final Approvals approvals;
    private final MemberHistory history;
    private final Clock clock;

    SignInRenewals(Staff staff, SignInAccounts accounts, Approvals approvals, MemberHistory history, Clock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.approvals = approvals;
        this.history = history;
        this.clock = clock;
    }

    /// @param checked how it was made sure who it is
    @Transactional
    public MemberAnswer propose(StaffId id, String checked, String why, Requester by) {
        var account = staff.held(id);
        var barrier = barrier(account, by);
        if (barrier != MemberAnswer.DONE) {
            return barrier;
        }
        approvals.held(subject(id)).filter(this::isOld).ifPresent(approvals::lapse);
        if (!approvals.propose(subject(id), checked, why, 0, by.actor())) {
            return MemberAnswer.WAITS;
        }
        history.write(id, MemberEvent.RENEWAL_ASKED, checked, why, by);
        return MemberAnswer.DONE;
    }

    /// What waits for somebody.
    Optional<Approval> waiting(StaffId id) {
        return approvals.open(subject(id)).filter(one -> !isOld(one));
    }

    /// The accounts that wait for this person: of their facility, of all for an operator.
    List<StaffAccount> waiting(Requester by) {
        return approvals.waiting(KIND).stream()
                .filter(one -> !isOld(one))
                .flatMap(one ->
                        staff.account(new StaffId(Long.parseLong(one.subject().key()))).stream())
                .filter(account -> MemberScope.barrier(by, account) == MemberAnswer.DONE)
                .toList();
    }

    /// How a confirmation ended.
    ///
    /// @param slip what the person is handed, where it is done
    record RenewalResult(MemberAnswer answer, Optional<SignInSlip> slip) {
        private static RenewalResult of(MemberAnswer answer) {
            return new RenewalResult(answer, Optional.empty());
        }
    }

    /// From here on nothing that the person had signs anybody in.
    @Transactional
    public RenewalResult agree(StaffId id, Requester by) {
        var account = staff.held(id);
        var barrier = barrier(account, by);
        if (barrier != MemberAnswer.DONE) {
            return RenewalResult.of(barrier);
        }
        var asked = approvals.held(subject(id));
        asked.filter(this::isOld).ifPresent(approvals::lapse);
        return switch (SecondPerson.of(asked.filter(one -> !isOld(one)), by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> RenewalResult.of(MemberAnswer.GONE);
            case SecondPerson.Proposer<Approval> proposer -> RenewalResult.of(MemberAnswer.SECOND_PERSON);
            case SecondPerson.Other<Approval>(var approval) -> {
                approvals.confirm(approval, by.actor());
                var slip = accounts.slip(account.orElseThrow().login());
                accounts.renew(id, slip);
                history.write(id, MemberEvent.RENEWED, approval.what(), approval.why(), by);
                yield new RenewalResult(MemberAnswer.DONE, Optional.of(slip));
            }
        };
    }

    /// By a second person, or by whoever proposed it.
    @Transactional
    public MemberAnswer refuse(StaffId id, Requester by) {
        var barrier = barrier(staff.held(id), by);
        return barrier == MemberAnswer.DONE ? end(id, MemberEvent.RENEWAL_REFUSED, by) : barrier;
    }

    /// By the person themselves, who has lost nothing.
    @Transactional
    public MemberAnswer object(Requester by) {
        return end(by.staff(), MemberEvent.RENEWAL_OBJECTED, by);
    }

    Optional<UnusedSlip> unusedSlip(StaffId id) {
        return accounts.unusedSlip(id);
    }

    /// A slip that nobody has used ends at once, by one person: it was lost, or its reader does not come.
    @Transactional
    public MemberAnswer endSlip(StaffId id, String why, Requester by) {
        var barrier = barrier(staff.held(id), by);
        if (barrier != MemberAnswer.DONE) {
            return barrier;
        }
        if (!accounts.endSlip(id)) {
            return MemberAnswer.GONE;
        }
        history.write(id, MemberEvent.SLIP_ENDED, "", why, by);
        return MemberAnswer.DONE;
    }

    private MemberAnswer end(StaffId id, MemberEvent what, Requester by) {
        var asked = approvals.held(subject(id));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            history.write(id, what, one.what(), "", by);
        });
        return asked.isPresent() ? MemberAnswer.DONE : MemberAnswer.GONE;
    }

    private static MemberAnswer barrier(Optional<StaffAccount> account, Requester by) {
        return account.map(one -> MemberScope.barrier(by, one)).orElse(MemberAnswer.UNKNOWN);
    }

    private boolean isOld(Approval approval) {
        return approval.at().isBefore(OffsetDateTime.now(clock).minus(CONFIRMED_WITHIN));
    }

    private static Subject subject(StaffId id) {
        return new Subject(KIND, Long.toString(id.value()));
    }
}
