package hmnet.consent.sight;

import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.routes.Right;
import java.util.Arrays;
import java.util.List;

/// Whom one can ask about (見る側の選択肢).
final class SightReaders {
    /// Kinds of facility where records are read.
    static final List<FacilityKind> KINDS = List.of(
            FacilityKind.HOSPITAL,
            FacilityKind.CLINIC,
            FacilityKind.DENTAL,
            FacilityKind.PHARMACY,
            FacilityKind.VISITING_NURSE,
            FacilityKind.CARE);

    /// Those who read charts at all.
    static final List<Profession> PROFESSIONS = Arrays.stream(Profession.values())
            .filter(profession -> profession.rights().contains(Right.VIEW_CHART))
            .toList();

    private SightReaders() {}

    /// Some facility of a kind, to which the person has no tie yet.
    static Facility some(FacilityKind kind, String name) {
        return new Facility(
                new FacilityId(0), "", kind, name, "", "", "", Direction.DISCLOSE_AND_VIEW, "", false, null);
    }
}
