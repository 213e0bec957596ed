package hmnet.consent.residents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where the office prints a letter for a resident (本人用お手紙の発行).
///
/// @param problem `no-card`, `locked`, `my-number`, `refused` or null
/// @param found whom the card led to, or null before that
public record LetterScreen(
        @Nullable String problem, @Nullable LetterHolder found) {
    /// @param ticket what the form sends back to name this person
    public record LetterHolder(String name, String kana, LocalDate birth, String ticket) {}

    /// The letter itself (お手紙).
    ///
    /// @param address where to sign in
    public record PrintedLetter(String name, String code, LocalDate printedOn, LocalDate lastDay, String address) {}
}
