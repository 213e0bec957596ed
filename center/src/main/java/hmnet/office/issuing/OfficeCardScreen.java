package hmnet.office.issuing;

import hmnet.ground.design.Messages;
import hmnet.ground.design.QrDrawing;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the office issues a card (カード発行): the form, a look at it, the card.
///
/// @param problem of the whole: `look`, `elsewhere` or `issued-meanwhile`; or null
/// @param problems of fields, by their names: `missing`, `kana`, `birth` or `my-number`
/// @param filled what was typed so far
/// @param look what will be issued, to be looked at, or null
/// @param issued the card just issued, to be printed now, or null
record OfficeCardScreen(
        @Nullable String problem,
        Map<String, String> problems,
        Application filled,
        @Nullable IssueLook look,
        @Nullable CardOnPaper issued) {
    static OfficeCardScreen form(@Nullable String problem, Map<String, String> problems, Application filled) {
        return new OfficeCardScreen(problem, problems, filled, null, null);
    }

    static OfficeCardScreen issued(CardOnPaper card) {
        return new OfficeCardScreen(null, Map.of(), Application.empty(), null, card);
    }

    /// What is wrong with a field, in words; null for nothing.
    public @Nullable String error(Messages m, String field) {
        var problem = problems.get(field);
        return problem == null ? null : m.t("consent.office-card.problem." + problem);
    }

    /// The last look before a card is issued.
    ///
    /// @param before how many cards this person had: one who has a working card loses it
    /// @param names whether surname and given name were told apart
    record IssueLook(LocalDate birth, int age, String kana, int before, boolean names) {}

    /// @param number the printed number
    /// @param issue which issue of this person's cards it is, from 1
    public record CardOnPaper(String name, String kana, LocalDate issuedOn, String number, int issue, QrDrawing qr) {
        /// The number in groups, as people read it out: 1234 5678 9012 3.
        public String grouped() {
            return number.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }
}
