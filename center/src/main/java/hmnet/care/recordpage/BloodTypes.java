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
import java.util.Collection;
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
        return several(newest.values(), BloodTypes::group) || several(newest.values(), BloodTypes::rhesus)
                ? List.of(m.t(
                        "viewer.record.blood.differs",
                        newest.entrySet().stream()
                                .map(one -> name.apply(one.getKey()) + " " + one.getValue())
                                .collect(Collectors.joining(m.t("viewer.comma")))))
                : List.of();
    }

    private static boolean several(Collection<String> said, Function<String, Optional<String>> part) {
        return said.stream().flatMap(one -> part.apply(one).stream()).distinct().count() > 1;
    }

    private static String said(ChartEntry entry) {
        return entry.kind() == RecordKind.PROFILE
                        && Extract.read(entry.kind(), entry.extract()) instanceof ProfileExtract profile
                ? profile.blood()
                : "";
    }

    /// A, B, O or AB; nothing for words that say none of them.
    private static Optional<String> group(String said) {
        var abo = GROUP.matcher(plain(said));
        return abo.find() ? Optional.of(abo.group(1)) : Optional.empty();
    }

    /// Positive or negative, where it is said.
    private static Optional<String> rhesus(String said) {
        var plain = plain(said);
        var negative = plain.matches(".*(-|−|陰性).*");
        var positive = plain.matches(".*(\\+|陽性).*");
        return negative == positive ? Optional.empty() : Optional.of(negative ? "-" : "+");
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace("RH", " ")
                .replace("型", " ");
    }
}
