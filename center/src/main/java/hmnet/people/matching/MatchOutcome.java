package hmnet.people.matching;

/// What becomes of two charts (判定): linked at once, shown to a human, or left apart.
public enum MatchOutcome {
    LINK,
    REVIEW,
    SEPARATE
}
