package hmnet.formats.ssmix2;

import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.hl7.Segment;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a facility says somebody is insured (医療保険の記号・番号), as sent. Evidence that two charts are one
/// person, and nothing else: never a key to look people up by, never shown to others (健康保険法 第194条の2).
///
/// @param insurer 保険者番号, 8 digits or 6
/// @param symbol 記号, empty where there is none
/// @param branch 枝番, empty when not said
public record Insured(String insurer, String symbol, String number, String branch) {
    /// 法別番号 of health insurance; all others are public expense (公費) or no insurance.
    private static final Set<String> HEALTH = Set.of(
            "01", "02", "03", "04", "06", "07", "31", "32", "33", "34", "39", "63", "67", "72", "73", "74", "75");

    private static final int WITH_LAW = 8;
    private static final int WITHOUT_LAW = 6;

    /// The health insurance that began last among IN1 segments; null when none is named with its number.
    static @Nullable Insured of(List<Segment> insurances) {
        return insurances.stream()
                .filter(in1 -> !of(in1).number().isEmpty() && health(of(in1).insurer()))
                .max(Comparator.comparing(Insured::since))
                .map(Insured::of)
                .orElse(null);
    }

    private static Insured of(Segment in1) {
        return new Insured(
                digits(in1.text(3)), in1.text(10).strip(), in1.text(11).strip(), "");
    }

    private static LocalDate since(Segment in1) {
        var since = Hl7Time.date(in1.text(12));
        return since == null ? LocalDate.MIN : since;
    }

    private static boolean health(String insurer) {
        return insurer.length() == WITHOUT_LAW
                || insurer.length() == WITH_LAW && HEALTH.contains(insurer.substring(0, 2));
    }

    private static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }
}
