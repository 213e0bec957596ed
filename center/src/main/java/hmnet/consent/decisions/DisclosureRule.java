package hmnet.consent.decisions;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of a disclosing facility's rule (開示ルール): which kinds, of which department, to whom, from
/// which day of care, how long after receipt.
///
/// @param facility whose rule; null = the network's default
/// @param department null = every department without a line of its own
/// @param delayDays days after receipt
public record DisclosureRule(
        long id,
        @Nullable FacilityId facility,
        int version,
        LocalDate effectiveOn,
        long kinds,
        @Nullable String department,
        Audience audience,
        long professions,
        long facilityKinds,
        boolean disclosed,
        @Nullable LocalDate careSince,
        int delayDays,
        boolean onlyReleased,
        boolean preliminary) {
    boolean covers(RecordKind kind) {
        return (kinds & kind.mask()) != 0;
    }

    /// Whether it opens anything to this profession at this kind of facility.
    boolean opensTo(Profession profession, FacilityKind facilityKind) {
        return disclosed && (professions & profession.mask()) != 0 && (facilityKinds & facilityKind.mask()) != 0;
    }
}
