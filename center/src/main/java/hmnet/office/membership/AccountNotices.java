package hmnet.office.membership;

import hmnet.ground.design.Messages;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.office.membership.MemberHistory.MemberEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Tells people what happens to their own account (本人への知らせ): that somebody asked to renew their factors, which they
/// can stop; for two weeks that they were renewed, or that profession or desk changed.
@Component
class AccountNotices implements OwnNotices {
    private static final Duration TOLD = Duration.ofDays(14);

    private final SignInRenewals renewals;
    private final MemberHistory history;
    private final Staff staff;
    private final Clock clock;

    AccountNotices(SignInRenewals renewals, MemberHistory history, Staff staff, Clock clock) {
        this.renewals = renewals;
        this.history = history;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public List<OwnNotice> of(Requester by, Messages m) {
        var asked = renewals.waiting(by.staff()).stream()
                .map(one -> new OwnNotice(
                        m.t("membership.notice.asked", m.moment(one.at()), name(StaffId.of(one.by()))),
                        true,
                        "/sign-in-renewal/objection",
                        m.t("membership.notice.object")));
        var since = OffsetDateTime.now(clock).minus(TOLD);
        var told = history.of(by.staff()).stream()
                .filter(entry -> entry.at().isAfter(since))
                .flatMap(entry -> told(entry, m));
        return Stream.concat(asked, told).toList();
    }

    private Stream<OwnNotice> told(MemberEntry entry, Messages m) {
        var words = switch (entry.what()) {
            case RENEWED -> m.t("membership.notice.renewed", m.moment(entry.at()), name(entry.by()));
            case ROLE -> m.t("membership.notice.role", m.moment(entry.at()), name(entry.by()));
            case LEAVE_PLANNED -> m.t("membership.notice.leaves", m.moment(entry.at()), name(entry.by()));
            case EMERGENCY_ROOM -> m.t("membership.notice.emergency", m.moment(entry.at()), name(entry.by()));
            case LEFT,
                    LEAVE_WITHDRAWN,
                    MOVE_ASKED,
                    MOVE_REFUSED,
                    MOVED,
                    JOINED,
                    RENEWAL_ASKED,
                    RENEWAL_REFUSED,
                    RENEWAL_OBJECTED,
                    SLIP_ENDED -> "";
        };
        return words.isEmpty() ? Stream.empty() : Stream.of(new OwnNotice(words, false, null, null));
    }

    private String name(StaffId id) {
        return staff.names(List.of(id)).getOrDefault(id, "");
    }
}
