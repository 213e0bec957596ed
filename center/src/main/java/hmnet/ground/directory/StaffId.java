package hmnet.ground.directory;

import hmnet.ground.audit.Actor;

/// The network's own number of a person who works at a facility (利用者ID).
public record StaffId(long value) {
    public static StaffId of(Actor.StaffMember actor) {
        return new StaffId(actor.number());
    }

    public Actor.StaffMember actor() {
        return Actor.staff(value);
    }
}
