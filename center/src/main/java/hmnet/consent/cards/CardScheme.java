package hmnet.consent.cards;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.MyNumber;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the numbers of one kind of card look (番号体系).
///
/// @param word its name in the database
/// @param facility whose 開示カード it is, else null
/// @param until the last day on which its cards work, or null
/// @param forms how a number looks printed, on a stripe, in a barcode
public record CardScheme(
        String word,
        CardKind kind,
        @Nullable FacilityId facility,
        String name,
        CheckRule checkRule,
        @Nullable LocalDate until,
        List<Pattern> forms) {
    private static final int TEXT_MAX = 80;

    /// Whether its cards work on a day.
    public boolean on(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /// What is left of a text as it was typed or read: full width folded, spaces and hyphens dropped.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }

    /// The number in a text, if it is one of this scheme. Twelve digits that are an individual number (個人番号)
    /// are no card's, whatever the scheme says: they would be stored with it.
    Optional<CardCode> read(String text) {
        var plain = plain(text);
        return plain.length() > TEXT_MAX
                ? Optional.empty()
                : forms.stream()
                        .map(form -> form.matcher(plain))
                        .filter(form -> form.matches())
                        .map(form -> form.group("number"))
                        .filter(number -> checkRule.holds(number) && !MyNumber.looksLike(number))
                        .findFirst()
                        .map(number -> new CardCode(word, number));
    }
}
