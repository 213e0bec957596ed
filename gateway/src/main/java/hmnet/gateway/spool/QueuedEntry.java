package hmnet.gateway.spool;

/// An entry as it stands in the spool (待ち行列の一件), with the place of the one after it.
public record QueuedEntry(Entry entry, Position next) {}
