package hmnet.people.folding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Characters of names and places (異体字) folded to the form that most systems can write.
public final class Characters {
    /// Stands for a character that some system could not write (外字): it equals any other.
    public static final char UNKNOWN = '〓';

    private static final String PLACEHOLDERS = "〓●■□▲△◆◇○◯＊*?？�_＿";
    private static final int SPELLINGS_MAX = 256;
    private static final Map<Integer, Integer> VARIANTS = table();

    /// The members of each group by its first.
    private static final Map<Integer, List<Integer>> GROUPS =
            VARIANTS.entrySet().stream().collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())));

    private Characters() {}

    /// Full and half width, variants, selectors and repetition marks folded; spaces stay one each.
    public static String folded(String text) {
        var normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        var folded = new StringBuilder(normal.length());
        for (var i = 0; i < normal.length(); ) {
            var point = normal.codePointAt(i);
            i += Character.charCount(point);
            if (selector(point)) {
                continue;
            }
            if (point == '々' && !folded.isEmpty()) {
                point = folded.codePointBefore(folded.length());
            }
            folded.appendCodePoint(
                    PLACEHOLDERS.indexOf(point) >= 0 || privateUse(point)
                            ? UNKNOWN
                            : Character.toUpperCase(VARIANTS.getOrDefault(point, point)));
        }
        return folded.toString();
    }

    /// How a text may be written with the variants of its characters, as typed first; of one with very many ways some.
    public static Set<String> spellings(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Set<String> ways = new LinkedHashSet<>(Set.of(""));
        for (var point : folded.codePoints().toArray()) {
            var same = GROUPS.getOrDefault(VARIANTS.getOrDefault(point, point), List.of(point));
            var next = new LinkedHashSet<String>();
            ways.forEach(way -> next.add(way + Character.toString(point)));
            for (var other : same) {
                ways.stream()
                        .takeWhile(way -> next.size() < SPELLINGS_MAX)
                        .forEach(way -> next.add(way + Character.toString(other)));
            }
            ways = next;
        }
        return ways;
    }

    private static boolean selector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF || point == 0x200B;
    }

    private static boolean privateUse(int point) {
        return point >= 0xE000 && point <= 0xF8FF || point >= 0xF0000;
    }

    /// Each line of the table is a group whose members fold to its first.
    private static Map<Integer, Integer> table() {
        var table = new HashMap<Integer, Integer>();
        try (var in = Characters.class.getResourceAsStream("variants.txt")) {
            if (in == null) {
                throw new IllegalStateException("variants.txt is not on the class path");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var group = line.replace(" ", "").codePoints().toArray();
                for (var member : group) {
                    table.put(member, group[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
