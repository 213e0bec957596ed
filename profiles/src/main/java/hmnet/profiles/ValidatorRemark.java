package hmnet.profiles;

import java.util.regex.Pattern;

/// One thing the validator says of a resource (検証の指摘).
///
/// @param error else a warning
/// @param word the validator's own stable word for what is wrong
/// @param place a FHIRPath
record ValidatorRemark(boolean error, String word, String place, String text) {
    private static final Pattern ENTRY = Pattern.compile("Bundle\\.entry(\\[\\d+])?\\.resource");
    private static final Pattern TYPE = Pattern.compile("/\\*(\\w+)/[^*]*\\*/|\\.ofType\\((\\w+)\\)");
    private static final Pattern VALUE = Pattern.compile("'[^']*'|\"[^\"]*\"|\\([^)]*\\)|\\d+");

    /// The element it is about, whichever entry of whichever bundle: `MedicationRequest.dosageInstruction.timing`.
    String element() {
        var inside = ENTRY.matcher(place).find() ? ENTRY.matcher(place).replaceFirst("") : place;
        var type = TYPE.matcher(inside);
        if (inside.startsWith("/*") && type.find()) {
            inside = type.group(1) + inside.substring(type.end());
        }
        return inside.replaceAll("/\\*[^*]*\\*/", "")
                .replaceAll("\\[\\d+]", "")
                .replaceAll("\\.ofType\\(\\w+\\)", "[x]");
    }

    /// What is wrong with which element, without the values of the one case: what two findings of a kind share.
    String kind() {
        var profile = word.startsWith("Validation_VAL_Profile") || word.equals("Extension_PROF_Type");
        var first = text.split("[:：,(] ?", 2)[0];
        var what = profile
                ? text.replaceAll("\\(.*", "").replaceAll("\\|[\\d.]+", "")
                : VALUE.matcher(first).replaceAll("…");
        var said = what.split(" Encountered", 2)[0].replace(',', ';');
        return word + " " + element() + " " + (said.length() > 120 ? said.substring(0, 120) : said).strip();
    }
}
