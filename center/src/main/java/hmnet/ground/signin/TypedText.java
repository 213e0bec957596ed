package hmnet.ground.signin;

import java.text.Normalizer;

/// What people type, made plain (入力の正規化).
final class TypedText {
    private TypedText() {}

    /// A code as it is meant: full-width digits and the space many apps show in the middle are no mistakes.
    static String digits(String code) {
        return code.length() > 20
                ? ""
                : Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
