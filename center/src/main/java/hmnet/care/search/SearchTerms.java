package hmnet.care.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The words that somebody looks for (検索語): all of them, each in any of its spellings.
///
/// @param each what may stand for each word, folded; the first is as it was asked
record SearchTerms(List<List<String>> each) {
    private static final int WORDS_MAX = 5;
    private static final int WORD_MAX = 40;
    /// Latin abbreviations up to so many letters stand by themselves: K is not in every word.
    private static final int ABBREVIATION = 4;

    /// @param synonyms of a folded word, itself among them
    static SearchTerms of(String asked, Function<String, List<String>> synonyms) {
        return new SearchTerms(Arrays.stream(fold(asked).split(" "))
                .filter(word -> !word.isEmpty() && word.length() <= WORD_MAX)
                .distinct()
                .limit(WORDS_MAX)
                .map(synonyms)
                .toList());
    }

    boolean isEmpty() {
        return each.isEmpty();
    }

    /// The piece that holds the first word, where every word is found in some piece.
    Optional<String> in(List<String> pieces) {
        var folded = pieces.stream().map(SearchTerms::fold).toList();
        var all = each.stream().allMatch(word -> folded.stream().anyMatch(piece -> holds(piece, word)));
        return isEmpty() || !all
                ? Optional.empty()
                : pieces.stream()
                        .filter(piece -> holds(fold(piece), each.getFirst()))
                        .findFirst();
    }

    private static boolean holds(String piece, List<String> spellings) {
        return spellings.stream().anyMatch(spelling -> holds(piece, spelling));
    }

    private static boolean holds(String piece, String spelling) {
        var whole = spelling.length() <= ABBREVIATION && spelling.chars().allMatch(c -> c < 0x80);
        for (var at = piece.indexOf(spelling); at >= 0; at = piece.indexOf(spelling, at + 1)) {
            if (!whole || !joined(piece, at - 1) && !joined(piece, at + spelling.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(String piece, int at) {
        if (at < 0 || at >= piece.length()) {
            return false;
        }
        var c = piece.charAt(at);
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /// Half and full width, capitals, hiragana and katakana are one; so is every space.
    static String fold(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        plain.chars().forEach(c -> folded.append((char) (c >= 'ァ' && c <= 'ヶ' ? c - ('ァ' - 'ぁ') : c)));
        return folded.toString().replaceAll("\\s+", " ").strip();
    }
}
