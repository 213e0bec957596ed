package hmnet.ground.audit;

import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// By which numbers events are found (監査証跡の照会キー): keyed hashes of who, from where and under what, other each day.
public final class TraceKeys {
    private static final long DAY_SECONDS = 86_400;
    private static final int REMEMBERED_MAX = 50_000;

    private final KeyedHash hash;
    private final ConcurrentHashMap<String, Long> remembered = new ConcurrentHashMap<>();

    public TraceKeys(Keys keys) {
        this.hash = new KeyedHash(keys, "audit trail");
    }

    /// The numbers that stand beside one event; null where it has nothing of the kind.
    public record EventKeys(
            @Nullable Long actor,
            @Nullable Long facility,
            @Nullable Long address,
            @Nullable Long credential) {
        static final EventKeys NONE = new EventKeys(null, null, null, null);

        /// Whether these may stand beside an event of these true keys that was written before there were any.
        boolean fit(EventKeys keys) {
            return equals(keys) || equals(NONE);
        }
    }

    EventKeys of(AuditEvent event) {
        var origin = Objects.requireNonNullElse(event.origin(), TraceOrigin.NONE);
        return of(event.at(), event.trace(), origin);
    }

    public EventKeys of(Instant at, Trace trace, TraceOrigin origin) {
        var day = day(at);
        return new EventKeys(
                of(ExposureKind.ACTOR, trace.actor().word(), day),
                trace.facility() == 0 ? null : of(ExposureKind.FACILITY, Long.toString(trace.facility()), day),
                origin.address().isEmpty() ? null : of(ExposureKind.ADDRESS, origin.address(), day),
                origin.credential().isEmpty() ? null : of(ExposureKind.CREDENTIAL, origin.credential(), day));
    }

    long of(ExposureKind kind, String word, long day) {
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(kind + "|" + word + "|" + day, hash::of);
    }

    static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
    }
}
