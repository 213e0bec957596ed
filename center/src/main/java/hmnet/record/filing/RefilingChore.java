package hmnet.record.filing;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.record.examination.EarlyVerdicts;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.FilingQueue.KeptOriginal;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingRequest;
import hmnet.record.inbox.RefilingRequests.RowTally;
import hmnet.record.vault.DataKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Files originals of the inbox again, a few at a time (再取込): beside what arrives, under the same locks of charts. What
/// it did and how far it is stand in one transaction, so any node goes on wherever another one fell.
@Component
class RefilingChore {
    private static final Logger LOG = LoggerFactory.getLogger(RefilingChore.class);
    private static final int AT_ONCE = 32;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final RefilingRequests requests;
    private final FilingQueue queue;
    private final InboxReader reader;
    private final Refiler refiler;
    private final DataKeys keys;
    private final InboxLoad load;
    private final Audit audit;
    private final TransactionOperations transaction;

    RefilingChore(
            RefilingRequests requests,
            FilingQueue queue,
            InboxReader reader,
            Refiler refiler,
            DataKeys keys,
            InboxLoad load,
            Audit audit,
            TransactionOperations transaction) {
        this.requests = requests;
        this.queue = queue;
        this.reader = reader;
        this.refiler = refiler;
        this.keys = keys;
        this.load = load;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1_000)
    void goOn() {
        var until = System.nanoTime() + LONG_ENOUGH.toNanos();
        var more = true;
        while (more && !load.many() && System.nanoTime() < until) {
            more = piece();
        }
    }

    /// False where nothing is asked for, or another node is at it. An original that the database refuses is left by
    /// name, so that it never stops the others.
    boolean piece() {
        try {
            return goOn(AT_ONCE, false);
        } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("Originals could not be filed again together; one by one", e);
            return oneByOne();
        }
    }

    private boolean oneByOne() {
        for (var n = 0; n < AT_ONCE; n++) {
            try {
                if (!goOn(1, false)) {
                    return false;
                }
            } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
                throw e;
            } catch (DataAccessException | IllegalStateException e) {
                LOG.error("An original could not be filed again", e);
                goOn(1, true);
            }
        }
        return true;
    }

    /// Looks at the next originals outside a transaction, since examining strangers' files may take long, and files
    /// them
    /// again in one.
    ///
    /// @param leave the next original is left by name
    private boolean goOn(int most, boolean leave) {
        var next = requests.next();
        if (next.isEmpty()) {
            return false;
        }
        var seen = next.get();
        var originals = originals(seen, most);
        var examined = leave
                ? new EarlyVerdicts()
                : reader.examined(originals.stream()
                        .filter(original -> !original.waits() && !original.held())
                        .map(KeptOriginal::file)
                        .toList());
        return Boolean.TRUE.equals(transaction.execute(status -> step(seen, originals, examined, leave)));
    }

    /// Those of one facility.
    private List<KeptOriginal> originals(RefilingRequest request, int most) {
        var scope = request.scope();
        var next = queue.originals(request.done(), request.last(), scope.facility(), scope.since(), most);
        return next.stream()
                .takeWhile(original ->
                        original.file().facility().equals(next.getFirst().file().facility()))
                .toList();
    }

    private boolean step(RefilingRequest seen, List<KeptOriginal> originals, EarlyVerdicts examined, boolean leave) {
        var next = requests.next();
        if (next.isEmpty() || next.get().id() != seen.id() || next.get().done() != seen.done()) {
            return false; // another node is at it
        }
        var request = next.get();
        if (!request.begun()) {
            requests.begin(request);
            trace(request, "begun");
        }
        if (originals.isEmpty()) {
            requests.finish(request);
            trace(request, "done");
            return true;
        }
        if (keys.holdFree(Set.of(originals.getFirst().file().facility())).isEmpty()) {
            return false; // its keys are being erased: later
        }
        if (leave) {
            requests.leave(request, originals.getFirst().file().id(), "internal", "");
        }
        var tally = leave ? new RowTally(0, 0, 0, 0) : refiler.file(request, originals, examined);
        requests.count(request, last(originals), originals.size(), tally);
        return true;
    }

    private static long last(List<KeptOriginal> originals) {
        return originals.getLast().file().id();
    }

    private void trace(RefilingRequest request, String outcome) {
        var scope = request.scope();
        var tally = request.tally();
        audit.write(Trace.of(Action.ORIGINALS_REFILED, Actor.CENTRE, outcome)
                .at(scope.facility() == null ? 0 : scope.facility().value())
                .with(Map.of(
                        "refiling", Long.toString(request.id()),
                        "kind", scope.kind() == null ? "" : scope.kind().name(),
                        "since", scope.since() == null ? "" : scope.since().toString(),
                        "plan", Boolean.toString(scope.plan()),
                        "messages", Long.toString(request.messages()),
                        "changed", Long.toString(tally.changed()),
                        "added", Long.toString(tally.added()),
                        "gone", Long.toString(tally.gone()))));
    }
}
