package hmnet.region;

import hmnet.gateway.Counts;
import hmnet.gateway.FileSender;
import hmnet.gateway.Progress;
import hmnet.gateway.SendResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// How long a sender waits for a centre that is starting, busy or gone (再送間隔).
record Patience(Duration first, Duration longest, int tries) {
    static final Patience USUAL = new Patience(Duration.ofMillis(250), Duration.ofSeconds(10), 120);

    /// Repeats what was cut off. Gives up when the centre refuses this sender, or has not been there for
    /// twenty minutes.
    void untilComplete(Supplier<SendResult> attempt, Consumer<SendResult.CutOff> complain) throws IOException {
        var pause = first;
        for (var left = tries; left > 0; left--) {
            switch (attempt.get()) {
                case SendResult.Complete complete -> {
                    return;
                }
                case SendResult.TurnedAway away ->
                    throw new IOException("the centre refuses this sender: " + away.why());
                case SendResult.CutOff cut -> complain.accept(cut);
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
        }
        throw new IOException("the centre could not be reached");
    }

    /// One sending of one message (送信の試み).
    interface SendAttempt {
        /// @throws Refusal when trying again would not help
        boolean taken() throws IOException;
    }

    /// Repeats what was not taken.
    void untilTaken(SendAttempt sendAttempt, Consumer<String> complain) throws IOException {
        var pause = first;
        for (var left = tries; left > 0; left--) {
            try {
                if (sendAttempt.taken()) {
                    return;
                }
                complain.accept("the centre is busy");
            } catch (InterruptedIOException | Refusal e) {
                throw e;
            } catch (IOException e) {
                complain.accept(String.valueOf(e.getMessage()));
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
        }
        throw new IOException("the centre could not be reached");
    }

    /// Asks until every inbox is empty, and says in one line what was filed.
    String untilNothingWaits(List<FileSender> inboxes, double before, Progress progress) throws IOException {
        for (var left = tries; ; ) {
            try {
                var all = new Counts(0, 0, 0, 0, 0, 0);
                for (var inbox : inboxes) {
                    all = sum(all, inbox.counts());
                }
                if (all.waiting() == 0) {
                    return line(all, before + progress.seconds());
                }
                left = tries;
                sleep(first);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (--left == 0) {
                    throw e;
                }
                sleep(longest);
            }
        }
    }

    private static Counts sum(Counts a, Counts b) {
        return new Counts(
                a.waiting() + b.waiting(),
                a.accepted() + b.accepted(),
                a.repaired() + b.repaired(),
                a.quarantined() + b.quarantined(),
                a.resources() + b.resources(),
                a.messages() + b.messages());
    }

    private static String line(Counts all, double seconds) {
        return String.format(
                Locale.ROOT, "loaded: messages=%d resources=%d seconds=%.1f", all.messages(), all.resources(), seconds);
    }

    private static void sleep(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
