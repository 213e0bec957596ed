package hmnet.care.plainwords;

import hmnet.care.cautions.DrugCautions;
import hmnet.formats.base.Table;
import hmnet.ground.design.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What terms mean for residents (やさしい言葉の一覧), from `plain-words.csv`. A term that the table does not have gets no
/// explanation: none is better than one that nearly fits.
public final class PlainWords {
    private static final List<PlainWord> ALL = Table.read(PlainWords.class, "plain-words.csv").stream()
            .map(PlainWord::of)
            .toList();

    private PlainWords() {}

    /// What a term is of (語の別).
    public enum PlainWordKind {
        TEST,
        DRUG,
        STATUS,
        KIND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One term (やさしい言葉の一語).
    ///
    /// @param names other ways to write it
    /// @param source what kind of source the explanation follows
    public record PlainWord(
            String term, PlainWordKind kind, List<String> names, String japanese, String source, String english) {
        private static PlainWord of(List<String> row) {
            return new PlainWord(
                    row.get(0),
                    PlainWordKind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    Arrays.stream(row.get(2).split("[|]"))
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    row.get(3),
                    row.get(4),
                    String.join(", ", row.subList(5, row.size())));
        }

        public String in(Language language) {
            return switch (language) {
                case JAPANESE -> japanese;
                case ENGLISH -> english;
            };
        }

        private boolean means(String folded) {
            return Stream.concat(Stream.of(term), names.stream())
                    .anyMatch(name -> folded(name).equals(folded));
        }
    }

    public static List<PlainWord> all() {
        return ALL;
    }

    /// The term written so, in any width and case; the whole term, never a part of it.
    public static Optional<PlainWord> of(PlainWordKind kind, String term) {
        var folded = folded(term);
        return ALL.stream()
                .filter(word -> word.kind() == kind && word.means(folded))
                .findFirst();
    }

    /// What is surely known of a drug by its name, in plain words.
    public static List<PlainWord> ofDrug(String name) {
        return DrugCautions.of(name).stream()
                .flatMap(caution -> of(PlainWordKind.DRUG, caution.word()).stream())
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
