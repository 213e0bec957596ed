package hmnet.people.folding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Readings in Latin letters (ローマ字) folded so that Hepburn, Kunrei and passport spellings of one reading
/// compare alike: Oono, Ohno, Ōno, Ono; Tsuji, Tuzi.
public final class Romaji {
    private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    private static final String[] SOUNDS =
            ("a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo"
                            + " ya yu yo ra ri ru re ro wa i e o n ga gi gu ge go za ji zu ze zo da ji zu de do"
                            + " ba bi bu be bo pa pi pu pe po bu")
                    .split(" ");
    private static final Map<Character, String> SMALL =
            Map.of('ャ', "ya", 'ュ', "yu", 'ョ', "yo", 'ァ', "a", 'ィ', "i", 'ゥ', "u", 'ェ', "e", 'ォ', "o", 'ヮ', "wa");
    private static final String[][] SPELLINGS = {
        {"shy", "sh"},
        {"chy", "ch"},
        {"jy", "j"},
        {"sy", "sh"},
        {"ty", "ch"},
        {"zy", "j"},
        {"dy", "j"},
        {"si", "shi"},
        {"ti", "chi"},
        {"tu", "tsu"},
        {"hu", "fu"},
        {"zi", "ji"},
        {"di", "ji"},
        {"du", "zu"},
        {"shhi", "shi"},
        {"chhi", "chi"},
        {"tch", "ch"},
        {"wo", "o"},
        {"v", "b"},
        {"l", "r"},
        {"mb", "nb"},
        {"mp", "np"},
        {"mm", "nm"}
    };

    private static final Pattern SILENT_H = Pattern.compile("(?<=o)h(?![aeiouy])");
    private static final Pattern LONG = Pattern.compile("ou|oo");
    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1+");

    private Romaji() {}

    /// A reading in kana, in any width, as folded Latin letters.
    public static String ofKana(String kana) {
        var letters = new StringBuilder();
        for (var c : Normalizer.normalize(kana, Normalizer.Form.NFKC).toCharArray()) {
            var wide = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c;
            var small = SMALL.get(wide);
            var at = KANA.indexOf(wide);
            if (small != null) {
                cutVowel(letters);
                letters.append(small);
            } else if (at >= 0) {
                letters.append(SOUNDS[at]);
            }
        }
        return folded(letters.toString());
    }

    /// Latin letters as somebody wrote them, folded; empty when there are none.
    public static String folded(String latin) {
        var plain = letters(Normalizer.normalize(latin, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT));
        if (plain.isEmpty()) {
            return "";
        }
        for (var spelling : SPELLINGS) {
            plain = plain.replace(spelling[0], spelling[1]);
        }
        var brief = LONG.matcher(SILENT_H.matcher(plain).replaceAll("")).replaceAll("o");
        return DOUBLED.matcher(brief).replaceAll("$1");
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static void cutVowel(StringBuilder letters) {
        var last = letters.length() - 1;
        if (last > 0 && "iueo".indexOf(letters.charAt(last)) >= 0) {
            letters.setLength(last);
        }
    }
}
