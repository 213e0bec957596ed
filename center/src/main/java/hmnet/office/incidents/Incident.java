package hmnet.office.incidents;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wrong link taken back, or a reading that was not justified, and what follows from it (事案).
///
/// @param patient whose records stood in the chart of `person` between `from` and `until`; null for a reading
/// @param number of that patient; empty for a reading
/// @param opening the emergency opening; null for what is none
/// @param finding what looking the log through found; null for what is none
public record Incident(
        long id,
        @Nullable PatientId patient,
        PersonId person,
        FacilityId facility,
        String number,
        OffsetDateTime from,
        OffsetDateTime until,
        LocalDate noticedOn,
        OffsetDateTime openedAt,
        StaffId openedBy,
        String why,
        @Nullable OffsetDateTime closedAt,
        @Nullable Long opening,
        @Nullable Long finding) {
    /// Whether another human's records stood in the chart; else somebody read what they should not.
    boolean isOfLink() {
        return patient != null;
    }

    /// Who was shown the person's chart meanwhile (表示した人).
    ///
    /// @param views the views, as they stand in the audit events
    /// @param confirmedAt when they confirmed the notice on their first page
    record Viewer(
            StaffId staff,
            FacilityId facility,
            String profession,
            List<String> views,
            OffsetDateTime at,
            @Nullable OffsetDateTime confirmedAt) {}

    /// A line of the log of steps (対応の記録).
    record TakenStep(Step step, String words, StaffId by, OffsetDateTime at) {}
}
