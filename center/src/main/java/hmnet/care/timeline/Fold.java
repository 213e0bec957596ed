package hmnet.care.timeline;

import hmnet.care.viewer.Timelines;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The records that are one visit or one order to whoever reads (一件の依頼): of one facility, one day and one happening,
/// and cut from one original or, for tests, sampled at one moment.
///
/// @param parts never empty, in the order they came
public record Fold(CareEvent happening, FacilityId facility, LocalDate day, List<ChartEntry> parts) {
    /// A paper is one thing however it came; so is each event of a stay.
    private static final Set<CareEvent> ALONE =
            Set.of(CareEvent.REPORT, CareEvent.DOCUMENT, CareEvent.ADMISSION, CareEvent.VISIT);

    /// In the order of the first entry of each.
    ///
    /// @param files the original of each entry, as far as it is known
    public static List<Fold> of(Collection<ChartEntry> entries, Map<UUID, Long> files) {
        var folds = new ArrayList<Fold>();
        var known = new LinkedHashMap<Object, Fold>();
        for (var entry : entries) {
            var ties = ties(entry, files.get(entry.id()));
            var met = ties.stream()
                    .map(known::get)
                    .filter(fold -> fold != null)
                    .distinct()
                    .toList();
            var fold = met.isEmpty() ? begun(entry, folds) : met.getFirst();
            fold.parts.add(entry);
            met.stream().skip(1).forEach(other -> {
                fold.parts.addAll(other.parts);
                folds.remove(other);
                known.replaceAll((tie, of) -> of.equals(other) ? fold : of);
            });
            ties.forEach(tie -> known.put(tie, fold));
        }
        return List.copyOf(folds);
    }

    private static Fold begun(ChartEntry entry, List<Fold> folds) {
        var fold = new Fold(CareEvent.of(entry.kind()), entry.facility(), Timelines.day(entry), new ArrayList<>());
        folds.add(fold);
        return fold;
    }

    private static List<Tie> ties(ChartEntry entry, @Nullable Long file) {
        var happening = CareEvent.of(entry.kind());
        if (ALONE.contains(happening)) {
            return List.of();
        }
        var day = Timelines.day(entry);
        return Stream.of(
                        file == null ? null : new Tie(happening, entry.facility(), day, file),
                        happening == CareEvent.TESTS
                                ? new Tie(
                                        happening,
                                        entry.facility(),
                                        day,
                                        entry.occurredAt().toInstant())
                                : null)
                .<Tie>mapMulti((tie, next) -> {
                    if (tie != null) {
                        next.accept(tie);
                    }
                })
                .toList();
    }

    public ChartEntry first() {
        return parts.getFirst();
    }

    /// What entries of one fold share.
    ///
    /// @param what an original, or a moment
    private record Tie(CareEvent happening, FacilityId facility, LocalDate day, Object what) {}
}
