package hmnet.bench.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Characters of another set than the file says, or of several (文字集合の混在).
final class Characters {
    private static final List<Charset> SETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-31j"),
            Charset.forName("ISO-2022-JP"),
            Charset.forName("EUC-JP"),
            StandardCharsets.UTF_16LE);
    private static final List<String> TEXTS = List.of(
            "塚﨑神福",
            "髙﨑①㈱Ⅳ",
            "ｶﾅﾊﾝｶｸ",
            "葛\uDB40\uDD00城",
            "か\u3099",
            "𠮷野家",
            "\uE000\uF8FF",
            "\uFEFF",
            "〓■?",
            "é\u202Eabc",
            "　");
    private static final List<byte[]> ESCAPES = List.of(
            TrialRuns.bytes(0x1B, '$', 'B'),
            TrialRuns.bytes(0x1B, '$', '@'),
            TrialRuns.bytes(0x1B, '(', 'B'),
            TrialRuns.bytes(0x1B, '(', 'J'),
            TrialRuns.bytes(0x1B, '(', 'I'),
            TrialRuns.bytes(0x1B, '$', '(', 'D'),
            TrialRuns.bytes(0x1B, '$'),
            TrialRuns.bytes(0x1B, '%', 'G'),
            TrialRuns.bytes(0x0E),
            TrialRuns.bytes(0x0F));

    private Characters() {}

    /// A text in one of the sets somewhere in the file.
    static byte[] mixed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return TrialRuns.replaced(
                bytes, at, at, TEXTS.get(random.nextInt(TEXTS.size())).getBytes(set(random)));
    }

    /// All of the file, or its end, taken for one set and written in another.
    static byte[] whole(byte[] bytes, Random random) {
        int from = random.nextBoolean() ? 0 : random.nextInt(bytes.length);
        var end = new String(bytes, from, bytes.length - from, set(random));
        return Pieces.joined(Arrays.copyOf(bytes, from), end.getBytes(set(random)));
    }

    static byte[] escapes(byte[] bytes, Random random) {
        var changed = bytes;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(changed.length + 1);
            changed = TrialRuns.replaced(changed, at, at, ESCAPES.get(random.nextInt(ESCAPES.size())));
        }
        return changed;
    }

    private static Charset set(Random random) {
        return SETS.get(random.nextInt(SETS.size()));
    }
}
