package hmnet.care.vitaltargets;

import hmnet.care.vitals.VitalLine;
import hmnet.care.vitals.VitalLine.VitalAim;
import hmnet.care.vitals.VitalLine.VitalBound;
import hmnet.care.vitals.Vitals;
import hmnet.ground.design.Messages;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Targets in the pictures of what was measured (グラフの目標): a band for the range, lines for the alert bounds, all of them
/// with who named them and since when. No value is judged by them.
public record DrawnTargets(List<VitalTarget> targets, Messages m) {
    /// The same pictures, those of a measure with its target.
    public List<VitalLine> on(List<VitalLine> lines) {
        return lines.stream().map(this::with).toList();
    }

    private VitalLine with(VitalLine line) {
        var own = targets.stream()
                .map(VitalTarget::range)
                .filter(range -> sign(range.measure()).equals(line.sign())
                        && Vitals.shownUnit(range.measure().unit()).equals(line.unit()))
                .toList();
        return own.isEmpty()
                ? line
                : line.withAims(
                        own.stream().flatMap(range -> aim(range).stream()).toList(),
                        own.stream().flatMap(this::alerts).toList());
    }

    /// Both pressures stand in one picture.
    private static String sign(OwnMeasure measure) {
        return switch (measure) {
            case SYSTOLIC, DIASTOLIC -> "pressure";
            case PULSE, WEIGHT, TEMPERATURE, GLUCOSE, OXYGEN, STEPS -> measure.word();
        };
    }

    private Optional<VitalAim> aim(TargetRange range) {
        return range.low() == null && range.high() == null
                ? Optional.empty()
                : Optional.of(new VitalAim(
                        number(range.low()),
                        number(range.high()),
                        m.t("vital-targets.mark", name(range)),
                        m.t(
                                "vital-targets.aim",
                                name(range),
                                TargetWords.target(m, range),
                                origin(range),
                                m.day(range.setOn()))));
    }

    private Stream<VitalBound> alerts(TargetRange range) {
        return Stream.concat(
                bound(range, range.alertLow(), "vital-targets.alert.low"),
                bound(range, range.alertHigh(), "vital-targets.alert.high"));
    }

    private Stream<VitalBound> bound(TargetRange range, @Nullable BigDecimal at, String key) {
        return at == null
                ? Stream.empty()
                : Stream.of(new VitalBound(
                        at.doubleValue(),
                        m.t(key, name(range), at.toPlainString(), origin(range), m.day(range.setOn()))));
    }

    private String name(TargetRange range) {
        return m.t("vital-targets.measure." + range.measure().word());
    }

    private String origin(TargetRange range) {
        return m.t("vital-targets.origin." + range.origin().word());
    }

    private static @Nullable Double number(@Nullable BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }
}
