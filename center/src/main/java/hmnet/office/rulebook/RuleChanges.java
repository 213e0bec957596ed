package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A facility's rule is changed from a day on (開示ルールの変更): one of its desk tries and asks, a second one confirms. Lines
/// are added; what held before stays in the register.
@Component
class RuleChanges {
    static final String KIND = "disclosure-rule";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Rules rules;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;

    RuleChanges(Rules rules, Approvals approvals, Audit audit, Clock clock) {
        this.rules = rules;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /// How an answer ended (結果).
    enum RuleAnswer {
        DONE,
        /// Whoever proposed it cannot confirm it.
        SECOND_PERSON,
        /// Another change waits already.
        WAITS,
        /// Nothing waits any more.
        GONE,
        /// Its day is over: a rule changes nothing of yesterday.
        PAST;

        /// As a page is told of it.
        ///
        /// @param done what was done where it is done
        String told(String done) {
            return switch (this) {
                case DONE -> "done=" + done;
                case SECOND_PERSON -> "problem=second-person";
                case WAITS -> "problem=waits";
                case GONE -> "problem=gone";
                case PAST -> "problem=past";
            };
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    Optional<Approval> waiting(FacilityId facility) {
        return approvals.open(subject(facility));
    }

    @Transactional
    public RuleAnswer propose(RuleDraft draft, String why, Requester by) {
        if (draft.effectiveOn().isBefore(today())) {
            return RuleAnswer.PAST;
        }
        if (!approvals.propose(subject(by.facility()), draft.words(), why, 0, by.actor())) {
            return RuleAnswer.WAITS;
        }
        trace("proposed", draft, by);
        return RuleAnswer.DONE;
    }

    @Transactional
    public RuleAnswer agree(Requester by) {
        return switch (SecondPerson.of(approvals.held(subject(by.facility())), by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> RuleAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> RuleAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                var draft = RuleDraft.of(by.facility(), approval.what());
                if (draft.effectiveOn().isBefore(today())) {
                    approvals.lapse(approval);
                    yield RuleAnswer.PAST;
                }
                approvals.confirm(approval, by.actor());
                rules.add(draft, approval.by().word() + " " + by.actor().word());
                trace("confirmed", draft, by);
                yield RuleAnswer.DONE;
            }
        };
    }

    /// By a second person, or by whoever proposed it.
    @Transactional
    public RuleAnswer refuse(Requester by) {
        var asked = approvals.held(subject(by.facility()));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            trace(one.by().equals(by.actor()) ? "withdrawn" : "refused", RuleDraft.of(by.facility(), one.what()), by);
        });
        return asked.isPresent() ? RuleAnswer.DONE : RuleAnswer.GONE;
    }

    private static Subject subject(FacilityId facility) {
        return new Subject(KIND, Long.toString(facility.value()));
    }

    private void trace(String outcome, RuleDraft draft, Requester by) {
        audit.write(by.did(Action.RULE_CHANGED, null, outcome, Trials.detail(draft)));
    }
}
