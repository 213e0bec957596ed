package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.design.JapaneseDates;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What one message says about whom it concerns (受信した患者情報).
///
/// @param number chart number at the facility
/// @param at message time, which orders demographics; not the time of arrival
/// @param insured how the patient is insured, as evidence for matching; null when the message does not say
/// @param master whether it comes from the facility's patient master (ADT-00)
/// @param alive a day on which the patient was seen alive by what the message tells, or null: a visit, an admission
/// @param caredOn the first day that it tells of, or null where it tells of none
/// @param caredUntil the last day of care that it tells of, or null where it tells of none
public record PatientClaim(
        String number,
        Demographics demographics,
        OffsetDateTime at,
        boolean master,
        @Nullable InsuredNumber insured,
        @Nullable LocalDate alive,
        @Nullable LocalDate caredOn,
        @Nullable LocalDate caredUntil) {
    /// A message that says nothing of insurance.
    public PatientClaim(String number, Demographics demographics, OffsetDateTime at, boolean master) {
        this(number, demographics, at, master, null, null, null, null);
    }

    /// One that tells of one day of care at most.
    public PatientClaim(
            String number,
            Demographics demographics,
            OffsetDateTime at,
            boolean master,
            @Nullable InsuredNumber insured,
            @Nullable LocalDate alive,
            @Nullable LocalDate caredOn) {
        this(number, demographics, at, master, insured, alive, caredOn, caredOn);
    }

    /// Whether it tells neither a name nor a birth date.
    public boolean tellsNobody() {
        return !named(demographics) && demographics.birthDate() == null;
    }

    static boolean named(Demographics d) {
        return !(d.familyName() + d.givenName() + d.familyKana() + d.givenKana()).isBlank();
    }

    /// Whether no other human would be described so, as far as words can: a birth date, and a name with its given name,
    /// which can be read and is no newborn's.
    public boolean tellsOneHuman() {
        return demographics.birthDate() != null && NameLikeness.whole(demographics);
    }

    /// The day of the message, in Japan.
    public LocalDate day() {
        return at.atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate();
    }

    /// The first day that it tells of: care, or the message itself. Null where it has no time of its own.
    @Nullable
    LocalDate firstDay() {
        var first = caredOn == null || caredOn.isAfter(day()) ? day() : caredOn;
        return first.equals(LocalDate.EPOCH) ? null : first;
    }
}
