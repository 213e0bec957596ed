package hmnet.gateway.box;

import hmnet.gateway.Answer;
import hmnet.gateway.Answer.Outcome;
import hmnet.gateway.SendResult;
import hmnet.gateway.spool.Spool.QueuedEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries one lane's entries to the centre (送信係), in their order. An entry leaves the queue when its own
/// answer has come; what was cut is sent again. What the centre refuses is set aside with its reason, and so
/// is an entry it fails at again and again while it takes the next one.
final class Courier {
    private static final int TRIES = 6;
    /// How often the next one must be taken, and this one not, before the blame is this one's: an outage that ends
    /// between two attempts looks like that once.
    private static final int PROOFS = 3;

    private final Lane lane;
    private final LaneSender sender;
    private final Alarms alarms;
    private final Backoff backoff;
    private int most = Link.LIMITS.files();
    private volatile @Nullable Instant lastSentAt;

    Courier(Lane lane, Link link, Alarms alarms, Duration longestRest) {
        this.lane = lane;
        this.sender = new LaneSender(lane, link);
        this.alarms = alarms;
        this.backoff = new Backoff(longestRest);
    }

    /// When the centre last took something; null before it did.
    @Nullable
    Instant lastSentAt() {
        return lastSentAt;
    }

    /// Sends a batch when there is one, and says how long to rest.
    Duration round() throws InterruptedException {
        var batch = batch();
        if (batch.isEmpty()) {
            lane.waiting().await(Duration.ofSeconds(1));
            return Duration.ofMillis(20);
        }
        if (carried(batch)) {
            backoff.succeeded();
            most = Math.min(Link.LIMITS.files(), 2 * most);
            return Duration.ZERO;
        }
        most = Math.max(1, most / 2);
        return backoff.failed();
    }

    private List<QueuedEntry> batch() {
        try {
            var batch = sender.batch(most);
            alarms.over(alarm("disk"));
            return batch;
        } catch (IOException e) {
            alarms.raise(alarm("disk"), "the spool cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private boolean carried(List<QueuedEntry> batch) {
        try {
            var answers = new HashMap<String, Answer>();
            var sent = sender.send(batch, answers);
            settle(batch, answers, sent);
            return switch (sent) {
                case SendResult.Complete complete -> {
                    alarms.over(alarm("unreachable"));
                    alarms.over(alarm("turned-away"));
                    yield true;
                }
                case SendResult.CutOff cut -> {
                    alarms.raise(alarm("unreachable"), cut.why());
                    yield backoff.failures() >= TRIES && batch.size() == 1 && getsPast(cut.why());
                }
                case SendResult.TurnedAway away -> {
                    alarms.raise(alarm("turned-away"), away.why());
                    yield false;
                }
            };
        } catch (IOException e) {
            alarms.raise(alarm("disk"), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private String alarm(String word) {
        return word + " " + lane.name();
    }

    /// Takes from the queue what was answered, from its beginning to the first one that was not.
    private void settle(List<QueuedEntry> batch, Map<String, Answer> answers, SendResult sent) throws IOException {
        QueuedEntry last = null;
        var settled = 0;
        for (var queued : batch) {
            var answer = answers.get(queued.entry().path());
            if (answer == null && !(sent instanceof SendResult.Complete)) {
                break;
            }
            if (answer == null || answer.outcome() == Outcome.REFUSED) {
                lane.setAside(queued, answer == null ? "unanswered" : answer.reason());
            }
            last = queued;
            settled++;
        }
        if (last != null) {
            lane.waiting().done(last.next(), settled);
            lastSentAt = Instant.now();
        }
    }

    /// Gets past the entry that the centre fails at: either it is taken now, or the next one is again and again
    /// while it is not; then it is set aside, and the others go on.
    private boolean getsPast(String why) throws IOException {
        var two = lane.waiting().head(2, Long.MAX_VALUE);
        if (two.size() < 2
                || two.getFirst().entry().path().equals(two.getLast().entry().path())) {
            return false;
        }
        var next = two.getLast();
        for (var proof = 0; proof < PROOFS; proof++) {
            if (sender.answer(next).isEmpty()) {
                return false;
            }
            if (sender.answer(two.getFirst()).isPresent()) {
                return true;
            }
        }
        lane.setAside(two.getFirst(), why);
        lane.waiting().done(two.getFirst().next(), 1);
        alarms.over(alarm("unreachable"));
        return true;
    }
}
