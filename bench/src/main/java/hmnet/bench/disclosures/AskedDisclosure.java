package hmnet.bench.disclosures;

/// One request of the drill and how it ended (開示の求め).
///
/// @param mark the address it came from, which no other has: the log keeps it
/// @param began by the clock of `System.nanoTime`
/// @param delivered whether its whole answer came, with what was asked for
public record AskedDisclosure(String mark, DisclosureKind kind, long began, long ended, boolean delivered) {}
