package hmnet.people.folding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How characters of a Chinese or Korean name sound at home (漢字の現地音), as the passport writes them: 李 暁明 is LI
/// XIAOMING, 朴 民秀 is PARK MINSOO.
public final class HanReadings {
    private static final Map<Integer, String[]> READINGS = table();
    private static final int LANGUAGES = 2;
    private static final String NONE = "-";

    private HanReadings() {}

    /// A name in Latin letters, in Chinese, then in Korean: none of a language in which one of the characters is not
    /// known.
    ///
    /// @param taken is given surname and given name, of each spelling
    public static void each(String surname, String given, SpellingTaker taken) {
        for (var language = 0; language < LANGUAGES; language++) {
            for (var family : spellings(surname, language)) {
                for (var own : spellings(given, language)) {
                    taken.take(family, own);
                }
            }
        }
    }

    /// Takes both halves of a name.
    public interface SpellingTaker {
        void take(String surname, String given);
    }

    private static List<String> spellings(String characters, int language) {
        var all = List.of("");
        for (var point : characters.codePoints().toArray()) {
            var known = READINGS.get(point);
            if (known == null || known[language].equals(NONE)) {
                return List.of();
            }
            var ends = known[language].split("/", -1);
            all = all.stream()
                    .flatMap(start -> Arrays.stream(ends).map(end -> start + end))
                    .limit(16)
                    .toList();
        }
        return characters.isEmpty() ? List.of() : all;
    }

    private static Map<Integer, String[]> table() {
        var table = new HashMap<Integer, String[]>();
        try (var in = Objects.requireNonNull(
                        HanReadings.class.getResourceAsStream("hanreadings.txt"), "hanreadings.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var words = line.split(" ", -1);
                table.putIfAbsent(Characters.folded(words[0]).codePointAt(0), new String[] {words[1], words[2]});
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
