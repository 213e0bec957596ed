package hmnet.ground.routes;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Whether the rights behind a request still stand while it lasts (処理中の権利の確認). Each door that lets it through says
/// here what it asked; bytes that come or go ask again, each question as often as its door wants. Of one request
/// and its thread alone.
public final class RightWatch {
    /// How often the database is asked, at most: so much longer than elsewhere a right may work on what is under way.
    public static final Duration SECOND = Duration.ofSeconds(1);

    private static final String KEY = RightWatch.class.getName();

    private final List<WatchedRight> rights = new ArrayList<>();
    private final List<BreakNote> notes = new ArrayList<>();
    private long handedOut;
    private @Nullable EndedRight ended;
    private boolean refusing;

    private RightWatch() {}

    /// Writes down that an answer was broken off.
    @FunctionalInterface
    public interface BreakNote {
        /// @param handedOut how many bytes of the answer had gone out
        void write(EndedRight why, long handedOut);
    }

    /// The watch of a request that begins.
    public static RightWatch begin(ServletRequest request) {
        var watch = new RightWatch();
        request.setAttribute(KEY, watch);
        return watch;
    }

    public static Optional<RightWatch> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof RightWatch watch ? Optional.of(watch) : Optional.empty();
    }

    /// The watch of the request that this thread works on; empty beside one.
    public static Optional<RightWatch> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? of(now.getRequest())
                : Optional.empty();
    }

    /// Asks this again while the request lasts. It was asked a moment ago.
    ///
    /// @param question the door's own check; empty while the right stands
    public void follow(Duration every, Supplier<Optional<EndedRight>> question) {
        rights.add(new WatchedRight(every.toNanos(), question));
    }

    /// Writes this down if the answer is broken off.
    public void note(BreakNote note) {
        notes.add(note);
    }

    /// Called with bytes that came, before anybody has them, and with bytes that are to go.
    ///
    /// @throws EndedRight once a right has ended, and from then on until that is answered
    public void ask() {
        if (refusing) {
            return;
        }
        for (var n = 0; ended == null && n < rights.size(); n++) {
            ended = rights.get(n).ended().orElse(null);
        }
        if (ended != null) {
            throw ended;
        }
    }

    public void count(int bytes) {
        handedOut += bytes;
    }

    /// Writes down all that was asked for, once. What goes out from now on is the refusal.
    public void broken(EndedRight why) {
        refusing = true;
        var all = List.copyOf(notes);
        notes.clear();
        all.forEach(note -> note.write(why, handedOut));
    }

    private static final class WatchedRight {
        private final long every;
        private final Supplier<Optional<EndedRight>> question;
        private long askedAt = System.nanoTime();

        WatchedRight(long every, Supplier<Optional<EndedRight>> question) {
            this.every = every;
            this.question = question;
        }

        /// Reckoned from before the question, as its answer is.
        Optional<EndedRight> ended() {
            var now = System.nanoTime();
            if (now - askedAt < every) {
                return Optional.empty();
            }
            askedAt = now;
            return question.get();
        }
    }
}
