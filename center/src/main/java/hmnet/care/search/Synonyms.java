package hmnet.care.search;

import hmnet.formats.base.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Words that name one thing (同義語): diseases, drugs by brand and ingredient, tests. From `synonyms.csv`.
final class Synonyms {
    private static final Map<String, Set<String>> GROUPS = read();

    private Synonyms() {}

    /// The word itself first, all of them folded.
    static List<String> of(String folded) {
        return Stream.concat(Stream.of(folded), words(folded).map(SearchTerms::fold))
                .distinct()
                .toList();
    }

    /// The others, as they are written.
    static Stream<String> words(String folded) {
        return GROUPS.getOrDefault(folded, Set.of()).stream()
                .filter(word -> !SearchTerms.fold(word).equals(folded));
    }

    /// A line is the kind of thing, where the words come from, and the words.
    private static Map<String, Set<String>> read() {
        var groups = new HashMap<String, Set<String>>();
        for (var line : Table.read(Synonyms.class, "synonyms.csv")) {
            var words = line.subList(2, line.size());
            words.forEach(word -> groups.computeIfAbsent(SearchTerms.fold(word), w -> new LinkedHashSet<>())
                    .addAll(words));
        }
        return groups;
    }
}
