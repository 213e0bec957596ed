package hmnet.people.folding;

import java.text.Normalizer;

/// Readings (よみ) folded so that what sounds alike compares alike.
public final class Kana {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダデドバビブベボパピプペポ";
    private static final String PLAIN = "カキクケコサシスセソタテトハヒフヘホハヒフヘホ";
    private static final String OLD = "ヂヅヰヱヲヴ";
    private static final String NEW = "ジズイエオブ";
    private static final String A = "アカサタナハマヤラワガザダバパ";
    private static final String I = "イキシチニヒミリギジビピ";
    private static final String U = "ウクスツヌフムユルグズブプ";
    private static final String E = "エケセテネヘメレゲゼデベペ";
    private static final String O = "オコソトノホモヨロゴゾドボポ";

    private Kana() {}

    /// One form for half width, hiragana, small kana, ヂ ヅ ヴ and long vowels; what is no kana is dropped.
    public static String folded(String text) {
        var wide = new StringBuilder();
        var normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (var i = 0; i < normal.length(); i++) {
            var c = katakana(normal.charAt(i));
            if (c == 0) {
                continue;
            }
            c = swapped(swapped(c, SMALL, LARGE), OLD, NEW);
            var last = wide.length() - 1;
            var before = last < 0 ? 0 : wide.charAt(last);
            if (before == 'ブ' && "アイエオ".indexOf(c) >= 0) {
                wide.setCharAt(last, "バビベボ".charAt("アイエオ".indexOf(c)));
            } else if (before == 'フ' && "アイエオ".indexOf(c) >= 0) {
                wide.setCharAt(last, "ハヒヘホ".charAt("アイエオ".indexOf(c)));
            } else if (!lengthens(wide, c)) {
                wide.append(c);
            } else if (before != 'ー') {
                wide.append('ー');
            }
        }
        return wide.toString();
    }

    /// A folded reading without voicing and length: ｾﾝｼﾛ and センジロウ become the same.
    public static String loose(String folded) {
        var loose = new StringBuilder(folded.length());
        for (var i = 0; i < folded.length(); i++) {
            var c = folded.charAt(i);
            if (c != 'ー') {
                loose.append(swapped(c, VOICED, PLAIN));
            }
        }
        return loose.toString();
    }

    /// Full width, in katakana.
    static String wide(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var wide = new StringBuilder(normal.length());
        for (var i = 0; i < normal.length(); i++) {
            var c = normal.charAt(i);
            wide.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c);
        }
        return wide.toString();
    }

    private static char katakana(char c) {
        if (c >= 'ぁ' && c <= 'ゖ') {
            return (char) (c + 0x60);
        }
        return c >= 'ァ' && c <= 'ヺ' ? c : c == 'ー' || c == '-' || c == '‐' || c == '−' ? 'ー' : 0;
    }

    private static char swapped(char c, String from, String to) {
        var at = from.indexOf(c);
        return at < 0 ? c : to.charAt(at);
    }

    /// Whether the vowel only lengthens the sound before it (コウ, コオ, コー).
    private static boolean lengthens(CharSequence before, char c) {
        if (c == 'ー') {
            return true;
        }
        if (before.isEmpty() || "アイウエオ".indexOf(c) < 0) {
            return false;
        }
        var last = before.charAt(before.length() - 1);
        return switch (c) {
            case 'ア' -> A.indexOf(last) >= 0;
            case 'イ' -> I.indexOf(last) >= 0 || E.indexOf(last) >= 0;
            case 'ウ' -> U.indexOf(last) >= 0 || O.indexOf(last) >= 0;
            case 'エ' -> E.indexOf(last) >= 0;
            case 'オ' -> O.indexOf(last) >= 0;
            default -> false;
        };
    }
}
