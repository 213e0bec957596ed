package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleTrials;
import hmnet.consent.decisions.TriedChange;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.office.rulebook.TrialRegister.StoredTrial;
import hmnet.office.rulebook.TrialRegister.TrialCount;
import hmnet.office.rulebook.TriedRule.ChangedKind;
import hmnet.people.patients.PatientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Tries what would change for whom, and tells what was found (試算の窓口): of a facility's rule and of the policy alike.
@Component
class Trials {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final RuleTrials decided;
    private final TrialRegister trials;
    private final TrialChore chore;
    private final Audit audit;
    private final TransactionOperations transaction;

    Trials(RuleTrials decided, TrialRegister trials, TrialChore chore, Audit audit, TransactionOperations transaction) {
        this.decided = decided;
        this.trials = trials;
        this.chore = chore;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Begins to count what would change for whom, on all charts that it is about. What a moment is enough for is done
    /// when this returns; the rest goes on by itself.
    ///
    /// @return the number of the trial
    long begin(TriedChange draft, Requester by) {
        var id = Objects.requireNonNull(transaction.execute(status -> {
            var begun = trials.begin(draft, decided.moment(draft), decided.charts(draft), by.staff());
            audit.write(by.did(Action.RULE_TRIED, null, "tried", detail(draft)));
            return begun;
        }));
        chore.goOn(id, AT_ONCE);
        return id;
    }

    /// The newest trial of a change; one is begun where there is none.
    StoredTrial trialOf(TriedChange draft, Requester by) {
        return trials.newest(draft)
                .or(() -> trials.of(begin(draft, by), draft.source()))
                .orElseThrow();
    }

    /// A trial of the requester's facility.
    Optional<StoredTrial> trial(long id, Requester by) {
        return trials.of(id, by.facility());
    }

    /// A trial of the network's policy.
    Optional<StoredTrial> ofNetwork(long id) {
        return trials.of(id, null);
    }

    /// What a trial has found so far. Examples name charts, so who looks is written down; a trial of the network
    /// names none.
    @Transactional
    public TriedRule tried(StoredTrial trial, Requester by) {
        var found = trials.found(trial);
        var source = trial.facility();
        var examples = found.stream()
                .flatMap(one -> one.getValue().examples().stream())
                .filter(one -> source != null)
                .distinct()
                .toList();
        if (!examples.isEmpty()) {
            audit.write(by.did(
                    Action.RULE_TRIED,
                    null,
                    "shown",
                    Map.of("trial", Long.toString(trial.id()), "examples", Integer.toString(examples.size()))));
        }
        var numbers = source == null ? Map.<PatientId, String>of() : decided.numbers(source, examples);
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
                (source == null ? "/office/policy?trial=" : "/disclosure-rules?trial=") + trial.id(),
                source == null,
                trial.charts(),
                trial.counted(),
                trial.finished(),
                changes);
    }

    /// As a trial and a change stand in the log.
    static Map<String, String> detail(TriedChange change) {
        var source = change.source();
        return source == null
                ? Map.of("policy", change.words())
                : Map.of("facility", Long.toString(source.value()), "rule", change.words());
    }
}
