package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Where a patient is being treated (来院・入院, PV1).
///
/// @param department department code of two or three digits
/// @param start reception or admission
/// @param end discharge
public record Visit(
        boolean inpatient,
        String department,
        String ward,
        String room,
        String bed,
        Doctor doctor,
        @Nullable OffsetDateTime start,
        @Nullable OffsetDateTime end) {
    public static Visit outpatient(String department, Doctor doctor, @Nullable OffsetDateTime start) {
        return new Visit(false, department, "", "", "", doctor, start, null);
    }
}
