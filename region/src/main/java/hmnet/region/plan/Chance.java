package hmnet.region.plan;

import java.util.List;
import java.util.SplittableRandom;

/// Repeatable luck (再現できる乱数): one stream for each seed and key, so that a thing drawn for one resident
/// never depends on how many others were drawn before.
public final class Chance {
    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static Chance of(long seed, Object... keys) {
        var mixed = mix(seed);
        for (var key : keys) {
            // Only numbers and strings, whose hash codes the language fixes for all machines.
            var hash = key instanceof String text ? text.hashCode() : ((Number) key).longValue();
            mixed = mix(mixed ^ mix(hash));
        }
        return new Chance(mixed);
    }

    /// The finaliser of SplitMix64.
    static long mix(long value) {
        var z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    public boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    /// From `low` to `high`, both possible.
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public double share() {
        return random.nextDouble();
    }

    /// About a normal distribution around 0 with spread 1, within ±3.
    public double swing() {
        return (random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2) * 1.732;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String letters(String alphabet, int length) {
        var out = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
