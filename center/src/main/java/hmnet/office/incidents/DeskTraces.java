package hmnet.office.incidents;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.arrivals.Pair;
import hmnet.people.patients.PersonId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the desks of this module did, as it stands in the log (窓口の監査証跡).
@Component
public class DeskTraces {
    private final Audit audit;

    DeskTraces(Audit audit) {
        this.audit = audit;
    }

    /// One trace for each person of a pair; one without a person where neither chart belongs to anybody.
    public void write(Action action, Pair pair, Requester by, Map<String, String> detail) {
        var told = new TreeMap<>(detail);
        told.put("review", Long.toString(pair.id()));
        var persons = Stream.of(pair.one().person(), pair.other().person())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (persons.isEmpty()) {
            write(action, by, told);
        }
        persons.forEach(person -> write(action, person, by, told));
    }

    public void write(Action action, PersonId person, Requester by, Map<String, String> detail) {
        store(action, person, by, detail);
    }

    /// What is about nobody alone.
    public void write(Action action, Requester by, Map<String, String> detail) {
        store(action, null, by, detail);
    }

    private void store(Action action, @Nullable PersonId person, Requester by, Map<String, String> detail) {
        audit.write(by.did(action, person == null ? null : person.value(), "done", detail));
    }
}
