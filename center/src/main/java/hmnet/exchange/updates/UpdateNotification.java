package hmnet.exchange.updates;

import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.CrossReference;
import hmnet.exchange.personquery.CrossReferences;
import hmnet.exchange.updates.Notices.PendingNotice;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Successions;
import hmnet.ground.logs.ExceptionWords;
import hmnet.ground.mllp.Reply;
import hmnet.ground.work.OutgoingCalls;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Tells subscribers of changed cross-references (相互参照の変更通知). What they may know is decided, and in
/// the audit log, after the line stands and before the first byte leaves; a silent subscriber is tried again
/// later and later.
@Component
class UpdateNotification implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateNotification.class);
    private static final int AT_ONCE = 100;

    /// Less than the time for which notices are taken.
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Notices notices;
    private final Subscribers subscribers;
    private final Callers callers;
    private final CrossReferences references;
    private final Domains domains;
    private final Successions successions;
    private final Map<Subscriber.Way, Carrier> carriers = new EnumMap<>(Subscriber.Way.class);
    private final UpdateSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final OutgoingCalls<FacilityId> calls = new OutgoingCalls<>("telling");

    UpdateNotification(
            Notices notices,
            Subscribers subscribers,
            Callers callers,
            CrossReferences references,
            Domains domains,
            Successions successions,
            List<Carrier> carriers,
            UpdateSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.notices = notices;
        this.subscribers = subscribers;
        this.callers = callers;
        this.references = references;
        this.domains = domains;
        this.successions = successions;
        carriers.forEach(carrier -> this.carriers.put(carrier.way(), carrier));
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar chores) {
        chores.addFixedDelayTask(this::round, settings.every());
    }

    /// One round; nodes share the work. It waits for no subscriber: each is called beside it.
    void round() {
        while (notices.collect() > 0) {
            LOG.debug("news of links taken");
        }
        for (var facility : notices.due()) {
            calls.start(facility, () -> call(facility));
        }
    }

    @PreDestroy
    void close() {
        calls.close();
    }

    private void call(FacilityId facility) {
        try {
            tell(facility);
        } catch (RuntimeException e) {
            LOG.error("what waits for facility {} comes back by itself", facility.value(), e);
        }
    }

    /// One call. Whoever is slow has a minute of it; whoever does not acknowledge ends the call, and only what was
    /// not acknowledged is tried later than the rest. A database that fails is no failure of theirs: what was
    /// taken comes back by itself, as often tried as before.
    void tell(FacilityId facility) {
        var due = calls.atTheDatabase(() -> due(facility));
        if (due.isEmpty()) {
            return;
        }
        var subscriber = due.get().to();
        var left = due.get().left();
        var carrier = Objects.requireNonNull(carriers.get(subscriber.way()));
        var answers = false;
        try (var line = carrier.call(subscriber)) {
            answers = true;
            var end = clock.instant().plus(LONGEST);
            while (!left.isEmpty() && clock.instant().isBefore(end)) {
                tell(subscriber, left.getFirst(), carrier.transaction(), line);
                left.removeFirst();
            }
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("facility {} could not be told of {} charts: {}", facility.value(), left.size(), why(e));
            var failed = left.stream().limit(answers ? 1 : AT_ONCE).toList();
            left.removeAll(failed);
            calls.atTheDatabase(() -> failed.forEach(notices::later));
        }
        calls.atTheDatabase(() -> left.forEach(notices::back));
    }

    private record Due(Subscriber to, Deque<PendingNotice> left) {}

    /// Takes what waits for a facility; nothing waits for one that no longer hears.
    private Optional<Due> due(FacilityId facility) {
        var subscriber = subscribers.find(facility);
        var left = new ArrayDeque<>(notices.take(facility, AT_ONCE));
        if (subscriber.isEmpty() || successions.now().by(facility).isPresent()) {
            left.forEach(notices::drop);
            return Optional.empty();
        }
        return Optional.of(new Due(subscriber.get(), left));
    }

    private void tell(Subscriber subscriber, PendingNotice notice, String name, Carrier.UpdateLine line)
            throws IOException {
        var id = Reply.freshControlId();
        var decided = calls.atTheDatabase(() -> decide(subscriber, notice, name, id));
        if (decided.isEmpty()) {
            return;
        }
        var update = decided.get();
        var at = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        if (line.accepted(update, id, at)) {
            calls.atTheDatabase(() -> notices.done(notice, update.hash()));
        } else {
            LOG.warn("facility {} did not take an update", subscriber.facility().value());
            calls.atTheDatabase(() -> notices.later(notice));
        }
    }

    /// What the subscriber is to be told, committed with its audit event; when that is nothing new, the notice is
    /// dropped and leaves no event.
    private Optional<Update> decide(Subscriber subscriber, PendingNotice notice, String name, String id) {
        var decided = news(subscriber, notice, name, id);
        if (decided.isEmpty()) {
            notices.drop(notice);
        }
        return decided;
    }

    private Optional<Update> news(Subscriber subscriber, PendingNotice notice, String name, String id) {
        if (!(callers.admit(subscriber.facility(), TransactionGroup.PIX, name)
                instanceof Admission.Admitted(var caller))) {
            return Optional.empty();
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var own = new Identifier(domains.of(subscriber.facility()), notice.number());
            var question = new Question(name, id, new TreeMap<>(Map.of("number", notice.number())));
            var answer = references.of(caller, question, own.domain().oid(), notice.number(), subscriber.domains());
            var update = answer instanceof CrossReference.Known(var others, var person)
                    ? new Update(own, others)
                    : new Update(own, List.of());
            if (notices.known(notice, update.hash())) {
                status.setRollbackOnly();
                return Optional.<Update>empty();
            }
            return Optional.of(update);
        }));
    }

    private static String why(Exception e) {
        return ExceptionWords.of(e);
    }
}
