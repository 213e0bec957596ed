package hmnet.formats.file;

import java.util.Arrays;
import java.util.Random;

/// Damage done to a file by a fixed seed (破損の再現): cut, bits turned, pieces doubled, swapped or taken out.
public final class Mutations {
    private Mutations() {}

    public static byte[] of(byte[] whole, long seed) {
        var random = new Random(seed);
        var bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(64), bytes.length - at);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> turned(bytes, random);
            case 2 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            default -> swapped(bytes, at, length, random);
        };
    }

    private static byte[] turned(byte[] bytes, Random random) {
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] swapped(byte[] bytes, int at, int length, Random random) {
        int other = random.nextInt(bytes.length - length + 1);
        for (int i = 0; i < length; i++) {
            byte kept = bytes[at + i];
            bytes[at + i] = bytes[other + i];
            bytes[other + i] = kept;
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
