package hmnet.office.issuing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where the office issues a card (カード発行).
///
/// @param problem `birth`, `missing`, `my-number` or `elsewhere`; or null
/// @param issued the card just issued, to be printed now, or null
record OfficeCardScreen(@Nullable String problem, @Nullable CardOnPaper issued) {
    /// @param number the printed number
    /// @param issue which issue of this person's cards it is, from 1
    public record CardOnPaper(String name, String kana, LocalDate issuedOn, String number, int issue, QrDrawing qr) {
        /// The number in groups, as people read it out: 1234 5678 9012 3.
        public String grouped() {
            return number.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }
}
