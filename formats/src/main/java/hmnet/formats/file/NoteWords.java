package hmnet.formats.file;

import hmnet.formats.base.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the codes of remarks and refusals mean and what helps, for people (指摘のことば), from `note-words.csv`.
public final class NoteWords {
    private static final Map<String, List<String>> ALL = Table.read(NoteWords.class, "note-words.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row));

    private NoteWords() {}

    /// Empty for a code that no reader gives.
    public static Optional<String> japanese(String code) {
        return Optional.ofNullable(ALL.get(code)).map(row -> row.get(1));
    }

    public static Optional<String> english(String code) {
        return Optional.ofNullable(ALL.get(code)).map(row -> row.get(2));
    }

    /// @param language `en`, else Japanese
    public static Optional<String> in(String language, String code) {
        return language.equals("en") ? english(code) : japanese(code);
    }
}
