package hmnet.care.homevitals;

import hmnet.care.vitals.VitalLine;
import hmnet.care.vitals.VitalLine.VitalBound;
import hmnet.ground.design.Messages;
import java.util.List;

/// From which home pressure on guidelines speak of hypertension (家庭血圧の基準): 135/85 mmHg, 日本高血圧学会「高血圧治療
/// ガイドライン2019」. It is drawn as a line with its source, and no value is judged by it.
public final class HomeBounds {
    private static final String PRESSURE = "pressure";
    private static final String UNIT = "mmHg";
    private static final int SYSTOLIC = 135;
    private static final int DIASTOLIC = 85;

    private HomeBounds() {}

    /// The same pictures, those of pressure with both lines.
    public static List<VitalLine> drawn(List<VitalLine> lines, Messages m) {
        return lines.stream()
                .map(line -> line.sign().equals(PRESSURE) && line.unit().equals(UNIT)
                        ? line.withBounds(List.of(
                                new VitalBound(SYSTOLIC, m.t("home-vitals.bound.systolic", SYSTOLIC)),
                                new VitalBound(DIASTOLIC, m.t("home-vitals.bound.diastolic", DIASTOLIC))))
                        : line)
                .toList();
    }
}
