package hmnet.consent.notices;

import java.time.LocalDate;
import java.util.List;

/// One version of what is explained before somebody consents (説明の版). It never changes once it was agreed to.
///
/// @param version as it stands in every consent said under it
/// @param words plain words, a paragraph a line
/// @param asksAnew whether those who agreed under an earlier version are asked again
public record ConsentNotice(String version, String title, String words, LocalDate effectiveOn, boolean asksAnew) {
    /// The version that a centre begins with.
    public static final String FIRST = "2026-04";

    public static final int TITLE_MAX = 60;
    public static final int WORDS_MAX = 4_000;

    public List<String> paragraphs() {
        return words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
