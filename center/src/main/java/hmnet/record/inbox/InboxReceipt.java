package hmnet.record.inbox;

/// What the inbox did with a file (受領結果).
///
/// @param id of the inbox row; of the first one for a duplicate
public record InboxReceipt(long id, String path, boolean duplicate) {}
