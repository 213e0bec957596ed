package hmnet.care.labsheet;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A unit as people write it (単位の表示): 10⁴/μL for `.10*4/uL` of ISO+ and `10*4/uL` of UCUM, mmHg for `mm[Hg]`. What it
/// does not know stays as it was sent.
public final class LabUnits {
    private static final Pattern POWER = Pattern.compile("10[*^](-?\\d{1,2})");
    private static final Pattern MICRO = Pattern.compile("(?<![A-Za-z])u(?=(L|g|m|mol|U|IU|Eq|V)(?![A-Za-z]))");
    private static final Pattern SQUARE = Pattern.compile("(?<![A-Za-z])([cm]?m)([23])(?![A-Za-z0-9])");
    private static final Pattern PART = Pattern.compile("[^/. ]+");
    private static final Pattern REMARK = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// What UCUM writes otherwise than anybody else; the number one is no unit.
    private static final Map<String, String> UCUM = Map.ofEntries(
            Map.entry("mm[Hg]", "mmHg"),
            Map.entry("cm[H2O]", "cmH2O"),
            Map.entry("Cel", "℃"),
            Map.entry("[degF]", "°F"),
            Map.entry("deg", "°"),
            Map.entry("[pH]", ""),
            Map.entry("[IU]", "IU"),
            Map.entry("[iU]", "IU"),
            Map.entry("m[IU]", "mIU"),
            Map.entry("k[IU]", "kIU"),
            Map.entry("u[IU]", "μIU"),
            Map.entry("[arb'U]", "arb. U"),
            Map.entry("[in_i]", "in"),
            Map.entry("[lb_av]", "lb"),
            Map.entry("[drp]", "drop"));

    private LabUnits() {}

    public static String shown(String sent) {
        var plain = sent.startsWith(".") ? sent.substring(1) : sent;
        if (plain.equals("1")) {
            return "";
        }
        var said = plain.indexOf('[') < 0 && plain.indexOf('{') < 0 && !plain.contains("Cel") && !plain.contains("deg")
                ? plain
                : ucum(plain);
        var squared = SQUARE.matcher(said)
                .replaceAll(power ->
                        power.group(1) + SUPERSCRIPTS.charAt(power.group(2).charAt(0) - '0'));
        return MICRO.matcher(POWER.matcher(squared).replaceAll(LabUnits::raised))
                .replaceAll("μ");
    }

    /// Part by part. What stands in braces is a remark in words, and stands for the unit where there is none: 回 for
    /// `{回}`, μg(FEU) for `ug{FEU}`.
    private static String ucum(String unit) {
        var whole = unit.replace("{1.73_m2}", "1.73m²");
        return PART.matcher(whole).replaceAll(part -> Matcher.quoteReplacement(part(part.group())));
    }

    private static String part(String part) {
        var remark = REMARK.matcher(part);
        if (!remark.matches()) {
            return UCUM.getOrDefault(part, part);
        }
        var unit = UCUM.getOrDefault(remark.group(1), remark.group(1));
        return unit.isEmpty() || unit.equals("1") ? remark.group(2) : unit + "(" + remark.group(2) + ")";
    }

    private static String raised(MatchResult power) {
        var raised = new StringBuilder("10");
        power.group(1).chars().forEach(c -> raised.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
        return raised.toString();
    }
}
