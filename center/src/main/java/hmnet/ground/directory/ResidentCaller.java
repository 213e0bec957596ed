package hmnet.ground.directory;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import java.util.UUID;

/// Who asks: a resident, signed in with their own account (本人). Never a `Requester`: the two open different routes,
/// also where one human has both. Made from the resident's own session alone.
public record ResidentCaller(long account, UUID person) {
    /// The word that stands in the log where a member of staff has a profession.
    public static final String WORD = "resident";

    public Actor.ResidentAccount actor() {
        return Actor.resident(account);
    }

    /// What the resident did about themselves, as it stands in the log.
    public Trace did(Action action, String outcome) {
        return Trace.of(action, actor(), outcome).as(WORD).about(person);
    }
}
