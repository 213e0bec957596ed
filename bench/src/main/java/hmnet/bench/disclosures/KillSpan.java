package hmnet.bench.disclosures;

/// While something was killed (強制終了の間), by the clock of `System.nanoTime`.
public record KillSpan(long from, long until) {
    /// What was told to die dies a little later.
    private static final long DYING_NANOS = 300_000_000;

    boolean meets(AskedDisclosure asked) {
        return asked.began() <= until + DYING_NANOS && asked.ended() >= from;
    }
}
