package hmnet.consent.decisions;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What may be seen of one linked patient under one rule (開示範囲の一行). A grant's lines never overlap.
///
/// @param kinds mask of record kinds
/// @param labels mask of the labels a row may carry; a row with any other stays out
/// @param since care before this moment is not shown
/// @param until care from this moment on is not shown
/// @param receivedBefore rows received later are not shown unless released
/// @param onlyReleased only rows the sender released
/// @param preliminary whether preliminary results are shown
/// @param department the one department the line is about, or null for all
/// @param otherThan departments, comma-separated, that lines of their own are about; else empty
public record GrantLine(
        PatientId patient,
        FacilityId facility,
        long kinds,
        long labels,
        OffsetDateTime since,
        OffsetDateTime until,
        OffsetDateTime receivedBefore,
        boolean onlyReleased,
        boolean preliminary,
        @Nullable String department,
        String otherThan) {
    static final OffsetDateTime FOR_EVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    boolean shows() {
        return since.isBefore(until);
    }

    /// The same of other kinds.
    GrantLine of(long others) {
        return with(others, labels, since, until);
    }

    /// What of it lies in a stretch of care.
    GrantLine within(OffsetDateTime from, OffsetDateTime end) {
        return with(kinds, labels, from.isAfter(since) ? from : since, end.isBefore(until) ? end : until);
    }

    /// The same for rows that bear no other labels.
    GrantLine bearing(long others) {
        return with(kinds, others, since, until);
    }

    private GrantLine with(long ofKinds, long bearing, OffsetDateTime from, OffsetDateTime end) {
        return new GrantLine(
                patient,
                facility,
                ofKinds,
                bearing,
                from,
                end,
                receivedBefore,
                onlyReleased,
                preliminary,
                department,
                otherThan);
    }

    /// Whether this line, made later, shows of its own kinds all that an earlier one did. Its times may have moved on.
    boolean covers(GrantLine earlier) {
        return patient.equals(earlier.patient)
                && (earlier.labels & ~labels) == 0
                && !since.isAfter(earlier.since)
                && !until.isBefore(earlier.until)
                && !receivedBefore.isBefore(earlier.receivedBefore)
                && (!onlyReleased || earlier.onlyReleased)
                && (preliminary || !earlier.preliminary)
                && Objects.equals(department, earlier.department)
                && otherThan.equals(earlier.otherThan);
    }
}
