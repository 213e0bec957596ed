package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.Width;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.InsuredNumber;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the patient is insured by IN1 segments (保険).
public final class Insurances {
    private Insurances() {}

    /// The health insurance that began last; null when none is named with its number.
    public static @Nullable InsuredNumber latest(List<Segment> insurances) {
        return insurances.stream()
                .filter(in1 -> of(in1).isHealth())
                .max(Comparator.comparing(Insurances::since))
                .map(Insurances::of)
                .orElse(null);
    }

    private static InsuredNumber of(Segment in1) {
        return new InsuredNumber(
                digits(in1.text(3)), in1.text(10).strip(), in1.text(11).strip(), "");
    }

    private static LocalDate since(Segment in1) {
        var since = Hl7Time.date(in1.text(12));
        return since == null ? LocalDate.MIN : since;
    }

    private static String digits(String text) {
        return Width.folded(text).replaceAll("[^0-9]", "");
    }
}
