package hmnet.office.anomalies;

import hmnet.ground.audit.NumberedTraces;
import hmnet.ground.audit.NumberedTraces.NumberedTrace;
import hmnet.ground.design.JapaneseDates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Looks the log through as it grows (監査証跡の点検). What was found and how far it is stand in one transaction, so any node
/// goes on wherever another one fell.
@Component
class AnomalyWatch {
    private static final int AT_ONCE = 2_000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final NumberedTraces traces;
    private final AnomalyRules rules;
    private final AnomalyRows rows;
    private final AnomalyJudge judge;
    private final TransactionOperations transaction;
    private final Clock clock;

    AnomalyWatch(
            NumberedTraces traces,
            AnomalyRules rules,
            AnomalyRows rows,
            AnomalyJudge judge,
            TransactionOperations transaction,
            Clock clock) {
        this.traces = traces;
        this.rules = rules;
        this.rows = rows;
        this.judge = judge;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 30_000)
    void goOn() {
        for (var pass : WatchPass.values()) {
            var until = System.nanoTime() + LONG_ENOUGH.toNanos();
            var more = true;
            while (more && System.nanoTime() < until) {
                more = round(pass);
            }
        }
    }

    /// Whether more of the log waits.
    boolean round(WatchPass pass) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> rows.mark(pass).map(mark -> goOn(pass, mark)).orElse(false)));
    }

    private boolean goOn(WatchPass pass, long mark) {
        var due = due(pass, mark);
        if (due.isEmpty()) {
            return false;
        }
        judge.met(read(due), pass).forEach(rows::add);
        rows.move(pass, due.getLast().leaf());
        return due.size() == AT_ONCE;
    }

    /// One is read first where most of the time none is due.
    private List<NumberedTrace> due(WatchPass pass, long mark) {
        if (pass == WatchPass.NOW) {
            return traces.after(mark, AT_ONCE);
        }
        var isDue = isDue();
        return traces.after(mark, 1).stream().allMatch(isDue)
                ? traces.after(mark, AT_ONCE).stream().takeWhile(isDue).toList()
                : List.of();
    }

    private static List<ReadChart> read(List<NumberedTrace> due) {
        return due.stream()
                .map(NumberedTrace::event)
                .filter(Objects::nonNull)
                .flatMap(event -> ReadChart.of(event).stream())
                .toList();
    }

    /// What is as old as the rule waits. While the rule rests nothing waits.
    private Predicate<NumberedTrace> isDue() {
        var now = clock.instant();
        var days = rules.on(LocalDate.ofInstant(now, JapaneseDates.JAPAN)).stream()
                .filter(line -> line.rule() == AnomalyRule.UNRELATED)
                .mapToInt(AnomalyRuleLine::threshold)
                .findAny()
                .orElse(0);
        var edge = now.minus(Duration.ofDays(days));
        return numbered -> numbered.event() == null || !numbered.event().at().isAfter(edge);
    }
}
