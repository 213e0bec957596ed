package hmnet.office.reviewdesk;

import hmnet.people.arrivals.Reviews.ReviewResult;
import java.util.Locale;

/// The result of an act at the review desk (窓口の操作の結果), as the next page says it.
enum DeskResult {
    SAME,
    DIFFERENT,
    LATER,
    /// A second person has to say the same.
    PROPOSED,
    /// Two people said different things: the pair waits again, with both names.
    DIFFERED,
    WITHDRAWN,
    UNDONE,
    /// Taking back what took two: a second person has to say so too.
    UNDO_PROPOSED,
    /// One's own proposal is not confirmed by oneself.
    OWN_PROPOSAL,
    NOT_OPEN,
    CHANGED_SINCE,
    NO_BIRTH_DATE,
    /// A chart changed after the page was drawn.
    CHANGED_ON_SCREEN;

    /// How a page says it: what was done is good, what was refused is not.
    public static String kind(String word) {
        for (var outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome.done() ? "good" : "bad";
            }
        }
        throw new IllegalArgumentException("Nothing comes of an act called " + word);
    }

    /// What the identity module refused.
    static DeskResult refused(ReviewResult told) {
        return switch (told) {
            case DONE -> throw new IllegalArgumentException("That was done");
            case NOT_OPEN -> NOT_OPEN;
            case CHANGED_SINCE -> CHANGED_SINCE;
            case NO_BIRTH_DATE -> NO_BIRTH_DATE;
        };
    }

    boolean done() {
        return switch (this) {
            case SAME, DIFFERENT, LATER, PROPOSED, DIFFERED, WITHDRAWN, UNDONE, UNDO_PROPOSED -> true;
            case OWN_PROPOSAL, NOT_OPEN, CHANGED_SINCE, NO_BIRTH_DATE, CHANGED_ON_SCREEN -> false;
        };
    }

    /// Whether the pair was dealt with, so that the next one opens.
    boolean goesOn() {
        return switch (this) {
            case SAME, DIFFERENT, LATER, PROPOSED, DIFFERED, NOT_OPEN -> true;
            case WITHDRAWN, UNDONE, UNDO_PROPOSED, OWN_PROPOSAL, CHANGED_SINCE, NO_BIRTH_DATE, CHANGED_ON_SCREEN ->
                false;
        };
    }

    /// Whether it can be taken back by `Reviews.undo`.
    boolean undoable() {
        return this == SAME || this == DIFFERENT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
