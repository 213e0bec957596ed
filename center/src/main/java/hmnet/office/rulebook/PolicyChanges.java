package hmnet.office.rulebook;

import hmnet.consent.decisions.TriedChange;
import hmnet.consent.decisions.TriedChange.NetworkChange;
import hmnet.consent.policy.AccessPolicy;
import hmnet.consent.policy.PolicyDraft;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.office.rulebook.RuleChanges.RuleAnswer;
import hmnet.office.rulebook.TrialRegister.StoredTrial;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The network's policy is changed from a day on (開示方針の変更): one of the office tries and asks, a second one confirms.
/// One change waits at a time, so that what was tried is what then holds.
@Component
class PolicyChanges {
    private static final Subject POLICY = new Subject("access-policy", "network");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final AccessPolicy policy;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;

    PolicyChanges(AccessPolicy policy, Approvals approvals, Audit audit, Clock clock) {
        this.policy = policy;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    Optional<Approval> waiting() {
        return approvals.open(POLICY);
    }

    /// Asks for what was tried.
    @Transactional
    public RuleAnswer propose(StoredTrial trial, String why, Requester by) {
        var change = trial.change();
        if (change.effectiveOn().isBefore(today())) {
            return RuleAnswer.PAST;
        }
        if (!approvals.propose(POLICY, change.words(), why, trial.id(), by.actor())) {
            return RuleAnswer.WAITS;
        }
        trace("proposed", change, by);
        return RuleAnswer.DONE;
    }

    @Transactional
    public RuleAnswer agree(Requester by) {
        return switch (SecondPerson.of(approvals.held(POLICY), by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> RuleAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> RuleAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                var draft = PolicyDraft.of(approval.what());
                if (draft.effectiveOn().isBefore(today())) {
                    approvals.lapse(approval);
                    yield RuleAnswer.PAST;
                }
                approvals.confirm(approval, by.actor());
                policy.add(
                        draft,
                        approval.why(),
                        approval.by().word() + " " + by.actor().word());
                trace("confirmed", new NetworkChange(draft), by);
                yield RuleAnswer.DONE;
            }
        };
    }

    /// By a second person, or by whoever proposed it.
    @Transactional
    public RuleAnswer refuse(Requester by) {
        var asked = approvals.held(POLICY);
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            trace(
                    one.by().equals(by.actor()) ? "withdrawn" : "refused",
                    new NetworkChange(PolicyDraft.of(one.what())),
                    by);
        });
        return asked.isPresent() ? RuleAnswer.DONE : RuleAnswer.GONE;
    }

    private void trace(String outcome, TriedChange change, Requester by) {
        audit.write(by.did(Action.RULE_CHANGED, null, outcome, Trials.detail(change)));
    }
}
