package hmnet.bench.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damage to bytes wherever they stand (バイト列の破損).
final class TrialRuns {
    private static final int LONGEST = 64;

    /// Bytes that mean something somewhere: ends, escapes, marks, halves of characters.
    private static final List<byte[]> ODD = List.of(
            bytes(0),
            bytes(0xFF),
            bytes(0x1A),
            bytes(0x1B),
            bytes(0x0B),
            bytes(0x1C, 0x0D),
            bytes(0x0D),
            bytes(0x0A),
            bytes(0x7F),
            bytes(0x81),
            bytes(0x80),
            bytes(0xEF, 0xBB, 0xBF),
            bytes(0xFE, 0xFF),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xC0, 0x80),
            bytes(0xE2, 0x80, 0xAE),
            bytes(0xF3, 0xA0, 0x84, 0x80),
            bytes(0x1B, 0x24, 0x42),
            bytes(0x1B, 0x24, 0x42, 0x21),
            bytes(0x1B, 0x28, 0x49),
            bytes(0xAC, 0xED, 0, 5));

    private TrialRuns() {}

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] cut(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    static byte[] bits(byte[] bytes, Random random) {
        var turned = bytes.clone();
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times; i++) {
            turned[random.nextInt(turned.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return turned;
    }

    static byte[] inserted(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return replaced(bytes, at, at, odd(random));
    }

    static byte[] overwritten(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        var odd = odd(random);
        return replaced(bytes, at, Math.min(bytes.length, at + odd.length), odd);
    }

    private static byte[] odd(Random random) {
        if (random.nextInt(4) == 0) {
            var any = new byte[1 + random.nextInt(8)];
            random.nextBytes(any);
            return any;
        }
        return ODD.get(random.nextInt(ODD.size()));
    }

    static byte[] doubled(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = end(bytes, from, random);
        return replaced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
    }

    static byte[] removed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        return replaced(bytes, from, end(bytes, from, random), new byte[0]);
    }

    static byte[] swapped(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = end(bytes, from, random);
        int other = random.nextInt(bytes.length - (to - from) + 1);
        var swapped = bytes.clone();
        System.arraycopy(bytes, other, swapped, from, to - from);
        System.arraycopy(bytes, from, swapped, other, to - from);
        return swapped;
    }

    private static int end(byte[] bytes, int from, Random random) {
        return Math.min(bytes.length, from + 1 + random.nextInt(LONGEST));
    }

    static byte[] replaced(byte[] bytes, int from, int to, byte[] instead) {
        return Pieces.joined(Arrays.copyOf(bytes, from), instead, Arrays.copyOfRange(bytes, to, bytes.length));
    }
}
