package hmnet.gateway;

/// How much goes into one request (送信単位). Small enough that a cut costs seconds, large enough that the
/// centre can commit many files at once. The JDK's client reads answers only after the whole request is out
/// (HTTP/1.1), so the answers to one request must fit into the buffers of the connection: 1,000 lines do with
/// room, 40,000 block both ends for ever.
public record Limits(int files, long bytes) {
    public static final Limits USUAL = new Limits(1_000, 16L << 20);

    /// What the centre accepts for one message, `HMNET_MESSAGE_MAX_BYTES`, 128 MiB unless set.
    public static long messageMaxBytes() {
        var set = System.getenv("HMNET_MESSAGE_MAX_BYTES");
        return set == null || set.isBlank() ? 128L << 20 : Long.parseLong(set.strip());
    }
}
