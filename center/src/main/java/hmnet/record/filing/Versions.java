package hmnet.record.filing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pure rule that says where each version of one source message stands (版の規則). It looks at the set of
/// versions, not at the order in which they came, so any order of arrival ends in the same states.
final class Versions {
    private Versions() {}

    /// One version as the source sent it.
    ///
    /// @param version sorts like time
    /// @param flag what the source last said of it: 0 deleted, which retracts every version up to this one,
    ///     1 valid, 2 superseded
    /// @param correction the sender called it a correction
    /// @param moved filed again under another patient
    record Version(String version, int flag, boolean correction, boolean moved) {}

    /// The state of each version.
    static Map<String, RecordState> states(List<Version> versions) {
        var deleted = versions.stream()
                .filter(v -> v.flag() == 0)
                .map(Version::version)
                .max(String::compareTo)
                .orElse("");
        var live = versions.stream()
                .filter(v -> v.version().compareTo(deleted) > 0 && !v.moved())
                .max((a, b) -> a.version().compareTo(b.version()))
                .filter(v -> v.flag() == 1);
        var states = new HashMap<String, RecordState>();
        for (var version : versions) {
            states.put(version.version(), state(version, deleted, live));
        }
        return states;
    }

    private static RecordState state(Version version, String deleted, Optional<Version> live) {
        if (version.moved()) {
            return RecordState.MOVED;
        }
        if (version.version().compareTo(deleted) <= 0) {
            return RecordState.RETRACTED;
        }
        if (live.isPresent() && live.get().version().equals(version.version())) {
            return RecordState.LIVE;
        }
        return live.isPresent() && live.get().correction() ? RecordState.CORRECTED : RecordState.SUPERSEDED;
    }
}
