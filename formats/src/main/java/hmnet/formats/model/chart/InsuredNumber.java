package hmnet.formats.model.chart;

import java.util.Set;

/// How a facility says somebody is insured (医療保険の記号・番号), as sent. Evidence that two charts are one
/// person, and nothing else: never a key to look people up by, never shown to others (健康保険法 第194条の2).
///
/// @param insurer 保険者番号, 8 digits or 6
/// @param symbol 記号, empty where there is none
/// @param branch 枝番, empty when not said
public record InsuredNumber(String insurer, String symbol, String number, String branch) {
    /// 法別番号 of health insurance; all others are public expense (公費) or no insurance.
    private static final Set<String> HEALTH = Set.of(
            "01", "02", "03", "04", "06", "07", "31", "32", "33", "34", "39", "63", "67", "72", "73", "74", "75");

    private static final int WITH_LAW = 8;
    private static final int WITHOUT_LAW = 6;

    /// Whether the insurer is one of health insurance, and a number is named at all.
    public boolean isHealth() {
        return !number.isEmpty()
                && (insurer.length() == WITHOUT_LAW
                        || insurer.length() == WITH_LAW && HEALTH.contains(insurer.substring(0, 2)));
    }
}
