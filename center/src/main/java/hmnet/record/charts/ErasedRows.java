package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Rows of a chart whose keys were destroyed (消去済みの行): they were there, and nobody opens them again. Neither absent
/// nor withheld.
public final class ErasedRows {
    private final Map<FacilityId, Set<UUID>> rows = new LinkedHashMap<>();
    private final Map<FacilityId, Set<RecordKind>> kinds = new LinkedHashMap<>();

    ErasedRows() {}

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
