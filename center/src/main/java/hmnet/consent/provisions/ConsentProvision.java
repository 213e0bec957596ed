package hmnet.consent.provisions;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one denial within a consent closes (制限条項の対象), once it is known that it is about the reader (FHIR
/// Consent.provision of type deny).
///
/// @param source whose records; null for everybody's
/// @param kinds mask of record kinds
/// @param labels rows that bear one of these; `WHATEVER` for all rows
/// @param careFrom first day of care; null for ever
/// @param careUntil last day of care; null for ever
public record ConsentProvision(
        @Nullable FacilityId source,
        long kinds,
        long labels,
        @Nullable LocalDate careFrom,
        @Nullable LocalDate careUntil) {
    public static final long WHATEVER = -1;

    public boolean covers(FacilityId of, long kind) {
        return (kinds & kind) != 0 && (source == null || source.equals(of));
    }

    /// Whether it takes rows away whatever they bear.
    public boolean whole() {
        return labels == WHATEVER;
    }

    /// The labels it is about; none where it is about all rows.
    public Set<Label> labelled() {
        return whole() ? Set.of() : Label.of(labels);
    }

    /// The kinds it is about; none where it is about all.
    public List<RecordKind> kindList() {
        var some = Arrays.stream(RecordKind.values())
                .filter(kind -> (kinds & kind.mask()) != 0)
                .toList();
        return some.size() == RecordKind.values().length ? List.of() : some;
    }

    /// The kinds of which nothing is left, together.
    public static long closed(List<ConsentProvision> provisions) {
        return provisions.stream()
                .filter(one -> one.whole() && one.source == null && one.careFrom == null && one.careUntil == null)
                .mapToLong(ConsentProvision::kinds)
                .reduce(0, (some, kinds) -> some | kinds);
    }
}
