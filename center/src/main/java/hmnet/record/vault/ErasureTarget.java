package hmnet.record.vault;

import hmnet.ground.approval.Subject;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.SealedNumbers;
import java.util.HexFormat;
import java.util.Optional;

/// What is to be erased (消去の対象): all of a facility, or one of its charts.
///
/// @param chart its number, sealed as tables have it, in hex
public record ErasureTarget(FacilityId facility, Optional<String> chart) {
    static final String KIND = "key-erasure";
    private static final String ALL = "all";

    public static ErasureTarget all(FacilityId facility) {
        return new ErasureTarget(facility, Optional.empty());
    }

    public static ErasureTarget chart(FacilityId facility, String number, SealedNumbers numbers) {
        return new ErasureTarget(facility, Optional.of(HexFormat.of().formatHex(numbers.of(facility, number))));
    }

    /// @param part as `part` says it; empty when it says nothing that could be erased
    public static Optional<ErasureTarget> of(FacilityId facility, String part) {
        if (part.equals(ALL)) {
            return Optional.of(all(facility));
        }
        return part.matches("(?:[0-9a-f]{2}){28,600}")
                ? Optional.of(new ErasureTarget(facility, Optional.of(part)))
                : Optional.empty();
    }

    static ErasureTarget of(Subject subject) {
        var words = subject.words();
        return of(new FacilityId(Long.parseLong(words.getFirst())), words.getLast())
                .orElseThrow(() -> new IllegalStateException("Nothing can be erased by " + subject));
    }

    /// The sealed number, or `all`.
    public String part() {
        return chart.orElse(ALL);
    }

    /// The number of the chart.
    public Optional<String> number(SealedNumbers numbers) {
        return chart.map(hex -> numbers.open(facility.value(), HexFormat.of().parseHex(hex)));
    }

    Subject subject() {
        return new Subject(KIND, facility.value() + " " + part());
    }
}
