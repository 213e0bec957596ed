package hmnet.care.standby;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The code that opens a facility's copies (写しの合言葉): thirty characters, none of which looks like another, 135 bits.
/// Shown
/// once, to be printed; the centre keeps what is derived from it.
record StandbyCode(String value) {
    static final int LENGTH = 30;
    static final int GROUP = 5;

    /// Without 0 O 1 I L, 2 Z, 5 S, 8 B, U V.
    private static final String LETTERS = "ACDEFGHJKMNPQRTWXY34679";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    static StandbyCode fresh() {
        var code = new StringBuilder();
        for (var n = 0; n < LENGTH; n++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new StandbyCode(code.toString());
    }

    /// As it is meant, in whatever width and case, with whatever spaces and hyphens. The page of a copy does the same.
    static StandbyCode typed(String text) {
        return new StandbyCode(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}ー−]", "")
                .toUpperCase(Locale.ROOT));
    }

    /// In groups, as people read it.
    String printed() {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /// The key by HKDF with SHA-256. The code has more bits than a password: it needs no slow derivation.
    byte[] key(byte[] salt) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(value.getBytes(StandardCharsets.US_ASCII))
                            .addSalt(salt)
                            .thenExpand(StandbyFile.FORM.getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF", e);
        }
    }

    @Override
    public String toString() {
        return "StandbyCode";
    }
}
