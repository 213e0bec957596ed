package hmnet.care.vitaltargets;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the numbers of a target come from, as the resident says (目標を決めた人). Nobody has checked it with a doctor.
public enum TargetOrigin {
    /// A doctor told the resident.
    DOCTOR,
    /// The resident, or who represents them.
    SELF;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TargetOrigin> of(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
