package hmnet.consent.provisions;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.StaffId;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whom a provision is about (見せない相手): one member of staff, one facility, facilities of some kinds, or all but some.
///
/// @param facilityKinds mask; `EVERYBODY` for all
/// @param otherThan the facilities that still see, as a consent of list type names them
public record DeniedReaders(
        @Nullable StaffId staff,
        @Nullable FacilityId facility,
        @Nullable Long facilityKinds,
        @Nullable Set<Long> otherThan) {
    private static final long EVERYBODY = -1;

    public static DeniedReaders everybody() {
        return new DeniedReaders(null, null, EVERYBODY, null);
    }

    public static DeniedReaders of(StaffId staff) {
        return new DeniedReaders(staff, null, null, null);
    }

    public static DeniedReaders of(FacilityId facility) {
        return new DeniedReaders(null, facility, null, null);
    }

    public static DeniedReaders of(Set<FacilityKind> kinds) {
        return new DeniedReaders(
                null, null, kinds.stream().mapToLong(FacilityKind::mask).sum(), null);
    }

    /// What is closed to everybody who is not named.
    public static DeniedReaders allBut(Set<FacilityId> facilities) {
        var named = new TreeSet<Long>();
        facilities.forEach(facility -> named.add(facility.value()));
        return new DeniedReaders(null, null, null, named);
    }

    public boolean isEverybody() {
        return facilityKinds != null && facilityKinds == EVERYBODY;
    }

    /// The kinds of facility it names; none where it names others.
    public Set<FacilityKind> kinds() {
        var named = EnumSet.noneOf(FacilityKind.class);
        if (facilityKinds != null && !isEverybody()) {
            for (var kind : FacilityKind.values()) {
                if ((facilityKinds & kind.mask()) != 0) {
                    named.add(kind);
                }
            }
        }
        return named;
    }
}
