package hmnet.care.cautions;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether what facilities say of a person's blood group agrees (血液型の食い違い). Who was told two of
/// them trusts neither.
public final class BloodTypes {
    private static final int MOST = 100;

    private BloodTypes() {}

    public static List<String> contradictions(
            Chart chart, ChartEntry entry, Function<FacilityId, String> name, Messages m) {
        return said(entry).isEmpty()
                ? List.of()
                : contradictions(
                        chart.entries(RecordKind.PROFILE.mask(), Optional.empty(), CareSpan.all(), MOST), name, m);
    }

    /// @param profiles the newest first
    public static List<String> contradictions(
            List<ChartEntry> profiles, Function<FacilityId, String> name, Messages m) {
        var newest = newest(profiles);
        var said = newest.stream().map(BloodTypes::said).toList();
        return several(said, BloodGroup::abo) || several(said, BloodGroup::rhesus)
                ? List.of(m.t(
                        "cautions.blood-types.differ",
                        newest.stream()
                                .map(one -> name.apply(one.facility()) + " " + said(one))
                                .collect(Collectors.joining(m.t("cautions.comma")))))
                : List.of();
    }

    /// The newest profile of each facility that tells a blood group.
    ///
    /// @param profiles the newest first
    public static List<ChartEntry> newest(List<ChartEntry> profiles) {
        var newest = new LinkedHashMap<FacilityId, ChartEntry>();
        profiles.stream()
                .filter(profile -> !said(profile).isEmpty())
                .forEach(profile -> newest.putIfAbsent(profile.facility(), profile));
        return List.copyOf(newest.values());
    }

    private static boolean several(Collection<String> said, Function<BloodGroup, Optional<String>> part) {
        return said.stream()
                        .map(BloodGroup::of)
                        .flatMap(one -> part.apply(one).stream())
                        .distinct()
                        .count()
                > 1;
    }

    /// The blood group in the words of a profile; empty for none and for another kind of record.
    public static String said(ChartEntry entry) {
        return entry.kind() == RecordKind.PROFILE && entry.extract().read() instanceof ProfileExtract profile
                ? profile.blood()
                : "";
    }
}
