package hmnet.record.inbox;

/// What the inbox did with a message (電文の受領結果). Whichever it is, it is on disk.
public sealed interface KeptMessage {
    /// Of the inbox row: of the first one for a duplicate, of its own for a conflict.
    long id();

    /// It waits to be filed.
    record New(long id) implements KeptMessage {}

    /// The same bytes came before under this MSH-10 and MSH-7: to be acknowledged again, filed once.
    record Duplicate(long id) implements KeptMessage {}

    /// Other bytes came before under this MSH-10 and MSH-7: it is quarantined, and the sender is to be told.
    record Conflict(long id) implements KeptMessage {}
}
