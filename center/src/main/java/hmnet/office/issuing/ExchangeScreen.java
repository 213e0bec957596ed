package hmnet.office.issuing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a hospital's card is exchanged for an HM card (開示カードの切替).
///
/// @param problem `not-found`, `birth`, `my-number` or `missing`; or null
/// @param found whose card it is, or null before that
record ExchangeScreen(@Nullable String problem, @Nullable ExchangeHolder found) {
    /// How long the old card keeps working, in months; 0 = it ends with this day.
    public static final List<Integer> MONTHS = List.of(6, 12, 3, 0);

    /// @param issuer the name of the hospital of the old card
    /// @param ticket what the form sends back
    public record ExchangeHolder(String name, String kana, LocalDate birth, String issuer, String ticket) {}
}
