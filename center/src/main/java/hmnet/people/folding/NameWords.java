package hmnet.people.folding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// The words of a name (氏名の語), which may stand in any order and be cut anywhere.
public record NameWords(List<String> words, int length) {
    private static final int WORDS_MAX = 5;
    private static final int PART_MIN = 3;
    private static final NameWords NONE = new NameWords(List.of(), 0);

    public static NameWords of(String text) {
        var words = text.strip();
        return words.isEmpty() ? NONE : of(Arrays.asList(words.split(" +", -1)));
    }

    private static NameWords of(List<String> words) {
        var known =
                words.stream().filter(word -> !word.isEmpty()).limit(WORDS_MAX).toList();
        return new NameWords(known, known.stream().mapToInt(String::length).sum());
    }

    public NameWords each(UnaryOperator<String> change) {
        return of(words.stream().map(change).toList());
    }

    public boolean none() {
        return words.isEmpty();
    }

    /// Whether both have the same words, or some order of the words of one is the other.
    public boolean same(NameWords other) {
        if (none() || length != other.length) {
            return false;
        }
        return words.size() < other.words.size() ? other.ordered(this) : ordered(other);
    }

    /// Whether the other has some of these words only, and at least two of them: middle names may be left out.
    public boolean contains(NameWords other) {
        return other.length < length && other.covered(this, (own, word) -> own.equals(word));
    }

    /// The same where words are run together: フウイエン has イエン.
    public boolean containsParts(NameWords other) {
        return other.length < length
                && other.words.stream().anyMatch(words::contains)
                && other.covered(this, (own, word) -> own.startsWith(word) || own.endsWith(word));
    }

    private boolean covered(NameWords larger, BiPredicate<String, String> has) {
        var left = new ArrayList<>(larger.words);
        return words.size() > 1
                && length >= PART_MIN
                && words.stream()
                        .allMatch(word -> left.stream()
                                .filter(own -> has.test(own, word))
                                .findFirst()
                                .map(left::remove)
                                .orElse(false));
    }

    /// Whether some order of these words is the other as it stands.
    private boolean ordered(NameWords other) {
        return begins(String.join("", other.words), 0, 0);
    }

    private boolean begins(String text, int at, int used) {
        if (at == text.length()) {
            return Integer.bitCount(used) == words.size();
        }
        for (var n = 0; n < words.size(); n++) {
            var word = words.get(n);
            if ((used & 1 << n) == 0 && text.startsWith(word, at) && begins(text, at + word.length(), used | 1 << n)) {
                return true;
            }
        }
        return false;
    }
}
