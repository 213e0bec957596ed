package hmnet.consent.protection;

import hmnet.consent.cards.StaffTrace;
import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.people.links.MatchExclusions;
import hmnet.people.patients.PersonId;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The end of a protection (保護の終了): one of the office asks for it, another one ends it. Cards that were
/// ended stay dead; whoever was shut out needs a card read anew.
@Component
public class ProtectionEnding {
    static final String KIND = "protection-end";

    private final JdbcClient db;
    private final Approvals approvals;
    private final MatchExclusions matchExclusions;
    private final Protections protections;
    private final ResidentNotices notices;
    private final Audit audit;

    ProtectionEnding(
            JdbcClient db,
            Approvals approvals,
            MatchExclusions matchExclusions,
            Protections protections,
            ResidentNotices notices,
            Audit audit) {
        this.notices = notices;
        this.db = db;
        this.approvals = approvals;
        this.matchExclusions = matchExclusions;
        this.protections = protections;
        this.audit = audit;
    }

    /// The result.
    public enum EndingResult {
        ASKED,
        ENDED,
        /// The one who asked cannot be the one who ends it.
        SAME_PERSON,
        /// Nobody asked yet, or there is no protection.
        NOTHING_TO_END
    }

    /// The first of two.
    @Transactional
    public EndingResult ask(PersonId person, String why, Requester by) {
        var asked = !protections.keeps(by, person)
                && holds(person)
                && approvals.propose(subject(person), "", why, 0, by.actor());
        if (asked) {
            audit.write(StaffTrace.of(Action.PROTECTION_END_ASKED, by, person, "asked", Map.of("why", why)));
        }
        return asked ? EndingResult.ASKED : EndingResult.NOTHING_TO_END;
    }

    /// Held until the transaction ends, so that it does not end meanwhile.
    private boolean holds(PersonId person) {
        return db.sql("select id from protection where person = ? and ended_at is null for update")
                .param(person.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /// The second of two takes the first one's request back: the protection goes on.
    @Transactional
    public void refuse(PersonId person, Requester by) {
        asked(person, by).ifPresent(asked -> {
            approvals.refuse(asked, by.actor());
            audit.write(StaffTrace.of(Action.PROTECTION_END_ASKED, by, person, "refused", Map.of()));
        });
    }

    /// The second of two.
    @Transactional
    public EndingResult end(PersonId person, Requester by) {
        return switch (SecondPerson.of(asked(person, by), by.actor())) {
            case NothingWaits<Approval> nothing -> EndingResult.NOTHING_TO_END;
            case Proposer<Approval> asker -> EndingResult.SAME_PERSON;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                end(person, by.staff());
                audit.write(StaffTrace.of(Action.PROTECTION_ENDED, by, person, "ended", Map.of()));
                yield EndingResult.ENDED;
            }
        };
    }

    /// Nothing for whoever is shut out from the person.
    private Optional<Approval> asked(PersonId person, Requester by) {
        return !protections.keeps(by, person) && holds(person) ? approvals.held(subject(person)) : Optional.empty();
    }

    private void end(PersonId person, StaffId by) {
        matchExclusions.take(person, MatchExclusions.PROTECTED);
        db.sql("update protection set ended_at = now(), ended_by = ? where person = ? and ended_at is null")
                .params(by.value(), person.value())
                .update();
        db.sql("""
                        update consent set protected_since = null, kept_facilities = '{}', kept_staff = '{}'
                         where person = ?""").param(person.value()).update();
        notices.tell(person, ResidentNoticeKind.PROTECTION_ENDED, null);
    }

    static Subject subject(PersonId person) {
        return new Subject(KIND, person.toString());
    }
}
