package hmnet.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the screens say (画面の文言): one file of messages a language, and the keys the sources ask for.
final class Messages {
    private static final Path FOLDER = House.ROOT.resolve("center/src/main/resources");
    static final Map<String, String> JAPANESE = load("messages.properties");
    static final Map<String, String> ENGLISH = load("messages_en.properties");

    private static final Pattern CALL = Pattern.compile("\\b(?:m|messages)\\s*\\.t\\(\\s*\"([\\w.-]+)\"(\\s*\\+)?");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.?)\"(\\s*\\+)?");

    private Messages() {}

    /// A key a source asks for; a prefix when the rest of it is computed.
    record Asked(String key, boolean prefix, SourceFile by) {
        boolean answered() {
            return prefix
                    ? JAPANESE.keySet().stream().anyMatch(known -> known.startsWith(key))
                    : JAPANESE.containsKey(key);
        }

        boolean answeredBy(String known) {
            return prefix ? known.startsWith(key) : known.equals(key);
        }
    }

    /// The keys that are looked up where they stand.
    static Stream<Asked> asked() {
        return found(CALL);
    }

    /// Every literal that looks like a key, or like the beginning of one: it may be looked up elsewhere.
    static Stream<Asked> mentioned() {
        return found(LITERAL).filter(literal -> literal.key().contains("."));
    }

    private static Stream<Asked> found(Pattern pattern) {
        return House.files()
                .filter(SourceFile::shipped)
                .filter(file -> file.under("center"))
                .filter(file -> Set.of("jte", "java").contains(file.extension()))
                .flatMap(file -> pattern.matcher(file.text())
                        .results()
                        .map(found -> new Asked(found.group(1), found.group(2) != null, file)));
    }

    /// The places of a message that are filled when it is shown: {0}, {1}.
    static Set<String> places(String message) {
        var places = new TreeSet<String>();
        Pattern.compile("\\{(\\d+)").matcher(message).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    /// The keys of a file that stand in it more than once: all but the last would be lost.
    static Stream<String> twice(String name) {
        var seen = new TreeSet<String>();
        try (var lines = Files.lines(FOLDER.resolve(name))) {
            return lines
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> load(String name) {
        var file = FOLDER.resolve(name);
        var messages = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                messages.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var sorted = new TreeMap<String, String>();
        messages.forEach((key, text) -> sorted.put(key.toString(), text.toString()));
        return sorted;
    }
}
