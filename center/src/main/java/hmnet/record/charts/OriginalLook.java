package hmnet.record.charts;

/// The result of asking for the original of a record (原本の表示).
public sealed interface OriginalLook {
    /// As text.
    ///
    /// @param size of the bytes as they came
    record Shown(String text, int size) implements OriginalLook {}

    record Withheld(WithheldReason why) implements OriginalLook {}

    /// Why it is kept back (表示しない理由). None tells of rows that are never named.
    enum WithheldReason {
        /// What the person or the requester's profession shows is limited, whatever this original holds.
        LIMITED,
        /// The sending facility's rule closes something that was cut from it.
        RULES,
        /// It tells of other patients.
        OTHERS,
        /// It holds insurance numbers, which no other facility is shown.
        INSURANCE,
        /// It is no text: what can be shown of it stands on the record's page.
        NOT_TEXT,
        /// It cannot be opened.
        UNREADABLE
    }
}
