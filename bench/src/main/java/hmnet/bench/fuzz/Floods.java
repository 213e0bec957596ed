package hmnet.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Small files made large without a need (洪水): nested without end, a line, a piece, a separator a hundred
/// thousand times.
final class Floods {
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 30_000;
    private static final List<String[]> NESTS = List.of(
            new String[] {"[", "]"},
            new String[] {"{\"a\":", "}"},
            new String[] {"{\"extension\":[", "]}"},
            new String[] {"<a>", "</a>"},
            new String[] {"<component><section>", "</section></component>"},
            new String[] {"<a b=\"c\">", ""},
            new String[] {"\"", ""},
            new String[] {"(", ")"});
    private static final String SEPARATORS = ",|^~&\\\t\r\n<\" /";

    private Floods() {}

    static byte[] nested(byte[] bytes, Random random) {
        var nest = NESTS.get(random.nextInt(NESTS.size()));
        int depth = 1 + random.nextInt(DEEPEST);
        var between = random.nextBoolean() ? "" : "1";
        var close = random.nextBoolean() ? "" : nest[1].repeat(depth);
        return inserted(bytes, nest[0].repeat(depth) + between + close, random);
    }

    static byte[] line(byte[] bytes, Random random) {
        var lines = Lines.of(bytes);
        int at = random.nextInt(lines.size());
        lines.set(at, repeated(lines.get(at), random));
        return Lines.joined(lines);
    }

    static byte[] piece(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(400));
        var piece = Lines.latin(bytes).substring(from, to);
        return TrialRuns.replaced(bytes, from, to, repeated(piece, random).getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] separator(byte[] bytes, Random random) {
        var separator = String.valueOf(SEPARATORS.charAt(random.nextInt(SEPARATORS.length())));
        return inserted(bytes, repeated(separator, random), random);
    }

    private static String repeated(String piece, Random random) {
        int size = random.nextInt(4) == 0 ? LARGEST : LARGEST / 8;
        return piece.repeat(Math.clamp(size / Math.max(1, piece.length()), 1, 100_000));
    }

    private static byte[] inserted(byte[] bytes, String flood, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return TrialRuns.replaced(bytes, at, at, flood.getBytes(StandardCharsets.ISO_8859_1));
    }
}
