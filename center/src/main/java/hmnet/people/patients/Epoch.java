package hmnet.people.patients;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One human under one chart number (カルテ番号の世代). A number given to another human opens the next epoch.
///
/// @param rank 1 = known from the patient master, 0 = from another message, which any master outranks
/// @param said all the demographics shown, as one text
record Epoch(
        long id,
        int number,
        String name,
        String kana,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate diedOn,
        int rank,
        OffsetDateTime at,
        String said) {
    /// What stands between two demographics in one text.
    static final String BREAK = "\u001F";

    /// Whether the claim can be about this human: not when birth date and name both changed, and after a
    /// death not when either did.
    boolean canBe(PatientClaim patientClaim) {
        if (name.isEmpty() && birthDate == null) {
            return true;
        }
        var otherBirth = birthDate != null
                && patientClaim.demographics().birthDate() != null
                && !birthDate.equals(patientClaim.demographics().birthDate());
        var otherName = !sameName(patientClaim);
        var died = diedOn != null && patientClaim.at().toLocalDate().isAfter(diedOn);
        return died ? !otherBirth && !otherName : !(otherBirth && otherName);
    }

    /// Whether the claim's demographics are to be shown instead: the master's before others', the later
    /// before the earlier.
    boolean yieldsTo(PatientClaim patientClaim) {
        var theirs = patientClaim.master() ? 1 : 0;
        return theirs > rank || theirs == rank && patientClaim.at().isAfter(at);
    }

    /// All demographics as one text, as `said` has them.
    static String said(PatientClaim patientClaim) {
        var d = patientClaim.demographics();
        return String.join(
                BREAK,
                d.familyName(),
                d.givenName(),
                d.familyKana(),
                d.givenKana(),
                d.birthDate() == null ? "" : d.birthDate().toString(),
                d.sex(),
                d.postalCode(),
                d.address(),
                d.phone());
    }

    /// Same kanji or same kana, spaces and widths aside. An empty name differs from none.
    private boolean sameName(PatientClaim patientClaim) {
        var theirs = patientClaim.demographics();
        var theirName = fold(theirs.familyName() + theirs.givenName());
        var theirKana = fold(theirs.familyKana() + theirs.givenKana());
        return theirName.isEmpty()
                || fold(name).isEmpty()
                || theirName.equals(fold(name))
                || !theirKana.isEmpty() && theirKana.equals(fold(kana));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
