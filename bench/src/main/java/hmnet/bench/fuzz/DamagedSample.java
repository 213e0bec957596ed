package hmnet.bench.fuzz;

import hmnet.bench.fuzz.Samples.Sample;
import java.util.Random;

/// A sample damaged by a seed (壊した見本): half of them gently, so that readers and writers come far with
/// them; the others in up to four ways on top of each other; one file in sixteen flooded, archives mostly
/// inside.
///
/// @param how what was done to it, for whoever replays it
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared nowhere
record DamagedSample(byte[] bytes, String how) {
    private static final int FLOODS = 16;
    private static final int WAYS = 4;

    /// Enough for several blocks of most samples.
    private static final int SEVERAL = 1500;

    static DamagedSample of(Sample sample, long seed) {
        var random = new Random(seed * 31 + sample.name().hashCode());
        var bytes = sample.grown(random.nextInt(3) * SEVERAL);
        var how = new StringBuilder();
        boolean gently = random.nextBoolean();
        int ways = 1 + random.nextInt(gently ? 2 : WAYS);
        for (int i = 0; i < ways; i++) {
            bytes = once(bytes, gently ? Mutation.gentle(random) : Mutation.any(random), random, how);
        }
        if (random.nextInt(FLOODS) == 0) {
            bytes = once(bytes, Mutation.flood(random), random, how);
        }
        return new DamagedSample(bytes, how.toString());
    }

    private static byte[] once(byte[] bytes, Mutation mutation, Random random, StringBuilder how) {
        how.append(how.isEmpty() ? "" : "+").append(mutation);
        return ArchiveDamage.isArchive(bytes) && random.nextInt(4) > 0
                ? ArchiveDamage.of(bytes, mutation, random)
                : mutation.of(bytes, random);
    }
}
