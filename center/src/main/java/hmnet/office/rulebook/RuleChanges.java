package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.RuleTrials;
import hmnet.consent.decisions.Rules;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.office.rulebook.TrialRegister.StoredTrial;
import hmnet.office.rulebook.TrialRegister.TrialCount;
import hmnet.office.rulebook.TriedRule.ChangedKind;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// A facility's rule is changed from a day on (開示ルールの変更): one of its desk tries and asks, a second one confirms. Lines
/// are added; what held before stays in the register.
@Component
class RuleChanges {
    static final String KIND = "disclosure-rule";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Rules rules;
    private final RuleTrials decided;
    private final TrialRegister trials;
    private final TrialChore chore;
    private final Approvals approvals;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    RuleChanges(
            Rules rules,
            RuleTrials decided,
            TrialRegister trials,
            TrialChore chore,
            Approvals approvals,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.rules = rules;
        this.decided = decided;
        this.trials = trials;
        this.chore = chore;
        this.approvals = approvals;
        this.audit = audit;
        this.transaction = transaction;
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
        PAST
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    /// Begins to count what would change for whom, on all charts of the facility. What a moment is enough for is done
    /// when this returns; the rest goes on by itself.
    ///
    /// @return the number of the trial
    long begin(RuleDraft draft, Requester by) {
        var id = Objects.requireNonNull(transaction.execute(status -> {
            var begun = trials.begin(draft, decided.moment(draft), decided.charts(draft.facility()), by.staff());
            audit.write(by.did(Action.RULE_TRIED, null, "tried", detail(draft)));
            return begun;
        }));
        chore.goOn(id, AT_ONCE);
        return id;
    }

    /// The newest trial of a change; one is begun where there is none.
    StoredTrial trialOf(RuleDraft draft, Requester by) {
        return trials.newest(draft)
                .or(() -> trials.of(begin(draft, by), by.facility()))
                .orElseThrow();
    }

    Optional<StoredTrial> trial(long id, Requester by) {
        return trials.of(id, by.facility());
    }

    /// What a trial has found so far. Examples name charts, so who looks is written down.
    @Transactional
    public TriedRule tried(StoredTrial trial, Requester by) {
        var found = trials.found(trial);
        var examples = found.stream()
                .flatMap(one -> one.getValue().examples().stream())
                .distinct()
                .toList();
        if (!examples.isEmpty()) {
            audit.write(by.did(
                    Action.RULE_TRIED,
                    null,
                    "shown",
                    Map.of("trial", Long.toString(trial.id()), "examples", Integer.toString(examples.size()))));
        }
        var numbers = decided.numbers(trial.facility(), examples);
        record CountLine(String profession, RecordKind kind, TrialCount count) {}
        var kinds = new LinkedHashMap<CountLine, List<FacilityKind>>();
        found.forEach(one -> kinds.computeIfAbsent(
                        new CountLine(
                                one.getKey().reader().profession().word(),
                                one.getKey().kind(),
                                one.getValue()),
                        none -> new ArrayList<>())
                .add(one.getKey().reader().at()));
        var changes = kinds.entrySet().stream()
                .map(one -> new ChangedKind(
                        one.getKey().profession(),
                        one.getValue(),
                        one.getKey().kind(),
                        one.getKey().count().before(),
                        one.getKey().count().after(),
                        one.getKey().count().examples().stream()
                                .map(numbers::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
        return new TriedRule(
                "/disclosure-rules?trial=" + trial.id(), trial.charts(), trial.counted(), trial.finished(), changes);
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
        audit.write(by.did(Action.RULE_CHANGED, null, outcome, detail(draft)));
    }

    private static Map<String, String> detail(RuleDraft draft) {
        return Map.of("facility", Long.toString(draft.facility().value()), "rule", draft.words());
    }
}
