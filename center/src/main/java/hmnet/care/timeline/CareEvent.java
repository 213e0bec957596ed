package hmnet.care.timeline;

import hmnet.formats.model.code.RecordKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happened, as a reader looks for it (出来事の種類). Kinds that one order is cut into by who may see them are one
/// happening, so that a cut never shows.
public enum CareEvent {
    ADMISSION(RecordKind.ADMISSION),
    VISIT(RecordKind.VISIT),
    DRUGS(RecordKind.PRESCRIPTION, RecordKind.DISPENSING),
    INJECTION(RecordKind.INJECTION),
    TESTS(RecordKind.LABORATORY, RecordKind.LAB_SAFETY),
    TEST_ORDER(RecordKind.LAB_ORDER),
    REPORT(RecordKind.REPORT),
    DOCUMENT(RecordKind.DOCUMENT),
    PROCEDURE(RecordKind.PROCEDURE),
    DIAGNOSIS(RecordKind.DIAGNOSIS),
    ALLERGY(RecordKind.ALLERGY),
    CHECKUP(RecordKind.CHECKUP),
    VITAL(RecordKind.VITAL),
    CARE(RecordKind.CARE),
    PROFILE(RecordKind.PROFILE);

    private static final Map<RecordKind, CareEvent> BY_KIND = Arrays.stream(values())
            .flatMap(event -> event.kinds.stream().map(kind -> Map.entry(kind, event)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<RecordKind> kinds;
    private final long mask;
    private final String word;

    CareEvent(RecordKind... kinds) {
        this.kinds = List.of(kinds);
        this.mask = this.kinds.stream().mapToLong(RecordKind::mask).reduce(0, (a, b) -> a | b);
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Mask of its kinds of record.
    public long mask() {
        return mask;
    }

    public static CareEvent of(RecordKind kind) {
        return Optional.ofNullable(BY_KIND.get(kind)).orElseThrow();
    }

    /// By its own word or by that of one of its kinds, as an address has it.
    static Optional<CareEvent> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word)
                        || one.kinds.stream().anyMatch(kind -> kind.name().equals(word)))
                .findFirst();
    }

    /// The word in keys.
    public String word() {
        return word;
    }
}
