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
/// @param kind `hm`, or `disclosure` for the 開示カード of one hospital
/// @param facility whose 開示カード it is, else null
/// @param checkRule `none`, `mod11-10`, `luhn` or `mod10-3`
/// @param until the last day on which its cards work, or null
/// @param forms how a number looks printed, on a stripe, in a barcode
public record CardScheme(
        String word,
        String kind,
        @Nullable FacilityId facility,
        String name,
        String checkRule,
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
                        .filter(number -> valid(checkRule, number) && !MyNumber.looksLike(number))
                        .findFirst()
                        .map(number -> new CardCode(word, number));
    }

    static boolean valid(String checkRule, String number) {
        return switch (checkRule) {
            case "none" -> true;
            case "mod11-10" ->
                digits(number)
                        && CardNumber.checkDigit(number.substring(0, number.length() - 1))
                                == number.charAt(number.length() - 1);
            case "luhn" -> digits(number) && sum(number, true) % 10 == 0;
            case "mod10-3" -> digits(number) && sum(number, false) % 10 == 0;
            default -> throw new IllegalStateException("A check rule the schemes do not know: " + checkRule);
        };
    }

    private static boolean digits(String number) {
        return number.length() > 1 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// ISO/IEC 7812-1 (luhn): every second digit twice, its own digits added; else GS1's weight of three.
    private static int sum(String number, boolean luhn) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : luhn ? digit * 2 : digit * 3;
            sum += luhn && weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
