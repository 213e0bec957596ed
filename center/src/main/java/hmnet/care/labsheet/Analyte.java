package hmnet.care.labsheet;

import hmnet.care.computed.Formula;
import hmnet.formats.base.Table;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.directory.FacilityId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was measured, how and in which unit (検査項目の同一性). Values join one line only where this agrees: of
/// JLAC10 the analyte (5), identification (4), material (3) and method (3), and what kind of result it is
/// (2); any other code is its facility's own.
///
/// @param place empty for a standard code, else the facility whose code it is; `computed` where a formula gives it
public record Analyte(String place, String code, String unit) {
    private static final Pattern JLAC10 = Pattern.compile("[0-9A-Z]{15}([0-9]{2})?");
    private static final String COMPUTED = "computed";
    private static final int WITHOUT_RESULT = 15;
    /// 定量値: what a code without a result part means.
    private static final String QUANTITY = "01";

    /// By the code that was sent, and by nothing else.
    static Analyte sent(FacilityId facility, LabExtract.AnalyteItem item) {
        return standard(item.system().equals(CodingSystems.JLAC10) ? item.code() : "", item)
                .orElseGet(() -> new Analyte(
                        Long.toString(facility.value()),
                        String.join("|", item.system(), item.code(), item.name(), item.specimen()),
                        unit(item)));
    }

    /// By what its sender or a code table says that the sender's own code means. A table knows the code, not this
    /// sample: where the specimen is another than the code's, it is not believed.
    static Optional<Analyte> meant(LabExtract.AnalyteItem item) {
        return standard(item.jlac10(), item)
                .filter(analyte -> item.table().isEmpty() || Material.agrees(analyte.material(), item.specimen()));
    }

    private static Optional<Analyte> standard(String jlac10, LabExtract.AnalyteItem item) {
        var code = jlac10.replace("-", "");
        return Optional.of(code)
                .filter(it -> JLAC10.matcher(it).matches())
                .map(it -> new Analyte("", it.length() == WITHOUT_RESULT ? it + QUANTITY : it, unit(item)));
    }

    private static String unit(LabExtract.AnalyteItem item) {
        return Normalizer.normalize(item.unit(), Normalizer.Form.NFKC).strip();
    }

    /// What a formula gives: nobody's code.
    static Analyte computed(Formula formula) {
        return new Analyte(COMPUTED, COMPUTED + ":" + formula.word(), formula.unit());
    }

    /// Whether nobody measured it.
    public boolean isComputed() {
        return place.equals(COMPUTED);
    }

    public boolean standard() {
        return place.isEmpty();
    }

    LabGroup group() {
        if (isComputed()) {
            return LabGroup.of(formula().group());
        }
        return standard() ? LabGroup.of(code, material()) : LabGroup.OTHER;
    }

    /// The three characters that say what was taken from the body; a code of a facility's own has none.
    public String material() {
        return standard() ? code.substring(9, 12) : "";
    }

    /// Of a computed value.
    Formula formula() {
        return Stream.of(Formula.values())
                .filter(formula -> code.equals(COMPUTED + ":" + formula.word()))
                .findFirst()
                .orElseThrow();
    }

    /// The code in the parts that tell methods apart, as JLAC10 is printed.
    public String shown() {
        return standard()
                ? "JLAC10 " + code.substring(0, 5) + "-" + code.substring(5, 9) + "-" + material() + "-"
                        + code.substring(12, 15) + "-" + code.substring(15)
                : isComputed() ? formula().word() : code.split("[|]", -1)[1];
    }

    /// What was taken from the body, by the three characters of JLAC10 and the words for it (検査材料), from
    /// `materials.csv`.
    static final class Material {
        private static final Map<String, List<String>> WORDS = Table.read(Material.class, "materials.csv").stream()
                .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.subList(1, row.size())));

        private Material() {}

        /// Whether what the sender calls the specimen is this material; a sender who names none contradicts nothing.
        static boolean agrees(String material, String specimen) {
            var word =
                    Normalizer.normalize(specimen, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
            return word.isEmpty() || WORDS.getOrDefault(material, List.of()).contains(word);
        }
    }
}
