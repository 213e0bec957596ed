package hmnet.exchange;

import hmnet.directory.FacilityId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Queries that are answered in pages (続きのある照会; DSC, QUQI). Kept is what was asked and whom it was
/// told of, never who else was found: each page is decided anew, so that nobody who withdrew meanwhile stands
/// on it.
public final class Continued<Q> {
    public static final Duration LIFE = Duration.ofMinutes(5);
    public static final int FACILITY_MAX = 20;
    private static final int MOST = 2_000;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Rest<Q>> waiting = new LinkedHashMap<>();

    public Continued(Clock clock) {
        this.clock = clock;
    }

    /// @param tag by which the caller names it: QPD-2, queryId
    /// @param question as asked: the next page is of the same one
    /// @param told those on the pages before, in that order
    public record Rest<Q>(FacilityId facility, String tag, Q question, List<String> told, Instant until) {}

    /// A pointer to the rest. A facility's oldest yields when it has too many.
    public synchronized String keep(FacilityId facility, String tag, Q question, List<String> told) {
        var now = clock.instant();
        waiting.values().removeIf(rest -> rest.until().isBefore(now));
        var own = waiting.entrySet().stream()
                .filter(entry -> entry.getValue().facility().equals(facility))
                .map(Map.Entry::getKey)
                .toList();
        if (own.size() >= FACILITY_MAX) {
            waiting.remove(own.getFirst());
        } else if (waiting.size() >= MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var pointer = HexFormat.of().formatHex(bytes);
        waiting.put(pointer, new Rest<>(facility, tag, question, List.copyOf(told), now.plus(LIFE)));
        return pointer;
    }

    /// The rest a pointer stands for, once: each page brings its own pointer.
    public synchronized Optional<Rest<Q>> take(String pointer, FacilityId facility) {
        var rest = waiting.get(pointer);
        if (rest == null || !rest.facility().equals(facility) || rest.until().isBefore(clock.instant())) {
            return Optional.empty();
        }
        waiting.remove(pointer);
        return Optional.of(rest);
    }

    /// The rest of the question with this tag, once.
    public synchronized Optional<Rest<Q>> tagged(FacilityId facility, String tag) {
        var pointer = waiting.entrySet().stream()
                .filter(entry -> entry.getValue().facility().equals(facility))
                .filter(entry -> entry.getValue().tag().equals(tag))
                .map(Map.Entry::getKey)
                .findFirst();
        return pointer.flatMap(one -> take(one, facility));
    }

    public synchronized void cancel(FacilityId facility, String tag) {
        waiting.values()
                .removeIf(rest -> rest.facility().equals(facility) && rest.tag().equals(tag));
    }
}
