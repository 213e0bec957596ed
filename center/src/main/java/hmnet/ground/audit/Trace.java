package hmnet.ground.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One trace (監査証跡の一件): who did what to whose record, why, and how it ended.
///
/// A person may read what is said about them here, so no field names what the resident side may not know.
///
/// @param facility from which it was done; 0 = the centre
/// @param detail at most 30 entries of at most 1,000 characters: a longer one is refused, not cut
public record Trace(
        Action action,
        Actor actor,
        long facility,
        String profession,
        @Nullable UUID person,
        String purpose,
        String outcome,
        SortedMap<String, String> detail) {
    static final int ENTRIES_MAX = 30;
    static final int VALUE_MAX = 1_000;
    private static final int WORD_MAX = 100;

    public Trace {
        bound("profession", profession, WORD_MAX);
        bound("purpose", purpose, VALUE_MAX);
        bound("outcome", outcome, VALUE_MAX);
        if (detail.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("A trace has at most " + ENTRIES_MAX + " details");
        }
        var sorted = new TreeMap<String, String>();
        for (Map.Entry<String, String> entry : detail.entrySet()) {
            bound("name of a detail", entry.getKey(), WORD_MAX);
            bound("detail " + entry.getKey(), entry.getValue(), VALUE_MAX);
            sorted.put(entry.getKey(), entry.getValue());
        }
        detail = Collections.unmodifiableSortedMap(sorted);
    }

    /// A trace of nobody's record, done from the actor's own place: a facility's, else the centre.
    public static Trace of(Action action, Actor actor, String outcome) {
        var facility = switch (actor) {
            case Actor.FacilityMachine(var number) -> number;
            case Actor.StaffMember staff -> 0;
            case Actor.ResidentAccount resident -> 0;
            case Actor.Centre centre -> 0;
        };
        return new Trace(action, actor, facility, "", null, "", outcome, Collections.emptySortedMap());
    }

    /// The facility it was done from, or is about where the actor has none.
    public Trace at(long facility) {
        return new Trace(action, actor, facility, profession, person, purpose, outcome, detail);
    }

    public Trace as(String profession) {
        return new Trace(action, actor, facility, profession, person, purpose, outcome, detail);
    }

    /// @param person whose record it was about, or null
    public Trace about(@Nullable UUID person) {
        return new Trace(action, actor, facility, profession, person, purpose, outcome, detail);
    }

    public Trace purpose(String purpose) {
        return new Trace(action, actor, facility, profession, person, purpose, outcome, detail);
    }

    public Trace with(String name, String value) {
        return with(Map.of(name, value));
    }

    public Trace with(Map<String, String> more) {
        var all = new TreeMap<>(detail);
        all.putAll(more);
        return new Trace(action, actor, facility, profession, person, purpose, outcome, all);
    }

    private static void bound(String what, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException("The " + what + " is longer than " + max + " characters");
        }
    }
}
