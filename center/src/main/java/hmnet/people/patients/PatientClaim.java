package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
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
public record PatientClaim(
        String number,
        Demographics demographics,
        OffsetDateTime at,
        boolean master,
        @Nullable InsuredNumber insured,
        @Nullable LocalDate alive) {
    /// A message that says nothing of insurance.
    public PatientClaim(String number, Demographics demographics, OffsetDateTime at, boolean master) {
        this(number, demographics, at, master, null, null);
    }
}
