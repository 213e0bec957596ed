package hmnet.care.bloodbank;

import hmnet.care.bloodbank.BloodBankScreen.BloodTest;
import hmnet.care.labsheet.LabValue;
import hmnet.formats.base.Table;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which test of the blood bank a result is (輸血検査の見分け), from `tests.csv`.
final class BloodTests {
    private static final String CODE = "=";
    private static final List<List<String>> RULES = Table.read(BloodTests.class, "tests.csv");

    private BloodTests() {}

    static BloodTest of(LabValue value) {
        return RULES.stream()
                .filter(rule -> holds(rule.get(1), value))
                .findFirst()
                .map(rule -> byWord(rule.getFirst()))
                .orElse(BloodTest.OTHER);
    }

    private static BloodTest byWord(String word) {
        return Stream.of(BloodTest.values())
                .filter(test -> test.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(String rule, LabValue value) {
        return rule.startsWith(CODE)
                ? value.analyte().standard() && value.analyte().code().startsWith(rule.substring(1))
                : folded(value.item().name()).contains(folded(rule));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
