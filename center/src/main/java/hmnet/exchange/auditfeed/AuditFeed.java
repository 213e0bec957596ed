package hmnet.exchange.auditfeed;

import hmnet.exchange.auditfeed.AuditRepository.FeedDelivery;
import hmnet.exchange.auditfeed.FeedMarks.FeedTurn;
import hmnet.exchange.balp.ReportedEvent;
import hmnet.exchange.balp.ReportedEvents;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.NumberedTraces;
import hmnet.ground.audit.NumberedTraces.NumberedTrace;
import hmnet.ground.logs.ExceptionWords;
import hmnet.ground.mtls.MachineSockets;
import hmnet.ground.work.OutgoingCalls;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/// Sends every event of the log in the order of its numbers, at least once (監査証跡の送出). It reads what is committed and
/// numbered, on threads of its own: a repository that is down holds up no disclosure.
@Component
class AuditFeed implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFeed.class);
    static final int AT_ONCE = 200;

    private final NumberedTraces traces;
    private final ReportedEvents reported;
    private final FeedMarks marks;
    private final List<AuditRepository> repositories;
    private final AuditFeedSettings settings;
    private final MachineSockets sockets;
    private final LateFeeds late;
    private final OutgoingCalls<FeedWay> calls = new OutgoingCalls<>("audit-feed");

    AuditFeed(
            NumberedTraces traces,
            ReportedEvents reported,
            FeedMarks marks,
            List<AuditRepository> repositories,
            AuditFeedSettings settings,
            MachineSockets sockets,
            LateFeeds late) {
        this.traces = traces;
        this.reported = reported;
        this.marks = marks;
        this.repositories = List.copyOf(repositories);
        this.settings = settings;
        this.sockets = sockets;
        this.late = late;
    }

    @PostConstruct
    void begin() {
        repositories.forEach(repository -> marks.begin(repository.way()));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar chores) {
        chores.addFixedDelayTask(this::round, settings.every());
    }

    /// One round. It waits for no repository: each is called beside it.
    void round() {
        for (var repository : repositories) {
            if (!settings.target(repository.way()).isEmpty()) {
                calls.start(repository.way(), () -> send(repository));
            }
        }
        late.look();
    }

    @PreDestroy
    void close() {
        calls.close();
    }

    /// One turn: part after part, until all is sent, it fails, it is held up, or it is another one's turn.
    void send(AuditRepository repository) {
        var taken = calls.atTheDatabase(() -> marks.take(repository.way()));
        if (taken.isEmpty()) {
            return;
        }
        var turn = taken.get();
        var end = System.nanoTime() + AuditFeedSettings.TURN.toNanos();
        while (System.nanoTime() < end) {
            var before = turn;
            List<NumberedTrace> part;
            try {
                part = calls.atTheDatabase(() -> traces.after(before.leaf(), AT_ONCE));
            } catch (RuntimeException e) {
                LOG.error(
                        "the audit feed {} cannot read the log behind {}",
                        before.way().word(),
                        before.leaf(),
                        e);
                failed(before, "the log cannot be read behind its entry " + before.leaf());
                return;
            }
            if (part.isEmpty()) {
                break;
            }
            var delivery = deliver(repository, part);
            var moved = moved(before, part, delivery);
            if (moved.isEmpty()) {
                return;
            }
            turn = moved.get();
            if (!delivery.trouble().isEmpty()) {
                failed(turn, delivery.trouble());
                return;
            }
        }
        var last = turn;
        calls.atTheDatabase(() -> marks.rest(last));
    }

    /// An event whose body was erased has nothing left to tell and counts as sent.
    private FeedDelivery deliver(AuditRepository repository, List<NumberedTrace> part) {
        if (!sockets.ready()) {
            return new FeedDelivery(0, "no certificate of the centre is set (hmnet.mtls)");
        }
        try {
            var events = part.stream().flatMap(this::told).toList();
            return events.isEmpty() ? new FeedDelivery(0, "") : inTime(repository, events);
        } catch (RuntimeException e) {
            LOG.error("the audit feed {} failed", repository.way().word(), e);
            return new FeedDelivery(0, ExceptionWords.of(e));
        }
    }

    /// On a virtual thread, which an interrupt frees from a socket: also from writing to a repository that reads
    /// nothing more, which no time limit of a socket ends.
    private FeedDelivery inTime(AuditRepository repository, List<ReportedEvent> events) {
        var sending = new FutureTask<>(() -> repository.send(events));
        Thread.ofVirtual().name("audit-feed-" + repository.way().word()).start(sending);
        try {
            return sending.get(settings.part().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new FeedDelivery(0, "not taken within " + settings.part().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw new IllegalStateException("sending failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FeedDelivery(0, "the centre stops");
        } finally {
            sending.cancel(true);
        }
    }

    private Stream<ReportedEvent> told(NumberedTrace numbered) {
        ExposedEvent event = numbered.event();
        if (event == null) {
            return Stream.empty();
        }
        var told = reported.of(event).with("leaf", Long.toString(numbered.leaf()));
        return Stream.of(settings.queries() ? told : told.withoutQuery());
    }

    /// Moves the mark up to the last event before the first that was not taken.
    private Optional<FeedTurn> moved(FeedTurn turn, List<NumberedTrace> part, FeedDelivery delivery) {
        var until = turn.leaf();
        var left = delivery.taken();
        for (var numbered : part) {
            if (numbered.event() != null && left-- == 0) {
                break;
            }
            until = numbered.leaf();
        }
        var leaf = until;
        return leaf == turn.leaf() ? Optional.of(turn) : calls.atTheDatabase(() -> marks.sent(turn, leaf));
    }

    private void failed(FeedTurn turn, String trouble) {
        LOG.warn("the audit feed {} is tried again later: {}", turn.way().word(), trouble);
        calls.atTheDatabase(() -> marks.failed(turn, trouble));
    }
}
