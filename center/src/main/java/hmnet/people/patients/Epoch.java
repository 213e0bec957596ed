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
        if (beforeABirth(patientClaim) || otherDeath(patientClaim, resemblance)) {
            return false;
        }
        var silent = sole && resemblance.silent() && !tellsSomebody(patientClaim);
        if (nobodyYet() && tied == null) {
            return silent && !diedBefore(patientClaim);
        }
        var died = shown.diedOn();
        var day = patientClaim.day();
        var cared = patientClaim.caredUntil();
        var caredForSince = died != null && cared != null && cared.isAfter(died);
        if (died == null || !day.isAfter(died) && !caredForSince) {
            return silent || resemblance.fits(patientClaim.master()) && !newbornOfLongAgo(patientClaim, resemblance);
        }
        if (diedBefore(patientClaim)) {
            return false;
        }
        var late = day.isAfter(died.plusWeeks(WEEKS_OF_LATE_RESULTS));
        return silent && !late && !caredForSince || resemblance.fitsTheDead(late, caredForSince);
    }

    /// What this human would have in common with the claim if all that is not known of them were as it says.
    Resemblance atBest(PatientClaim patientClaim) {
        var claimed = patientClaim.demographics();
        return Resemblance.of(filled(known(), claimed, null), claimed);
    }

    /// Whether somebody seen on a day was born later. Two birth dates are compared as such.
    private boolean beforeABirth(PatientClaim patientClaim) {
        var born = known().birthDate();
        var claimed = patientClaim.demographics().birthDate();
        if (born != null && claimed == null) {
            var first = patientClaim.firstDay();
            return first != null && first.isBefore(born);
        }
        return born == null && claimed != null && wasSeen() && day(at).isBefore(claimed);
    }

    /// Whether any message told its time; one of a file that has none counts from 1970.
    private boolean wasSeen() {
        return at.getYear() > 1 && !day(at).equals(LocalDate.EPOCH);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate();
    }

    /// Whether both are dead of different days, and no birth date says that one of the days is a mistake.
    private boolean otherDeath(PatientClaim patientClaim, Resemblance resemblance) {
        var died = patientClaim.demographics().diedOn();
        var born = known().birthDate();
        return died != null
                && resemblance.birth() != FieldLikeness.SAME
                && (shown.diedOn() != null && !died.equals(shown.diedOn()) || born != null && died.isBefore(born));
    }

    /// Both tell somebody, and nothing but the number or a surname, which families share, says that it is the same: one
    /// tells a name alone and the other a birth date alone, or one of two names has no given name.
    private boolean tellsSomebody(PatientClaim patientClaim) {
        return !nobodyYet() && !patientClaim.tellsNobody();
    }

    /// Told of as a newborn without a name long after the birth: a mother whose number stands on her child's papers.
    private static boolean newbornOfLongAgo(PatientClaim patientClaim, Resemblance resemblance) {
        var born = patientClaim.demographics().birthDate();
        return resemblance.name() == NameLikeness.NEWBORN
                && born != null
                && born.plusYears(1).isBefore(patientClaim.day());
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
                : !patientClaim.day().isAfter(died);
    }

    /// A number that was taken down before any message came.
    boolean nobodyYet() {
        return !PatientClaim.named(shown) && shown.birthDate() == null;
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
        var named = !(first.familyName() + first.givenName()).isBlank() && !NameLikeness.inLetters(first, second);
        var read = !(first.familyKana() + first.givenKana()).isBlank();
        var housed = !FieldLikeness.saysLess(first.address(), second.address());
        return new Demographics(
                named ? first.familyName() : second.familyName(),
                named ? first.givenName() : second.givenName(),
                read ? first.familyKana() : named ? keptKana(first, second) : second.familyKana(),
                read ? first.givenKana() : named ? keptGivenKana(first, second) : second.givenKana(),
                first.birthDate() == null ? second.birthDate() : first.birthDate(),
                first.sex().equals("unknown") ? second.sex() : first.sex(),
                housed && !first.address().isBlank() || second.postalCode().isBlank()
                        ? first.postalCode()
                        : second.postalCode(),
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
