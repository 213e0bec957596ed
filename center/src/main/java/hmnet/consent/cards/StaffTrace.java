package hmnet.consent.cards;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a member of staff did, as it stands in the log (職員の操作の記録).
public final class StaffTrace {
    private StaffTrace() {}

    public static Trace of(
            Action action, Requester by, @Nullable PersonId person, String outcome, Map<String, String> detail) {
        return by.did(action, person == null ? null : person.value(), outcome, detail);
    }
}
