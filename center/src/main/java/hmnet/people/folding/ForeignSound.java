package hmnet.people.folding;

import java.text.Normalizer;

/// The consonants of a foreign name (外国名の音), alike whether somebody wrote it in Latin letters or in katakana: グエン
/// and NGUYEN, ドゥック and DUC, ﾃｲ and THI. Vowels, length, voicing, L or R, V or B make no difference.
public final class ForeignSound {
    private static final String VOWELS = "AEIOUY";
    private static final String[] ROWS = {
        "Kカキクケコガギグゲゴ", "Tサシスセソザジズゼゾタチツテトダヂヅデド", "Nナニヌネノン", "Hハヒフヘホ", "Bバビブベボパピプペポ", "Mマミムメモ", "Rラリルレロ"
    };
    private static final String[][] SPELLINGS = {
        {"NGUY", "K"},
        {"PARK", "PAK"},
        {"CHR", "KR"},
        {"TCH", "T"},
        {"SCH", "T"},
        {"SH", "T"},
        {"CH", "T"},
        {"ZH", "T"},
        {"TH", "T"},
        {"TS", "T"},
        {"DH", "T"},
        {"PH", "H"},
        {"KH", "K"},
        {"GH", "K"},
        {"BH", "B"},
        {"NH", "N"},
        {"CK", "K"}
    };

    private ForeignSound() {}

    /// The consonants of one word, in Latin letters or in kana; empty when it has none.
    public static String of(String word) {
        var plain = Normalizer.normalize(Kana.wide(word), Normalizer.Form.NFC);
        return plain.chars().anyMatch(c -> c >= 'ァ' && c <= 'ヺ') ? ofKana(Kana.folded(plain)) : ofLatin(letters(plain));
    }

    private static String ofKana(String kana) {
        var sounds = new StringBuilder();
        for (var i = 0; i < kana.length(); i++) {
            var sound = consonant(kana.charAt(i));
            var next = i + 1 < kana.length() ? consonant(kana.charAt(i + 1)) : ' ';
            var silent = kana.charAt(i) == 'ン' && (next == 'N' || next == 'M')
                    || kana.charAt(i) == 'ツ' && next != ' ' && next != 'N' && next != 'M' && next != 'R';
            if (sound != ' ' && !silent) {
                sounds.append(sound);
            }
        }
        return sounds.toString();
    }

    private static char consonant(char kana) {
        for (var row : ROWS) {
            if (row.indexOf(kana, 1) > 0) {
                return row.charAt(0);
            }
        }
        return ' ';
    }

    private static String ofLatin(String latin) {
        var text = latin.startsWith("TR") ? "T" + latin.substring(2) : latin;
        for (var spelling : SPELLINGS) {
            text = text.replace(spelling[0], spelling[1]);
        }
        var sounds = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (text.charAt(i) == next) {
                continue;
            }
            var sound = consonant(text, i, next);
            if (sound != ' ') {
                sounds.append(sound);
            }
        }
        return sounds.toString();
    }

    private static char consonant(String text, int at, char next) {
        var first = at == 0;
        return switch (text.charAt(at)) {
            case 'K' -> 'K';
            case 'G' -> afterN(text, at) ? ' ' : next == 'E' || next == 'I' ? 'T' : 'K';
            case 'C' -> next == 'E' || next == 'I' || next == 'Y' ? 'T' : 'K';
            case 'Q' -> next == 'U' && at + 2 < text.length() && VOWELS.indexOf(text.charAt(at + 2)) >= 0 ? 'K' : 'T';
            case 'S', 'X', 'Z', 'J', 'T', 'D' -> 'T';
            case 'R', 'L' -> 'R';
            case 'B', 'V', 'P' -> 'B';
            case 'F' -> 'H';
            case 'H' -> VOWELS.indexOf(next) >= 0 || next == 'W' ? 'H' : ' ';
            case 'M' -> next == 'P' || next == 'B' ? 'N' : 'M';
            case 'N' -> first && next == 'G' ? ' ' : next == 'M' ? ' ' : 'N';
            // From outside: the letters of a name.
            default -> ' ';
        };
    }

    /// The end of HUNG, not the beginning of NGO.
    private static boolean afterN(String text, int at) {
        return at > 1
                && text.charAt(at - 1) == 'N'
                && (at + 1 == text.length() || VOWELS.indexOf(text.charAt(at + 1)) < 0);
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text.replace('Đ', 'D').replace('đ', 'd'), Normalizer.Form.NFKD)
                .chars()
                .map(Character::toUpperCase)
                .filter(c -> c >= 'A' && c <= 'Z')
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
