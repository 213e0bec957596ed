package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// Rows of a chart whose keys were destroyed (消去済みの行): they were there, and nobody opens them again. Neither absent
/// nor withheld.
public final class ErasedRows {
    /// So many times as many rows are looked at where some were erased.
    private static final int MORE = 4;

    private final Map<FacilityId, Set<UUID>> rows = new LinkedHashMap<>();
    private final Map<FacilityId, Set<RecordKind>> kinds = new LinkedHashMap<>();

    ErasedRows() {}

    /// The first rows that are not erased: those that are take nobody's place, and where some were met it looks
    /// further.
    ///
    /// @param limit so many are wanted
    /// @param most so many are looked at
    /// @param reading reads that many rows, and leaves out what the mapper makes nothing of
    static <T> List<T> passedOver(
            RowMapper<@Nullable T> mapper,
            int limit,
            int most,
            BiFunction<RowMapper<@Nullable T>, Integer, List<T>> reading) {
        for (var asked = limit; ; asked = Math.min(most, asked * MORE)) {
            var met = new AtomicInteger();
            var found = reading.apply(
                    (row, number) -> {
                        met.incrementAndGet();
                        return mapper.mapRow(row, number);
                    },
                    asked);
            if (found.size() >= limit || met.get() < asked || asked >= most) {
                return found.stream().limit(limit).toList();
            }
        }
    }

    void add(FacilityId facility, RecordKind kind, UUID row) {
        rows.computeIfAbsent(facility, f -> new HashSet<>()).add(row);
        kinds.computeIfAbsent(facility, f -> new HashSet<>()).add(kind);
    }

    /// The facilities that some are from.
    public Set<FacilityId> facilities() {
        return Set.copyOf(rows.keySet());
    }

    /// How many of a facility were met.
    public int count(FacilityId facility) {
        return rows.getOrDefault(facility, Set.of()).size();
    }

    public boolean any(FacilityId facility, RecordKind kind) {
        return kinds.getOrDefault(facility, Set.of()).contains(kind);
    }

    public boolean has(UUID row) {
        return rows.values().stream().anyMatch(some -> some.contains(row));
    }
}
