package hmnet.consent.support;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a resident says of the support they need (申出の内容).
///
/// @param words what no word of the list says, and whom to call; may be empty
public record SupportWords(Set<NeededSupport> needs, String words) {
    static final int WORDS_MAX = 500;

    public SupportWords {
        needs = Set.copyOf(needs);
        if (words.length() > WORDS_MAX) {
            throw new IllegalArgumentException("What is needed is said in at most " + WORDS_MAX + " characters");
        }
    }

    /// Words that are none are left out.
    static SupportWords of(Collection<String> needs, String words) {
        var known = EnumSet.noneOf(NeededSupport.class);
        needs.forEach(word -> NeededSupport.of(word).ifPresent(known::add));
        return new SupportWords(known, words.strip());
    }

    public boolean isEmpty() {
        return needs.isEmpty() && words.isEmpty();
    }

    /// As it stands sealed: the needs in one line, the words below.
    String text() {
        return Arrays.stream(NeededSupport.values())
                        .filter(needs::contains)
                        .map(NeededSupport::word)
                        .collect(Collectors.joining(" "))
                + "\n" + words;
    }

    static SupportWords read(String text) {
        var end = text.indexOf('\n');
        return of(Arrays.asList(text.substring(0, end).split(" ", -1)), text.substring(end + 1));
    }
}
