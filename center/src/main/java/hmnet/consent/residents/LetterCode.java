package hmnet.consent.residents;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/// The code in a letter to a resident (お手紙の確認コード): ten characters, none of which looks like another, 45 bits. Shown
/// on paper once and kept as a hash alone.
public record LetterCode(String value) {
    static final int LENGTH = 10;

    /// Without 0 O 1 I L, 2 Z, 5 S, 8 B, U V.
    private static final String LETTERS = "ACDEFGHJKMNPQRTWXY34679";

    private static final SecureRandom RANDOM = new SecureRandom();

    static LetterCode fresh() {
        var code = new StringBuilder();
        for (var n = 0; n < LENGTH; n++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new LetterCode(code.toString());
    }

    /// As it is meant, in whatever width and case, with whatever spaces and hyphens.
    static LetterCode typed(String text) {
        return new LetterCode(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}ー−]", "")
                .toUpperCase(Locale.ROOT));
    }

    /// In two groups, as people read it.
    public String printed() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "LetterCode";
    }
}
