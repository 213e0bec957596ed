package hmnet.formats.model.code;

import hmnet.formats.base.Table;
import hmnet.formats.base.Width;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Published codes of units (単位のコード): UCUM for what is measured, MERIT-9 for what is counted.
public final class PublishedUnits {
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String MERIT9 = "urn:oid:1.2.392.100495.20.2.101";

    private static final Map<String, String> WORDS = Table.read(PublishedUnits.class, "unit-words.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    /// UCUM's own grammar, with the units it has a letter for: everything else stands in brackets or braces.
    private static final String PREFIX = "(?:da|[YZEPTGMkhdcmunpfazy])?";

    private static final String METRIC =
            "(?:mol|osm|cal|kat|rad|bar|Ohm|Cel|bit|erg|dyn|eq|sr|cd|Hz|Pa|Wb|lm|lx|Bq|Gy|Sv"
                    + "|eV|Ci|By|Np|st|ar|[mgsKCNJWAVFSTHLltuUBRPG])";
    private static final String ATOM =
            "(?:" + PREFIX + "(?:" + METRIC + "|m?\\[[^\\[\\]{}\\s]+\\])|min|wk|mo|deg|[%dha]|10[*^]|\\d+)";
    private static final String TERM = ATOM + "[+-]?\\d*(?:\\{[^{}]*\\})?|\\{[^{}]*\\}";
    private static final Pattern VALID = Pattern.compile("/?(?:" + TERM + ")(?:[./](?:" + TERM + "))*");

    /// What a text surely means: none of the letters by which Japanese prescriptions count (T 錠, C カプセル, A アンプル, V
    /// バイアル, U 単位).
    private static final String MEASURED = "(?:[kmunpfdc]?(?:g|mol|eq)|[mudc]?[Ll]|[cmun]m|[kM]?Bq|k?cal|%|mo|wk)";

    private static final Pattern SURE =
            Pattern.compile(MEASURED + "(?:/(?:" + MEASURED + "|min|d|h))*|[kmun]?U/[md]?[Ll]|/[mu]?[Ll]");

    private PublishedUnits() {}

    /// The unit's code where a published system surely has one.
    ///
    /// @return none where the words say something that neither has
    public static UnitCode of(String words) {
        var plain = Width.folded(words.strip());
        var counted = WORDS.get(plain);
        if (counted != null) {
            return new UnitCode(MERIT9, counted);
        }
        var measured = plain.replace('μ', 'u')
                .replace("mEq", "meq")
                .replace("mcg", "ug")
                .replace("cc", "mL");
        return SURE.matcher(measured).matches() ? new UnitCode(UCUM, measured) : UnitCode.NONE;
    }

    /// Whether UCUM can read it.
    public static boolean isUcum(String code) {
        return VALID.matcher(code).matches();
    }

    /// A unit's code and whose it is.
    public record UnitCode(String system, String code) {
        public static final UnitCode NONE = new UnitCode("", "");
    }
}
