package hmnet.care.microbiology;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.labsheet.LabValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// One microbiological value and what it is about (培養結果の一件). The readers of messages write the organism, or
/// organism and drug, behind the name of the test: 菌量［E.coli］, 判定［S.aureus／バンコマイシン］.
///
/// @param test the name without what it is about
/// @param organism what it is about, or empty
/// @param drug the drug it is about, or empty
record CultureItem(LabValue value, String test, String organism, String drug) {
    private static final Set<String> VERDICTS = Set.of("S", "I", "R");
    private static final String SUSCEPTIBILITY = "6C";
    private static final String CULTURE = "6B";
    private static final int RESULT_PART = 15;

    static CultureItem of(LabValue value) {
        var name = value.item().name();
        var open = name.lastIndexOf('［');
        if (open < 0 || !name.endsWith("］")) {
            return new CultureItem(value, name, "", "");
        }
        var about = name.substring(open + 1, name.length() - 1).strip();
        var test = name.substring(0, open).strip();
        var slash = about.indexOf('／');
        if (slash >= 0) {
            return new CultureItem(value, test, about.substring(0, slash), about.substring(slash + 1));
        }
        return new CultureItem(value, test, about, "");
    }

    /// Whether it says how an organism stands to a drug.
    boolean susceptibility() {
        return !drug.isEmpty()
                || value.analyte().standard() && value.analyte().code().startsWith(SUSCEPTIBILITY)
                || test.contains("感受性");
    }

    boolean culture() {
        return value.analyte().standard() && value.analyte().code().startsWith(CULTURE) || test.contains("培養");
    }

    /// Whether its value is a name: of an organism, of a drug.
    boolean names() {
        return test.contains("菌名")
                || test.contains("薬剤名")
                || value.analyte().standard()
                        && value.analyte().code().substring(RESULT_PART).equals("14");
    }

    String sent() {
        return value.item().value().strip();
    }

    /// The verdict: the flag of the message, or the value itself where it is one.
    String verdict() {
        var sent = plain(sent()).toUpperCase(Locale.ROOT);
        return VERDICTS.contains(sent)
                ? sent
                : LabFlag.unread(value.item())
                        .map(flag -> plain(flag).toUpperCase(Locale.ROOT))
                        .orElse(value.item().flag().strip());
    }

    /// The measure, with its unit; nothing where the value is the verdict.
    String measure() {
        return VERDICTS.contains(plain(sent()).toUpperCase(Locale.ROOT))
                ? ""
                : (sent() + " " + LabUnits.shown(value.item().unit())).strip();
    }

    static String plain(String sent) {
        return Normalizer.normalize(sent, Normalizer.Form.NFKC).strip();
    }
}
