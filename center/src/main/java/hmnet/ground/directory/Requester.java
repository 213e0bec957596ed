package hmnet.ground.directory;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.routes.Right;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks (要求者): a person of one facility, signed in with both factors. Made by `signin` alone; Spring
/// hands it to every page that names it as a parameter.
///
/// @param desk works at the desk where a facility ties its chart numbers to cards (窓口)
/// @param emergency works in an emergency room (救急外来)
public record Requester(
        StaffId staff,
        String login,
        String name,
        Profession profession,
        boolean desk,
        boolean emergency,
        FacilityId facility,
        String facilityName,
        FacilityKind facilityKind,
        Direction direction) {
    /// Anybody of a profession at a facility, so that a decision about them can be explained: nobody who asks anything.
    public static Requester anybody(Profession profession, Facility at) {
        return new Requester(
                new StaffId(0), "", "", profession, false, false, at.id(), at.name(), at.kind(), at.direction());
    }

    /// Whether the emergency doors are the only ones for the requester (救急のみ): crews, and whoever works at a
    /// facility that takes part in emergencies alone.
    public boolean emergencyOnly() {
        return profession == Profession.PARAMEDIC || direction == Direction.EMERGENCY;
    }

    /// Whether the requester holds a right. A facility that only sends, or has left, views nothing.
    public boolean may(Right right) {
        return switch (right) {
            case PUBLIC, SIGNED_IN -> true;
            case VIEW_CHART -> direction.views() && profession.rights().contains(right);
            case LINK -> !emergencyOnly() && profession.rights().contains(right);
            case EMERGENCY -> opensEmergencyDoors();
            case DISASTER -> profession.treatsInDisaster() && (direction.views() || direction == Direction.EMERGENCY);
            case DECLARE -> may(Right.OPERATE) || may(Right.TOWN);
            case TOWN -> desk && facilityKind == FacilityKind.MUNICIPALITY;
            case OFFICE, OPERATE, ISSUE -> profession.rights().contains(right);
            case PROTECT -> may(Right.LINK) || may(Right.ISSUE) || may(Right.DESK);
            case MEMBERS -> desk || may(Right.OPERATE);
            case EXCHANGE_CARD, ALERTS -> may(Right.OFFICE) || may(Right.DESK);
            case REQUESTS -> desk || may(Right.OFFICE);
            case DESK -> desk && direction.discloses();
            case RESIDENT, SUBJECT, SUBJECT_SEES, SUBJECT_DECIDES, SUBJECT_READS, FACILITY -> false;
        };
    }

    /// Those who face the patient, and no desk: a crew everywhere, a doctor or nurse where the register says so.
    private boolean opensEmergencyDoors() {
        return profession.facesEmergencies()
                && (direction.views() || direction == Direction.EMERGENCY)
                && (emergencyOnly() || emergency);
    }

    public Actor.StaffMember actor() {
        return staff.actor();
    }

    /// What the requester did, as it stands in the log.
    ///
    /// @param person whose record it was about, or null
    public Trace did(Action action, @Nullable UUID person, String outcome, Map<String, String> detail) {
        return did(action, outcome).about(person).with(detail);
    }

    /// The same of nobody's record, yet.
    public Trace did(Action action, String outcome) {
        return Trace.of(action, actor(), outcome).at(facility.value()).as(profession.word());
    }
}
