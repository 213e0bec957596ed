package hmnet.shape;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the screens say (画面の文言): the texts that each module brings, and the keys the sources ask for.
final class Messages {
    static final String JAPANESE_FILE = "messages.properties";
    static final String ENGLISH_FILE = "messages_en.properties";
    static final Map<String, Text> JAPANESE = load(JAPANESE_FILE);
    static final Map<String, Text> ENGLISH = load(ENGLISH_FILE);

    private static final Pattern CALL = Pattern.compile("\\b(?:m|messages)\\s*\\.t\\(\\s*\"([\\w.-]+)\"(\\s*\\+)?");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.?)\"(\\s*\\+)?");

    private Messages() {}

    /// One text of a module.
    record Text(String key, String text, Path module) {
        static Text of(String line, SourceFile file) {
            var equals = line.indexOf('=');
            return new Text(line.substring(0, equals), line.substring(equals + 1), file.folder());
        }

        String folder() {
            return House.ROOT.relativize(module).toString();
        }
    }

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

    /// Every literal that looks like a key, or like the beginning of one: it may be looked up elsewhere. An entry of
    /// the menu has a second text, which says more.
    static Stream<Asked> mentioned() {
        return found(LITERAL)
                .filter(literal -> literal.key().contains("."))
                .flatMap(literal -> literal.key().startsWith("menu.")
                        ? Stream.of(literal, new Asked(literal.key() + ".about", false, literal.by()))
                        : Stream.of(literal));
    }

    private static Stream<Asked> found(Pattern pattern) {
        return House.files()
                .filter(SourceFile::shipped)
                .filter(file -> file.under("center"))
                .filter(file -> Set.of("jte", "java").contains(file.extension()))
                .flatMap(file -> pattern.matcher(file.text())
                        .results()
                        .map(found -> new Asked(
                                found.group(1),
                                found.group(2) != null || found.group(1).endsWith("."),
                                file)));
    }

    /// The places of a message that are filled when it is shown: {0}, {1}.
    static Set<String> places(String message) {
        var places = new TreeSet<String>();
        Pattern.compile("\\{(\\d+)").matcher(message).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    /// Every line of the modules' files of one language; a key may come twice.
    static Stream<Text> texts(String name) {
        return House.files("properties")
                .filter(file ->
                        file.under("center/src/main/java") && file.name().equals(name))
                .flatMap(file -> file.lines().stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> Text.of(line, file)));
    }

    private static Map<String, Text> load(String name) {
        var texts = new TreeMap<String, Text>();
        texts(name).forEach(text -> texts.put(text.key(), text));
        return texts;
    }
}
