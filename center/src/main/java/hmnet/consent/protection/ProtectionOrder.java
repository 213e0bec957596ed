package hmnet.consent.protection;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import java.util.Set;

/// What was asked for at a counter to protect a person (保護の申出).
///
/// @param askedBy `person`, `guardian`, `police` or `support` (相談支援センター)
/// @param checkedHow how the identity was checked: `photo`, `known`, `authority` or `questions`
/// @param facilities to which the person does not exist from now on
/// @param staff members of staff of any facility to whom the person does not exist
public record ProtectionOrder(String askedBy, String checkedHow, Set<FacilityId> facilities, Set<StaffId> staff) {
    public ProtectionOrder {
        if (!complete(askedBy, checkedHow)) {
            throw new IllegalArgumentException("Say who asks and how the identity was checked");
        }
        facilities = Set.copyOf(facilities);
        staff = Set.copyOf(staff);
    }

    public static boolean complete(String askedBy, String checkedHow) {
        return askedBy.matches("person|guardian|police|support")
                && checkedHow.matches("photo|known|authority|questions");
    }
}
