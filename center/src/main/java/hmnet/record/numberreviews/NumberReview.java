package hmnet.record.numberreviews;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A chart number under which messages of perhaps another human came (番号の本人確認).
///
/// @param nearest who fitted best when the first message came
/// @param claim what the first message says
/// @param messages how many wait for the answer, or waited for it
/// @param decision null as long as it is open
/// @param why in the words of who decided
record NumberReview(
        long id,
        FacilityId facility,
        PatientId nearest,
        @Nullable PatientId named,
        PatientClaim claim,
        int messages,
        OffsetDateTime openedAt,
        @Nullable NumberDecision decision,
        @Nullable String why,
        @Nullable OffsetDateTime closedAt) {}
