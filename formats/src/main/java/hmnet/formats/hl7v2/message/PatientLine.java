package hmnet.formats.hl7v2.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The patient as a message names them (患者, PID).
///
/// @param birthDate null where the sender did not know it
/// @param sex M, F, O or U (HL70001)
public record PatientLine(
        String number,
        PersonName name,
        @Nullable LocalDate birthDate,
        String sex,
        String postalCode,
        String address,
        String phone,
        @Nullable LocalDate diedOn) {
    /// A person's name in kanji and in kana (氏名).
    public record PersonName(String family, String given, String familyKana, String givenKana) {}
}
