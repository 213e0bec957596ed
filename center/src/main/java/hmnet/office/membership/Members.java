package hmnet.office.membership;

import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.SignInAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People leave, and change their profession or desk (退職・職種の変更). In effect with the commit: every request asks
/// the register who somebody is.
@Component
class Members {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Staff staff;
    private final SignInAccounts accounts;
    private final MemberHistory history;
    private final Clock clock;

    Members(Staff staff, SignInAccounts accounts, MemberHistory history, Clock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.history = history;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    /// Out at once where the last day is null or over; else after that day.
    @Transactional
    public MemberAnswer leave(StaffId id, @Nullable LocalDate last, String why, Requester by) {
        return acting(id, by, account -> {
            if (last != null && !last.isBefore(today())) {
                staff.worksUntil(id, last);
                history.write(id, MemberEvent.LEAVE_PLANNED, last.toString(), why, by);
            } else {
                staff.leave(id);
                accounts.end(id);
                history.write(id, MemberEvent.LEFT, "", why, by);
            }
            return MemberAnswer.DONE;
        });
    }

    /// Takes a last day back that has not come yet.
    @Transactional
    public MemberAnswer stay(StaffId id, Requester by) {
        return acting(id, by, account -> {
            if (account.until() == null) {
                return MemberAnswer.GONE;
            }
            staff.worksUntil(id, null);
            history.write(id, MemberEvent.LEAVE_WITHDRAWN, account.until().toString(), "", by);
            return MemberAnswer.DONE;
        });
    }

    /// Another profession, or a desk more or less.
    @Transactional
    public MemberAnswer become(StaffId id, Profession profession, boolean desk, String why, Requester by) {
        return acting(id, by, account -> {
            if (MemberScope.isOffices(profession) && !by.may(hmnet.ground.routes.Right.OPERATE)) {
                return MemberAnswer.OFFICE_ONLY;
            }
            if (account.profession() == profession && account.desk() == desk) {
                return MemberAnswer.GONE;
            }
            staff.become(id, profession, desk);
            history.write(
                    id,
                    MemberEvent.ROLE,
                    role(account.profession(), account.desk()) + " > " + role(profession, desk),
                    why,
                    by);
            return MemberAnswer.DONE;
        });
    }

    /// In an emergency room, where the emergency doors open besides, or no longer.
    @Transactional
    public MemberAnswer worksInEmergencies(StaffId id, boolean there, String why, Requester by) {
        return acting(id, by, account -> {
            if (account.emergency() == there || there && !account.profession().facesEmergencies()) {
                return MemberAnswer.GONE;
            }
            staff.worksInEmergencies(id, there);
            history.write(id, MemberEvent.EMERGENCY_ROOM, there ? "begins" : "ends", why, by);
            return MemberAnswer.DONE;
        });
    }

    static String role(Profession profession, boolean desk) {
        return profession.word() + (desk ? "+desk" : "");
    }

    private MemberAnswer acting(StaffId id, Requester by, Function<StaffAccount, MemberAnswer> act) {
        var account = staff.held(id);
        if (account.isEmpty()) {
            return MemberAnswer.UNKNOWN;
        }
        var barrier = MemberScope.barrier(by, account.get());
        return barrier == MemberAnswer.DONE ? act.apply(account.get()) : barrier;
    }
}
