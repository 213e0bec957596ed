package hmnet.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Damage to whole lines and segments (行・セグメントの破損).
final class Lines {
    private static final List<String> ENDS = List.of("\r\n", "\n", "\r", "", "\n\n", "\u0085", "\f", "\0");

    private Lines() {}

    static List<String> of(byte[] bytes) {
        return new ArrayList<>(Arrays.asList(latin(bytes).split("(?<=\n)|(?<=\r)(?!\n)", 0)));
    }

    static byte[] joined(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] doubled(byte[] bytes, Random random) {
        var lines = of(bytes);
        int line = random.nextInt(lines.size());
        lines.add(random.nextInt(lines.size() + 1), lines.get(line));
        return joined(lines);
    }

    static byte[] removed(byte[] bytes, Random random) {
        var lines = of(bytes);
        lines.remove(random.nextInt(lines.size()));
        return joined(lines);
    }

    static byte[] moved(byte[] bytes, Random random) {
        var lines = of(bytes);
        var line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return joined(lines);
    }

    static byte[] shuffled(byte[] bytes, Random random) {
        var lines = of(bytes);
        Collections.shuffle(lines, random);
        return joined(lines);
    }

    /// Other line ends everywhere.
    static byte[] ends(byte[] bytes, Random random) {
        var end = ENDS.get(random.nextInt(ENDS.size()));
        return latin(bytes).replaceAll("\r\n|\r|\n", end).getBytes(StandardCharsets.ISO_8859_1);
    }
}
