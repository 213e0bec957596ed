package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Where a patient is being treated (来院・入院, PV1).
///
/// @param setting PV1-2: I, O, or U where nobody said
/// @param formerWard where they lay before a move
/// @param outcome of a discharge
/// @param department department code of two or three digits
/// @param start reception or admission
/// @param end discharge
public record Visit(
        String setting,
        String department,
        String ward,
        String room,
        String bed,
        Doctor doctor,
        @Nullable OffsetDateTime start,
        @Nullable OffsetDateTime end,
        String formerWard,
        CodedText outcome) {
    /// As most senders tell it.
    public Visit(
            boolean inpatient,
            String department,
            String ward,
            String room,
            String bed,
            Doctor doctor,
            @Nullable OffsetDateTime start,
            @Nullable OffsetDateTime end) {
        this(inpatient ? "I" : "O", department, ward, room, bed, doctor, start, end, "", CodedText.NONE);
    }

    public boolean inpatient() {
        return setting.equals("I");
    }

    public static Visit outpatient(String department, Doctor doctor, @Nullable OffsetDateTime start) {
        return new Visit(false, department, "", "", "", doctor, start, null);
    }
}
