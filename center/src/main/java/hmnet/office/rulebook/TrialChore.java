package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleTrials;
import hmnet.consent.decisions.RuleTrials.ConsentScope;
import hmnet.consent.decisions.RuleTrials.ConsentedChart;
import hmnet.consent.decisions.RuleTrials.RuleView;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.office.rulebook.TrialRegister.StoredTrial;
import hmnet.office.rulebook.TrialRegister.TrialCount;
import hmnet.office.rulebook.TrialRegister.TrialKey;
import hmnet.record.charts.RuleTally;
import hmnet.record.charts.RuleTally.TalliedChart;
import hmnet.record.charts.RuleTally.TalliedLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Counts trials to their end, a piece at a time (試算の進行). What a piece counted and how far it is stand in one
/// transaction, so any node goes on wherever another one fell.
@Component
class TrialChore {
    /// The database looks a list of let patients through for each row: short ones are faster together.
    private static final int AT_ONCE = 250;

    private static final Duration PIECE = Duration.ofSeconds(1);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final TrialRegister register;
    private final RuleTrials trials;
    private final RuleTally tally;
    private final Audit audit;
    private final TransactionOperations transaction;

    TrialChore(
            TrialRegister register,
            RuleTrials trials,
            RuleTally tally,
            Audit audit,
            TransactionOperations transaction) {
        this.register = register;
        this.trials = trials;
        this.tally = tally;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    void goOn() {
        pieces(register::next, LONG_ENOUGH, AT_ONCE);
    }

    /// Counts one for a while, so that who looks after a small facility need not wait for the next turn.
    void goOn(long id, Duration most) {
        goOn(id, most, AT_ONCE);
    }

    /// @param atOnce charts of one statement
    void goOn(long id, Duration most, int atOnce) {
        pieces(() -> register.next(id), most, atOnce);
    }

    private void pieces(Supplier<Optional<StoredTrial>> next, Duration most, int atOnce) {
        var until = System.nanoTime() + most.toNanos();
        var more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(
                    status -> next.get().map(trial -> piece(trial, atOnce)).orElse(false)));
        }
    }

    private boolean piece(StoredTrial trial, int atOnce) {
        var until = System.nanoTime() + PIECE.toNanos();
        var counts = new HashMap<TrialKey, TrialCount>();
        var last = trial.last();
        var counted = 0L;
        var over = false;
        while (!over && System.nanoTime() < until) {
            var batch = trials.charts(trial.change(), trial.tried(), last, atOnce);
            count(trial, batch.charts(), counts);
            counted += batch.charts().size();
            last = batch.last();
            over = batch.over();
        }
        register.add(trial, counted, last, over, counts);
        if (over) {
            audit.write(Trace.of(Action.RULE_TRIED, trial.by().actor(), "counted")
                    .at(trial.facility() == null ? 0 : trial.facility().value())
                    .with(Map.of(
                            "trial", Long.toString(trial.id()),
                            "charts", Long.toString(trial.counted() + counted))));
        }
        return true;
    }

    private void count(StoredTrial trial, List<ConsentedChart> charts, Map<TrialKey, TrialCount> counts) {
        var change = trial.change();
        var scopes = new LinkedHashMap<ConsentScope, Integer>();
        var holders = new HashMap<Object, Integer>();
        var tallied = charts.stream()
                .map(chart -> new TalliedChart(
                        chart.patient(),
                        holders.computeIfAbsent(
                                change.source() == null ? chart.person() : chart.patient(), fresh -> holders.size()),
                        scopes.computeIfAbsent(chart.scope(), fresh -> scopes.size())))
                .toList();
        var views = new ArrayList<RuleView>();
        var lines = new ArrayList<TalliedLine>();
        scopes.forEach((scope, number) -> trials.views(change, scope, trial.tried())
                .forEach(view -> {
                    view.before().forEach(line -> lines.add(new TalliedLine(number, views.size(), false, line)));
                    view.after().forEach(line -> lines.add(new TalliedLine(number, views.size(), true, line)));
                    views.add(view);
                }));
        for (var found : tally.of(tallied, lines, change.kinds())) {
            var count = new TrialCount(found.before(), found.after(), found.examples());
            views.get(found.view())
                    .readers()
                    .forEach(reader -> counts.merge(new TrialKey(reader, found.kind()), count, TrialCount::plus));
        }
    }
}
