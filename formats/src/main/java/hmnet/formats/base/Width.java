package hmnet.formats.base;

import java.text.Normalizer;

/// Full and half width (全角・半角), which writers choose as they like.
public final class Width {
    private Width() {}

    /// Letters and digits in half width, kana in full width (NFKC).
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
