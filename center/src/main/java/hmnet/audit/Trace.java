package hmnet.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One trace (監査証跡の一件): who did what to whose record, why, and how it ended.
///
/// A person may read what is said about them here, so no field names what the resident side may not know.
///
/// @param actor `staff:12`, `facility:3` or `centre`
/// @param facility from which it was done; 0 = the centre
/// @param detail at most 30 entries of at most 1,000 characters: a longer one is refused, not cut
public record Trace(
        Action action,
        String actor,
        long facility,
        String profession,
        @Nullable UUID person,
        String purpose,
        String outcome,
        SortedMap<String, String> detail) {
    static final int ENTRIES_MAX = 30;
    static final int VALUE_MAX = 1_000;
    private static final int WORD_MAX = 100;
    private static final Pattern ACTOR = Pattern.compile("staff:\\d{1,18}|facility:\\d{1,18}|centre");

    public Trace {
        if (!ACTOR.matcher(actor).matches()) {
            throw new IllegalArgumentException("An actor is staff:N, facility:N or centre");
        }
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

    private static void bound(String what, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException("The " + what + " is longer than " + max + " characters");
        }
    }
}
