package hmnet.shape;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a document may name (実在する名前): the paths, types, settings, routes and verbs that are there.
final class Nameable {
    private static final Set<String> NOT_KEPT = Set.of("target", "node_modules", ".git");
    private static final Set<Path> MADE = Set.of(House.ROOT.resolve("data"), House.ROOT.resolve("demo-data"));
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern IMPORTED = Pattern.compile("(?m)^import (?:static )?[\\w.]*?\\b([A-Z]\\w*)");
    private static final Pattern SETTING = Pattern.compile("\\bHMNET_[A-Z_]*[A-Z]\\b");
    private static final Pattern PROPERTY = Pattern.compile("\"?\\$\\{(hmnet\\.[a-z.-]+)|\"(hmnet\\.[a-z.-]+)\"");
    private static final Pattern SETTINGS = Pattern.compile("@ConfigurationProperties\\(\"([a-z.-]+)\"\\)");
    private static final Pattern COMPONENT = Pattern.compile("(?<=[\\w>\\]] )[a-z]\\w*(?=[,)])");
    private static final Pattern ADDRESS = Pattern.compile("\"(/[a-z][^\" ]*)\"");
    private static final Pattern OPERATION =
            Pattern.compile("@\\w+\\((?:name = \"(\\$[\\w-]+)\", )?typeName = \"(\\w+)\"");
    private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z| -]+)\\)");

    private static final List<Path> PATHS = paths();
    private static final Map<String, String> TYPES = types();
    private static final Set<String> IMPORTS = sources()
            .flatMap(file -> IMPORTED.matcher(file.text()).results())
            .map(found -> found.group(1))
            .collect(toSet());
    private static final Set<String> SETTING_LETTERS = settings();
    private static final Set<String> ROUTES = routes();
    private static final Set<String> VERBS = verbs();

    private Nameable() {}

    /// A path as seen from a file, or from the root, or the end of one: `charts/README.md`.
    static boolean path(Path from, String path) {
        var clean = path.replaceAll("/$", "");
        return Files.exists(from.resolveSibling(clean))
                || Files.exists(House.ROOT.resolve(clean))
                || PATHS.stream().anyMatch(known -> known.endsWith(clean));
    }

    /// A type by its simple name, of ours or of a library that the sources use.
    static boolean type(String name) {
        return TYPES.containsKey(name) || IMPORTS.contains(name) || ofTheLanguage(name);
    }

    /// A member, as far as the type is ours: its name stands in the file.
    static boolean member(String type, String member) {
        var text = TYPES.get(type);
        return text == null
                || Pattern.compile("\\b" + member + "\\b").matcher(text).find();
    }

    /// A setting, whole (`HMNET_PORT`) or as the beginning of several (`HMNET_MTLS_`).
    static boolean setting(String name) {
        var letters = letters(name);
        return SETTING_LETTERS.contains(letters)
                || name.endsWith("_") && SETTING_LETTERS.stream().anyMatch(known -> known.startsWith(letters));
    }

    /// A route, or with `…` before it the end of one.
    static boolean route(String address) {
        var route = route(address.replaceFirst("^…", ""), "{}");
        return address.startsWith("…")
                ? ROUTES.stream().anyMatch(known -> known.endsWith(route))
                : ROUTES.contains(route) || ROUTES.stream().anyMatch(known -> known.startsWith(route + "/"));
    }

    static boolean verb(String verb) {
        return VERBS.contains(verb);
    }

    private static String route(String address, String variable) {
        return address.replaceAll("[?\\[].*$", "")
                .replaceAll("\\{[^}]*\\}|<[^>]*>", variable)
                .replaceAll("/$", "");
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean ofTheLanguage(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Stream<SourceFile> sources() {
        return House.files("java");
    }

    private static Map<String, String> types() {
        return sources()
                .flatMap(file ->
                        DECLARED.matcher(file.text()).results().map(found -> Map.entry(found.group(1), file.text())))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, joining())));
    }

    /// As Spring reads them: dots, dashes and humps do not count. A record of settings gives its prefix with each
    /// of its components.
    private static Set<String> settings() {
        var found = new HashSet<String>();
        House.files()
                .filter(file -> !file.extension().equals("md"))
                .flatMap(file -> SETTING.matcher(file.text()).results())
                .forEach(setting -> found.add(letters(setting.group())));
        sources().filter(SourceFile::shipped).forEach(file -> {
            PROPERTY.matcher(file.text())
                    .results()
                    .map(property -> property.group(1) == null ? property.group(2) : property.group(1))
                    .forEach(property -> found.add(letters(property)));
            SETTINGS.matcher(file.text())
                    .results()
                    .forEach(prefix -> COMPONENT
                            .matcher(file.text())
                            .results()
                            .forEach(word -> found.add(letters(prefix.group(1) + word.group()))));
        });
        return found;
    }

    /// What the centre maps, and what FHIR adds to each of its types.
    private static Set<String> routes() {
        var found = new HashSet<String>();
        sources().filter(file -> file.under("center/src/main")).forEach(file -> {
            ADDRESS.matcher(file.text()).results().forEach(address -> found.add(route(address.group(1), "{}")));
            OPERATION.matcher(file.text()).results().forEach(operation -> {
                var type = "/fhir/" + operation.group(2);
                found.addAll(List.of("/fhir/metadata", type, type + "/{}", type + "/_search"));
                if (operation.group(1) != null) {
                    found.add(type + "/" + operation.group(1));
                }
            });
        });
        return found;
    }

    private static Set<String> verbs() {
        var script = House.text(House.ROOT.resolve("hmnet"));
        return VERB.matcher(script.substring(script.indexOf("case $verb in")))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\|")))
                .map(String::strip)
                .collect(toSet());
    }

    private static List<Path> paths() {
        var found = new HashSet<Path>();
        try {
            Files.walkFileTree(House.ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (NOT_KEPT.contains(folder.getFileName().toString()) || MADE.contains(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    found.add(folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }
}
