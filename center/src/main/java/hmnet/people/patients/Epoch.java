package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.design.JapaneseDates;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One human under one chart number (カルテ番号の世代). A number given to another human opens the next epoch.
///
/// @param shown what is known of the human
/// @param rank 1 = known from the patient master, 0 = from another message, which any master outranks
/// @param deathTold message time of the death, or null
record Epoch(
        long id, int number, Demographics shown, int rank, OffsetDateTime at, @Nullable OffsetDateTime deathTold) {
    /// Results of the dead come for some weeks.
    private static final int WEEKS_OF_LATE_RESULTS = 8;

    Resemblance resemblance(PatientClaim patientClaim) {
        return Resemblance.of(shown, patientClaim.demographics());
    }

    /// Whether the claim can be about this human by all that it says.
    ///
    /// @param sole nobody else ever had the number
    boolean canBe(PatientClaim patientClaim, Resemblance resemblance, boolean sole) {
        if (nobodyYet()) {
            return sole;
        }
        var silent = sole && resemblance.silent();
        var died = shown.diedOn();
        var day = patientClaim.at().atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate();
        if (died == null || !day.isAfter(died)) {
            return silent || resemblance.fits(patientClaim.master());
        }
        if (patientClaim.alive() != null && patientClaim.alive().isAfter(died)) {
            return false;
        }
        var late = day.isAfter(died.plusWeeks(WEEKS_OF_LATE_RESULTS));
        return silent && !late || resemblance.fitsTheDead(late);
    }

    /// A number that was taken down before any message came.
    boolean nobodyYet() {
        return shown.familyName().isBlank()
                && shown.givenName().isBlank()
                && shown.familyKana().isBlank()
                && shown.givenKana().isBlank()
                && shown.birthDate() == null;
    }

    /// Whether the claim's demographics are to be shown instead: the master's before others', the later
    /// before the earlier.
    boolean yieldsTo(PatientClaim patientClaim) {
        var theirs = patientClaim.master() ? 1 : 0;
        return theirs > rank || theirs == rank && patientClaim.at().isAfter(at);
    }

    /// As a living human again, when a human says that a visit after the death was theirs.
    Epoch alive(PatientClaim patientClaim) {
        var seen = patientClaim.alive();
        if (seen == null || shown.diedOn() == null || !seen.isAfter(shown.diedOn())) {
            return this;
        }
        var living = new Demographics(
                shown.familyName(),
                shown.givenName(),
                shown.familyKana(),
                shown.givenKana(),
                shown.birthDate(),
                shown.sex(),
                shown.postalCode(),
                shown.address(),
                shown.phone(),
                null);
        return new Epoch(id, number, living, rank, at, patientClaim.at());
    }

    /// This human after the claim. What a message leaves out stays as it was; what is not known yet is taken from any.
    Epoch after(PatientClaim patientClaim) {
        var claimed = patientClaim.demographics();
        var newer = yieldsTo(patientClaim);
        var first = newer ? claimed : shown;
        var second = newer ? shown : claimed;
        var death = claimed.diedOn() != null && (deathTold == null || patientClaim.at().isAfter(deathTold));
        var named = !(first.familyName() + first.givenName()).isBlank();
        var read = !(first.familyKana() + first.givenKana()).isBlank();
        var housed = !first.address().isBlank();
        return new Epoch(
                id,
                number,
                new Demographics(
                        named ? first.familyName() : second.familyName(),
                        named ? first.givenName() : second.givenName(),
                        read ? first.familyKana() : named ? keptKana(first, second) : second.familyKana(),
                        read ? first.givenKana() : named ? keptGivenKana(first, second) : second.givenKana(),
                        first.birthDate() == null ? second.birthDate() : first.birthDate(),
                        first.sex().equals("unknown") ? second.sex() : first.sex(),
                        housed ? first.postalCode() : second.postalCode(),
                        housed ? first.address() : second.address(),
                        first.phone().isBlank() ? second.phone() : first.phone(),
                        death ? claimed.diedOn() : shown.diedOn()),
                newer ? (patientClaim.master() ? 1 : 0) : rank,
                newer ? patientClaim.at() : at,
                death ? patientClaim.at() : deathTold);
    }

    /// A reading belongs to the name it was told with.
    private static String keptKana(Demographics named, Demographics other) {
        return sameCharacters(named, other) ? other.familyKana() : "";
    }

    private static String keptGivenKana(Demographics named, Demographics other) {
        return sameCharacters(named, other) ? other.givenKana() : "";
    }

    private static boolean sameCharacters(Demographics a, Demographics b) {
        return a.familyName().equals(b.familyName()) && a.givenName().equals(b.givenName());
    }
}
