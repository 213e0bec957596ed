package hmnet.office.membership;

import hmnet.consent.protection.Protections;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignInSlip;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Somebody leaves one facility and joins another (異動): an operator asks, another one or the desk of the new
/// facility confirms. A new account is made; the old one stays in the register, and ends.
@Component
class Moves {
    static final String KIND = "staff-move";

    private final Staff staff;
    private final SignInAccounts accounts;
    private final Protections protections;
    private final Approvals approvals;
    private final MemberHistory history;

    Moves(Staff staff, SignInAccounts accounts, Protections protections, Approvals approvals, MemberHistory history) {
        this.staff = staff;
        this.accounts = accounts;
        this.protections = protections;
        this.approvals = approvals;
        this.history = history;
    }

    /// Where somebody goes, and as what.
    record Destination(FacilityId facility, String login, Profession profession, boolean desk) {
        String words() {
            return facility.value() + " " + login + " " + profession.word() + " " + desk;
        }

        static Destination of(String words) {
            var parts = words.split(" ", -1);
            return new Destination(
                    new FacilityId(Long.parseLong(parts[0])),
                    parts[1],
                    Profession.of(parts[2]),
                    Boolean.parseBoolean(parts[3]));
        }
    }

    /// One that waits.
    record WaitingMove(Approval approval, StaffAccount account, Destination to) {}

    @Transactional
    public MemberAnswer propose(StaffId id, Destination to, String why, Requester by) {
        var account = staff.held(id);
        if (account.isEmpty() || !by.may(Right.OPERATE)) {
            return MemberAnswer.UNKNOWN;
        }
        var barrier = MemberScope.barrier(by, account.get());
        if (barrier != MemberAnswer.DONE) {
            return barrier;
        }
        if (staff.knows(to.login())) {
            return MemberAnswer.LOGIN_TAKEN;
        }
        if (!approvals.propose(subject(id), to.words(), why, 0, by.actor())) {
            return MemberAnswer.WAITS;
        }
        history.write(id, MemberEvent.MOVE_ASKED, to.words(), why, by);
        return MemberAnswer.DONE;
    }

    /// Those that this person may answer: an operator all, a desk those who come to it.
    List<WaitingMove> waiting(Requester by) {
        return approvals.waiting(KIND).stream()
                .flatMap(one -> staff.account(id(one)).stream()
                        .map(account -> new WaitingMove(one, account, Destination.of(one.what()))))
                .filter(one -> answers(by, one.to(), one.account().id()))
                .toList();
    }

    private static boolean answers(Requester by, Destination to, StaffId about) {
        return MemberScope.sees(by, to.facility()) && !about.equals(by.staff());
    }

    /// How a confirmation ended.
    ///
    /// @param slip what the person is handed, where it is done
    record MoveResult(MemberAnswer answer, Optional<SignInSlip> slip) {
        private static MoveResult of(MemberAnswer answer) {
            return new MoveResult(answer, Optional.empty());
        }
    }

    @Transactional
    public MoveResult agree(StaffId id, Requester by) {
        var account = staff.held(id).filter(one -> !one.left());
        var asked = approvals.held(subject(id)).filter(one -> answers(by, Destination.of(one.what()), id));
        if (account.isEmpty()) {
            asked.ifPresent(approvals::lapse);
            return MoveResult.of(MemberAnswer.GONE);
        }
        return switch (SecondPerson.of(asked, by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> MoveResult.of(MemberAnswer.GONE);
            case SecondPerson.Proposer<Approval> proposer -> MoveResult.of(MemberAnswer.SECOND_PERSON);
            case SecondPerson.Other<Approval>(var approval) -> moved(account.get(), approval, by);
        };
    }

    private MoveResult moved(StaffAccount account, Approval approval, Requester by) {
        var to = Destination.of(approval.what());
        if (MemberScope.isOffices(to.profession()) && !by.may(Right.OPERATE)) {
            return MoveResult.of(MemberAnswer.OFFICE_ONLY);
        }
        if (staff.knows(to.login())) {
            approvals.lapse(approval);
            return MoveResult.of(MemberAnswer.LOGIN_TAKEN);
        }
        approvals.confirm(approval, by.actor());
        staff.leave(account.id());
        accounts.end(account.id());
        var fresh =
                staff.register(to.facility(), to.login(), account.name(), account.kana(), to.profession(), to.desk());
        staff.follows(fresh, account.id());
        protections.follow(account.id(), fresh);
        var slip = accounts.slip(to.login());
        accounts.renew(fresh, slip);
        history.write(account.id(), MemberEvent.MOVED, Long.toString(fresh.value()), approval.why(), by);
        history.write(fresh, MemberEvent.JOINED, Long.toString(account.id().value()), approval.why(), by);
        return new MoveResult(MemberAnswer.DONE, Optional.of(slip));
    }

    /// By a second person, or by whoever proposed it.
    @Transactional
    public MemberAnswer refuse(StaffId id, Requester by) {
        var asked = approvals.held(subject(id)).filter(one -> answers(by, Destination.of(one.what()), id));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            history.write(id, MemberEvent.MOVE_REFUSED, one.what(), "", by);
        });
        return asked.isPresent() ? MemberAnswer.DONE : MemberAnswer.GONE;
    }

    private static Subject subject(StaffId id) {
        return new Subject(KIND, Long.toString(id.value()));
    }

    private static StaffId id(Approval approval) {
        return new StaffId(Long.parseLong(approval.subject().key()));
    }
}
