package hmnet.care.cautions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the band says beside name and allergies (患者バナーの注意と要点), as far as rows that the grant shows tell it. What
/// is not here was not received or may not be shown: never that there is none.
///
/// @param careLevel 要介護度, as the newest record of it says; null where none came
/// @param doctors who saw the person last, each with the facility
public record BandFacts(
        List<PersonWarning> warnings, @Nullable String careLevel, List<String> doctors) {
    /// What everybody who treats the person must know at once (注意).
    ///
    /// @param kind its word in the texts and styles
    /// @param what the diagnosis or drug that says it
    /// @param facilities that say it
    public record PersonWarning(String kind, String what, String facilities) {}
}
