package hmnet.ground.crewshifts;

/// A crew asked for the emergency doors from where, or when, its facility does not let it (救急隊の断り).
public final class CrewTurnedAway extends RuntimeException {
    private final CrewObjection objection;

    public CrewTurnedAway(CrewObjection objection) {
        super("A crew comes from a registered device, during its shift");
        this.objection = objection;
    }

    CrewObjection objection() {
        return objection;
    }
}
