package hmnet.care.therapy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a guideline says of a test on a sheet (治療域の参考).
///
/// @param word of the target
/// @param drug what holds it, null where no drug is asked for
public record TherapyNote(String word, @Nullable TherapyDrug drug) {
    /// A drug that was prescribed or dispensed (治療薬の記録).
    public record TherapyDrug(String name, LocalDate day, String facility) {}
}
