package hmnet.consent.subjectrequests;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request (開示等の請求の一件).
///
/// @param holder who answers; null for the office
/// @param record the record that is asked to be put right, or null
/// @param askedBy `self` or `proxy`
/// @param how `paper` or `app`
/// @param words what is asked for
/// @param extension why it takes longer, or null
/// @param answer what the person is told, or null
/// @param takenBy who took it down, as the log names them
public record SubjectRequest(
        UUID id,
        PersonId person,
        RequestKind kind,
        @Nullable FacilityId holder,
        @Nullable UUID record,
        String askedBy,
        String how,
        String words,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable String extension,
        @Nullable RequestOutcome outcome,
        @Nullable RefusalGround ground,
        @Nullable String answer,
        @Nullable OffsetDateTime answeredAt,
        String takenBy) {
    public boolean open() {
        return outcome == null;
    }

    /// What is asked for, and by whom, before it has a number.
    ///
    /// @param holder null for the office
    public record RequestDraft(
            PersonId person,
            RequestKind kind,
            @Nullable FacilityId holder,
            String askedBy,
            String words,
            LocalDate receivedOn) {}

    /// What its holder answers.
    ///
    /// @param ground null where it is granted
    public record RequestAnswer(
            RequestOutcome outcome, @Nullable RefusalGround ground, String words) {}
}
