package hmnet.exchange.iti21;

import hmnet.directory.FacilityId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Queries that are answered in pages (続きのある照会, DSC). Kept is what was asked and whom it was told of,
/// never who else was found: each page is decided anew, so that nobody who withdrew meanwhile stands on it.
final class Continued {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final int FACILITY_MAX = 20;
    private static final int MOST = 2_000;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Rest> waiting = new LinkedHashMap<>();

    Continued(Clock clock) {
        this.clock = clock;
    }

    /// @param tag QPD-2, by which it is cancelled
    /// @param parameters QPD-3 and QPD-8 as asked: the next page is of the same question
    /// @param told numbers of those on the pages before
    record Rest(FacilityId facility, String tag, String parameters, Set<String> told, Instant until) {}

    /// A pointer to the rest. A facility's oldest yields when it has too many.
    synchronized String keep(FacilityId facility, String tag, String parameters, Set<String> told) {
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
        waiting.put(pointer, new Rest(facility, tag, parameters, Set.copyOf(told), now.plus(LIFE)));
        return pointer;
    }

    /// The rest a pointer stands for, once: each page brings its own pointer.
    synchronized Optional<Rest> take(String pointer, FacilityId facility) {
        var rest = waiting.get(pointer);
        if (rest == null || !rest.facility().equals(facility) || rest.until().isBefore(clock.instant())) {
            return Optional.empty();
        }
        waiting.remove(pointer);
        return Optional.of(rest);
    }

    synchronized void cancel(FacilityId facility, String tag) {
        waiting.values()
                .removeIf(rest -> rest.facility().equals(facility) && rest.tag().equals(tag));
    }
}
