package hmnet.record.vault;

import hmnet.ground.approval.Subject;
import hmnet.ground.directory.FacilityId;
import java.util.Optional;

/// What is to be erased (消去の対象): all of a facility, or one of its 256 buckets.
public record ErasureTarget(FacilityId facility, Optional<Short> bucket) {
    static final String KIND = "key-erasure";
    private static final String ALL = "all";

    static ErasureTarget of(Subject subject) {
        var words = subject.words();
        return new ErasureTarget(
                new FacilityId(Long.parseLong(words.getFirst())),
                words.getLast().equals(ALL) ? Optional.empty() : Optional.of(Short.valueOf(words.getLast())));
    }

    /// `17`, or `all`.
    public String part() {
        return bucket.map(Object::toString).orElse(ALL);
    }

    Subject subject() {
        return new Subject(KIND, facility.value() + " " + part());
    }
}
