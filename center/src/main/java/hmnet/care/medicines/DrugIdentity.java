package hmnet.care.medicines;

import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which drug it is, as far as its code or its name tells (薬の同定). Nothing is guessed: a code that says no ingredient
/// gives none, and two names are one drug only where they are the same words.
///
/// @param facility whose code it is, where a facility's own
/// @param code empty where only a name was sent
/// @param ingredient the first seven characters of a YJ code, 薬価基準収載医薬品コード or 一般名コード (route and
///     ingredient); empty where the code is of another kind
public record DrugIdentity(
        FacilityId facility, String system, String code, String name, String ingredient, String foldedName) {
    private static final Pattern YJ = Pattern.compile("[0-9]{7}[A-Z][0-9A-Z]{4}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> BY_INGREDIENT =
            Set.of(CodingSystems.YJ, CodingSystems.uri("MHLW-DRUG"), DrugCodes.GENERIC);
    private static final int INGREDIENT = 7;
    private static final int CLASS = 3;
    private static final int FINE_CLASS = 4;
    private static final String LOCAL = "urn:hmnet:coding:99";

    public DrugIdentity(FacilityId facility, String system, String code, String name, String ingredient) {
        this(facility, system, code, name, ingredient, folded(name));
    }

    public static DrugIdentity of(ChartEntry entry, DrugItem item) {
        var code = item.code().strip().toUpperCase(Locale.ROOT);
        boolean told = BY_INGREDIENT.contains(item.system()) && YJ.matcher(code).matches();
        return new DrugIdentity(
                entry.facility(), item.system(), item.code(), item.name(), told ? code.substring(0, INGREDIENT) : "");
    }

    /// The same product, prescription after prescription: of one facility by its code, else by its name.
    boolean sameLine(DrugIdentity other) {
        return facility.equals(other.facility)
                && (code.isBlank() && other.code.isBlank()
                        ? foldedName.equals(other.foldedName)
                        : system.equals(other.system) && code.equals(other.code));
    }

    /// The same ingredient by the same route, or the same product by a code or a name that both sent.
    public boolean sameDrug(DrugIdentity other) {
        return !ingredient.isEmpty() && ingredient.equals(other.ingredient)
                || sameCode(other)
                || !name.isBlank() && foldedName.equals(other.foldedName);
    }

    private boolean sameCode(DrugIdentity other) {
        return !code.isBlank()
                && code.equals(other.code)
                && system.equals(other.system)
                && (facility.equals(other.facility) || !local());
    }

    private boolean local() {
        return system.isEmpty() || system.startsWith(LOCAL);
    }

    /// The same class (薬効分類, four digits), and not the same drug; only where both codes say it.
    public boolean sameClass(DrugIdentity other) {
        return !ingredient.isEmpty()
                && !other.ingredient.isEmpty()
                && ingredient.substring(0, FINE_CLASS).equals(other.ingredient.substring(0, FINE_CLASS))
                && !sameDrug(other);
    }

    /// The name of its class (薬効分類, three digits); empty where no code says it.
    public String className() {
        return ingredient.isEmpty() ? "" : DrugClasses.name(ingredient.substring(0, CLASS));
    }

    /// Words brought to one form, to compare them: width, case and blanks.
    public static String folded(String words) {
        return BLANKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
