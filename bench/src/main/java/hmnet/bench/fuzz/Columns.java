package hmnet.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Damage to columns, fields, elements: whatever stands between two separators of a line (項目の破損).
final class Columns {
    private static final String SEPARATORS = ",|^~&\\\t:;<>\"{}[]/ ";

    private Columns() {}

    static byte[] swapped(byte[] bytes, Random random) {
        return changed(
                bytes,
                random,
                columns -> Collections.swap(columns, random.nextInt(columns.size()), random.nextInt(columns.size())));
    }

    static byte[] removed(byte[] bytes, Random random) {
        return changed(bytes, random, columns -> columns.remove(random.nextInt(columns.size())));
    }

    static byte[] doubled(byte[] bytes, Random random) {
        return changed(bytes, random, columns -> {
            int at = random.nextInt(columns.size());
            columns.add(at, columns.get(at));
        });
    }

    static byte[] emptied(byte[] bytes, Random random) {
        return changed(bytes, random, columns -> columns.set(random.nextInt(columns.size()), ""));
    }

    /// A column of another line in its place.
    static byte[] borrowed(byte[] bytes, Random random) {
        var lines = Lines.of(bytes);
        var other = lines.get(random.nextInt(lines.size())).strip();
        return changed(bytes, random, columns -> {
            var pieces = other.split("[,|<>\"]", -1);
            columns.set(random.nextInt(columns.size()), pieces[random.nextInt(pieces.length)]);
        });
    }

    static byte[] replaced(byte[] bytes, Random random) {
        return changed(bytes, random, columns -> columns.set(random.nextInt(columns.size()), OddValues.any(random)));
    }

    /// One separator everywhere becomes another.
    static byte[] separator(byte[] bytes, Random random) {
        var text = Lines.latin(bytes);
        char from = SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
        char to = random.nextInt(4) == 0 ? 'A' : SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] changed(byte[] bytes, Random random, Consumer<List<String>> change) {
        var lines = Lines.of(bytes);
        int at = random.nextInt(lines.size());
        var line = lines.get(at);
        var present = SEPARATORS.chars().filter(c -> line.indexOf(c) >= 0).toArray();
        if (present.length > 0) {
            var separator = String.valueOf((char) present[random.nextInt(present.length)]);
            var columns = new ArrayList<>(Arrays.asList(line.split(Pattern.quote(separator), -1)));
            change.accept(columns);
            lines.set(at, String.join(separator, columns));
        }
        return Lines.joined(lines);
    }
}
