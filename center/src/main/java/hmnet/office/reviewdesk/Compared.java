package hmnet.office.reviewdesk;

import hmnet.ground.design.Messages;
import hmnet.office.reviewdesk.Difference.Piece;
import hmnet.people.folding.Address;
import hmnet.people.folding.Characters;
import hmnet.people.folding.Kana;
import hmnet.people.matching.Demographics;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One line of two charts side by side (項目ごとの比較).
///
/// @param field its word, as in `linking.field.…`
public record Compared(String field, List<Piece> one, List<Piece> other, Likeness likeness) {
    /// What two entries have to do with one another.
    public enum Likeness {
        EQUAL,
        /// The same once spellings are folded: 髙 and 高, full and half width.
        SPELLING,
        DIFFERENT,
        /// Only one side says it.
        ONE_SIDED,
        /// Neither side says it.
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static List<Compared> of(Demographics one, Demographics other, Messages m) {
        return List.of(
                line("name", one, other, Demographics::name, text -> bare(Characters.folded(text))),
                line("kana", one, other, Demographics::reading, text -> bare(Kana.folded(text))),
                line("birth", one, other, said -> birth(said, m), UnaryOperator.identity()),
                line("sex", one, other, said -> m.t("sex." + said.sex()), UnaryOperator.identity()),
                line("postal", one, other, Demographics::postalCode, Compared::digits),
                line(
                        "address",
                        one,
                        other,
                        Demographics::address,
                        text -> Address.read(text).toString()),
                line("phone", one, other, Demographics::phone, Compared::digits));
    }

    private static Compared line(
            String field,
            Demographics one,
            Demographics other,
            Function<Demographics, String> text,
            UnaryOperator<String> folded) {
        return line(field, text.apply(one).strip(), text.apply(other).strip(), folded);
    }

    static Compared line(String field, String a, String b, UnaryOperator<String> folded) {
        var likeness = likeness(a, b, folded);
        var difference = likeness == Likeness.ONE_SIDED
                ? new Difference(List.of(new Piece(a, false)), List.of(new Piece(b, false)))
                : Difference.of(a, b);
        return new Compared(field, difference.one(), difference.other(), likeness);
    }

    private static Likeness likeness(String a, String b, UnaryOperator<String> folded) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? Likeness.UNKNOWN : Likeness.ONE_SIDED;
        }
        if (a.equals(b)) {
            return Likeness.EQUAL;
        }
        return folded.apply(a).equals(folded.apply(b)) ? Likeness.SPELLING : Likeness.DIFFERENT;
    }

    private static String birth(Demographics said, Messages m) {
        return said.birthDate().isEmpty()
                ? ""
                : m.birth(LocalDate.parse(said.birthDate(), DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s　]", "");
    }

    private static String digits(String text) {
        return hmnet.people.patients.MyNumber.folded(text);
    }
}
