package hmnet.office.membership;

import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities.FacilityEnd;
import hmnet.ground.directory.FacilityCertificates.FacilityCertificate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A facility's taking part (施設の参加の画面): its certificates, and when it leaves.
///
/// @param problem as in `membership.problem.…`, or null
/// @param done as in `membership.done.…`, or null
/// @param typed what was typed and refused; a reason for ending a certificate by `why-` and its fingerprint
/// @param path of what can be done here
/// @param closes whether the reader may ask that it leaves
/// @param end when it leaves, or null
/// @param asked what waits for a second operator, or null
record ClosingScreen(
        @Nullable String problem,
        @Nullable String done,
        TypedForm typed,
        String path,
        String facility,
        String code,
        boolean closes,
        @Nullable FacilityEnd end,
        @Nullable AskedClosing asked,
        List<FacilityCertificate> certificates) {
    /// Whether the form about leaving was refused, and not one of a certificate.
    public boolean leavingRefused() {
        return Set.of("day", "records", "why").stream().anyMatch(typed.problems()::containsKey);
    }

    /// What one operator asked for.
    ///
    /// @param day the day it leaves; null where it is to stay
    record AskedClosing(
            @Nullable LocalDate day, boolean recordsEnd, String why, String by, OffsetDateTime at, boolean own) {}
}
