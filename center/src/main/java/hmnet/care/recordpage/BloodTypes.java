package hmnet.care.recordpage;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether what facilities say of a person's blood group agrees (血液型の食い違い). Who was told two of
/// them trusts neither.
final class BloodTypes {
    private static final int MOST = 100;
    private static final Pattern GROUP = Pattern.compile("(?<![A-Z])(AB|A|B|O)(?![A-Z])");

    private BloodTypes() {}

    static List<String> contradictions(Chart chart, ChartEntry entry, Function<FacilityId, String> name, Messages m) {
        return said(entry).isEmpty()
                ? List.of()
                : contradictions(
                        chart.entries(RecordKind.PROFILE.mask(), Optional.empty(), CareSpan.all(), MOST), name, m);
    }

    /// @param profiles the newest first
    static List<String> contradictions(List<ChartEntry> profiles, Function<FacilityId, String> name, Messages m) {
        var newest = new LinkedHashMap<FacilityId, String>();
        profiles.stream()
                .filter(profile -> !said(profile).isEmpty())
                .forEach(profile -> newest.putIfAbsent(profile.facility(), said(profile)));
        var groups = newest.values().stream()
                .flatMap(said -> group(said).stream())
                .distinct()
                .count();
        return groups < 2
                ? List.of()
                : List.of(m.t(
                        "viewer.record.blood.differs",
                        newest.entrySet().stream()
                                .map(one -> name.apply(one.getKey()) + " " + one.getValue())
                                .collect(Collectors.joining(m.t("viewer.comma")))));
    }

    private static String said(ChartEntry entry) {
        return entry.kind() == RecordKind.PROFILE
                        && Extract.read(entry.kind(), entry.extract()) instanceof ProfileExtract profile
                ? profile.blood()
                : "";
    }

    /// ABO and, where it is said, Rh; nothing for words that say neither.
    private static Optional<String> group(String said) {
        var plain = Normalizer.normalize(said, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace("RH", " ");
        var abo = GROUP.matcher(plain.replace("型", " "));
        return abo.find() ? Optional.of(abo.group(1)) : Optional.empty();
    }
}
