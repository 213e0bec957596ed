package hmnet.care.vitaltargets;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A target as it was kept (保存した目標).
///
/// @param patient the chart of the handbook that it was written under
/// @param proxy whether somebody wrote it who represents the resident
/// @param settledAt when another took its place, or it ended; null while it stands
public record VitalTarget(
        UUID id,
        FacilityId facility,
        PatientId patient,
        TargetState state,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime settledAt,
        boolean proxy,
        TargetRange range) {}
