package hmnet.bench.disclosures;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// What is asked for in the drill (開示の種類), and by which word the log tells of it.
public enum DisclosureKind {
    /// A view of a chart.
    CHART("chart-opened", 40),
    /// One record.
    RECORD("chart-opened", 12),
    /// The original of a record.
    ORIGINAL("chart-opened", 8),
    /// A chart that stays closed, or that nobody has: the log tells of the refusal.
    REFUSED("chart-refused", 8),
    /// PDQm (ITI-78): who somebody is, by their chart number.
    PDQM("person-queried", 10),
    /// PIXm (ITI-83): the numbers of somebody elsewhere.
    PIXM("person-queried", 10),
    /// A resident's own page, for themselves or for a child.
    OWN_PAGE("own-page-shown", 6),
    /// Somebody found by their card at the emergency door.
    FOUND("card-read", 2),
    /// The first look through an emergency door that stands open.
    EMERGENCY("chart-opened", 4);

    private static final Set<String> WORDS =
            Arrays.stream(values()).map(DisclosureKind::action).collect(Collectors.toUnmodifiableSet());

    private final String action;
    private final int share;

    DisclosureKind(String action, int share) {
        this.action = action;
        this.share = share;
    }

    /// The word of its event.
    public String action() {
        return action;
    }

    /// How many of a hundred requests are of it.
    int share() {
        return share;
    }

    /// Whether an event with this word is what the drill counts.
    static boolean counts(String word) {
        return WORDS.contains(word);
    }

    /// Whether such an answer is the one that is wanted, whole.
    boolean isAnswered(int status) {
        return this == REFUSED ? status == 403 || status == 404 : status == 200;
    }
}
