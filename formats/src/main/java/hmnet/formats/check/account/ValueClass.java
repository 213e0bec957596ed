package hmnet.formats.check.account;

import java.util.regex.Pattern;

/// What a value looks like (値の種類), told instead of the value itself, which may name a person.
public enum ValueClass {
    DATE("date"),
    NUMBER("number"),
    CODE("code"),
    WORDS("words");

    private static final Pattern DATED = Pattern.compile(
            "(19|20)\\d{2}([-/.]?(0[1-9]|1[0-2])([-/.]?(0[1-9]|[12]\\d|3[01])([T ]?\\d{2}:?\\d{2}.{0,16})?)?)?");
    private static final Pattern DIGITS = Pattern.compile("[<>=]{0,2}[-+]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern SIGN = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final String word;

    ValueClass(String word) {
        this.word = word;
    }

    static ValueClass of(String value) {
        var plain = value.strip();
        if (plain.length() >= 6 && DATED.matcher(plain).matches()) {
            return DATE;
        }
        if (DIGITS.matcher(plain).matches()) {
            return NUMBER;
        }
        return SIGN.matcher(plain).matches() ? CODE : WORDS;
    }

    String word() {
        return word;
    }
}
