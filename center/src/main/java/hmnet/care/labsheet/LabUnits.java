package hmnet.care.labsheet;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A unit as people write it (単位の表示): 10⁴/μL for `.10*4/uL` of ISO+ and `10*4/uL` of UCUM. What it
/// does not know stays as it was sent.
public final class LabUnits {
    private static final Pattern POWER = Pattern.compile("10[*^](-?\\d{1,2})");
    private static final Pattern MICRO = Pattern.compile("(?<![A-Za-z])u(?=(L|g|m|mol|U|IU|Eq|V)(?![A-Za-z]))");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private LabUnits() {}

    public static String shown(String sent) {
        var plain = sent.startsWith(".") ? sent.substring(1) : sent;
        return MICRO.matcher(POWER.matcher(plain).replaceAll(LabUnits::raised)).replaceAll("μ");
    }

    private static String raised(MatchResult power) {
        var raised = new StringBuilder("10");
        power.group(1).chars().forEach(c -> raised.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
        return raised.toString();
    }
}
