package hmnet.exchange.personquery;

import hmnet.ground.directory.FacilityId;
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
public final class QueryContinuations<Q> {
    public static final Duration LIFE = Duration.ofMinutes(5);
    public static final int FACILITY_MAX = 20;
    private static final int MOST = 2_000;
    private static final int TAG_MAX = 200;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Rest<Q>> waiting = new LinkedHashMap<>();

    public QueryContinuations(Clock clock) {
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
        waiting.put(pointer, new Rest<>(facility, cut(tag), question, List.copyOf(told), now.plus(LIFE)));
        return pointer;
    }

    /// The rest a pointer stands for. It stays until the page made of it stands: each page brings its own
    /// pointer.
    public synchronized Optional<Rest<Q>> at(String pointer, FacilityId facility) {
        return Optional.ofNullable(waiting.get(pointer)).filter(rest -> holds(rest, facility));
    }

    /// The rest of the question with this tag.
    public synchronized Optional<Rest<Q>> tagged(FacilityId facility, String tag) {
        return waiting.values().stream()
                .filter(rest -> holds(rest, facility) && rest.tag().equals(cut(tag)))
                .findFirst();
    }

    public synchronized void end(String pointer, FacilityId facility) {
        at(pointer, facility).ifPresent(rest -> waiting.remove(pointer));
    }

    public synchronized void cancel(FacilityId facility, String tag) {
        waiting.values()
                .removeIf(rest -> rest.facility().equals(facility) && rest.tag().equals(cut(tag)));
    }

    private boolean holds(Rest<Q> rest, FacilityId facility) {
        return rest.facility().equals(facility) && !rest.until().isBefore(clock.instant());
    }

    private static String cut(String tag) {
        return tag.substring(0, Math.min(TAG_MAX, tag.length()));
    }
}
