package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.design.JapaneseDates;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One human under one chart number (カルテ番号の世代). A number given to another human opens the next epoch.
///
/// @param shown what is known of the human
/// @param rank 1 = known from the patient master, 0 = from another message, which any master outranks
/// @param deathTold message time of the death, or null
/// @param tied the person whom a desk tied to the number, as long as no message told a birth date; or null
record Epoch(
        long id,
        int number,
        Demographics shown,
        int rank,
        OffsetDateTime at,
        @Nullable OffsetDateTime deathTold,
        @Nullable Demographics tied) {
    /// Results of the dead come for some weeks.
    private static final int WEEKS_OF_LATE_RESULTS = 8;

    /// Of whom nothing but messages tell.
    Epoch(long id, int number, Demographics shown, int rank, OffsetDateTime at, @Nullable OffsetDateTime deathTold) {
        this(id, number, shown, rank, at, deathTold, null);
    }

    Resemblance resemblance(PatientClaim patientClaim) {
        return Resemblance.of(known(), patientClaim.demographics());
    }

    /// What messages tell; what they leave out as the office knows the person whom a desk tied to the number.
    Demographics known() {
        return tied == null ? shown : filled(shown, tied, shown.diedOn());
    }

    /// Whether the claim can be about this human by all that it says.
    ///
    /// @param sole nobody else ever had the number
    boolean canBe(PatientClaim patientClaim, Resemblance resemblance, boolean sole) {
        var silent = sole && resemblance.silent();
        if (nobodyYet() && tied == null) {
            return silent && !diedBefore(patientClaim);
        }
        var died = shown.diedOn();
        var day = patientClaim.at().atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate();
        if (died == null || !day.isAfter(died)) {
            return silent || resemblance.fits(patientClaim.master());
        }
        if (diedBefore(patientClaim)) {
            return false;
        }
        var late = day.isAfter(died.plusWeeks(WEEKS_OF_LATE_RESULTS));
        return silent && !late || resemblance.fitsTheDead(late);
    }

    /// Whether the claim tells of somebody alive after this human died.
    boolean diedBefore(PatientClaim patientClaim) {
        var seen = patientClaim.alive();
        return seen != null && shown.diedOn() != null && seen.isAfter(shown.diedOn());
    }

    /// Whether the claim is of a time before this human, as far as known: before their death, or before
    /// what was told last.
    boolean follows(PatientClaim patientClaim) {
        var died = shown.diedOn();
        return died == null
                ? patientClaim.at().isBefore(at)
                : !patientClaim
                        .at()
                        .atZoneSameInstant(JapaneseDates.JAPAN)
                        .toLocalDate()
                        .isAfter(died);
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
        if (!diedBefore(patientClaim)) {
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
        return new Epoch(id, number, living, rank, at, patientClaim.at(), tied);
    }

    /// This human without what a human took for theirs by mistake.
    ///
    /// @param before what was known then
    /// @param told what was taken for theirs
    Epoch asBefore(PatientClaim before, PatientClaim told) {
        var then = before.demographics();
        var toldSince = shown.diedOn() != null
                && then.diedOn() == null
                && !shown.diedOn().equals(told.demographics().diedOn());
        var died = toldSince ? shown.diedOn() : then.diedOn();
        return new Epoch(
                id,
                number,
                filled(then, then, died),
                before.master() ? 1 : 0,
                before.at(),
                died == null ? null : deathTold,
                tied);
    }

    /// This human after the claim. What a message leaves out stays as it was; what is not known yet is
    /// taken from any, and so are the characters that another could not write.
    Epoch after(PatientClaim patientClaim) {
        var claimed = patientClaim.demographics();
        var newer = yieldsTo(patientClaim);
        var second = newer ? shown : claimed;
        var first = RichestName.of(newer ? claimed : shown, second);
        var death = claimed.diedOn() != null
                && (deathTold == null || patientClaim.at().isAfter(deathTold));
        return new Epoch(
                id,
                number,
                filled(first, second, death ? claimed.diedOn() : shown.diedOn()),
                newer ? (patientClaim.master() ? 1 : 0) : rank,
                newer ? patientClaim.at() : at,
                death ? patientClaim.at() : deathTold,
                tied);
    }

    /// The first, and what it leaves out from the second.
    private static Demographics filled(Demographics first, Demographics second, @Nullable LocalDate died) {
        var named = !(first.familyName() + first.givenName()).isBlank();
        var read = !(first.familyKana() + first.givenKana()).isBlank();
        var housed = !first.address().isBlank();
        return new Demographics(
                named ? first.familyName() : second.familyName(),
                named ? first.givenName() : second.givenName(),
                read ? first.familyKana() : named ? keptKana(first, second) : second.familyKana(),
                read ? first.givenKana() : named ? keptGivenKana(first, second) : second.givenKana(),
                first.birthDate() == null ? second.birthDate() : first.birthDate(),
                first.sex().equals("unknown") ? second.sex() : first.sex(),
                housed ? first.postalCode() : second.postalCode(),
                housed ? first.address() : second.address(),
                first.phone().isBlank() ? second.phone() : first.phone(),
                died);
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
