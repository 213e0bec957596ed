package hmnet.people.links;

/// The result of tying a chart number to a person (紐付けの結果).
public enum LinkOutcome {
    LINKED,
    ALREADY,
    /// The number is tied to another person; a human undoes that first.
    SOMEBODY_ELSES
}
