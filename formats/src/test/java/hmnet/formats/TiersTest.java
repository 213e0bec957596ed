package hmnet.formats;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.fhir.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The packages of formats stand in tiers (階層): a language leans on what all share, never the other way round.
class TiersTest {
    /// From the lowest to the highest. Every folder that is not named here holds a language.
    private static final List<String> SHARED = List.of("base", "model", "fhir", "file");

    private static final String HIGHEST = "check";

    /// Languages that are spoken inside another one.
    private static final Map<String, Set<String>> BUILT_ON =
            Map.of("ssmix2", Set.of("hl7v2", "cda", "fhirfile"), "eprescription", Set.of("jahis"));

    private static final int FULL = 30;
    private static final Pattern OURS = Pattern.compile("hmnet/formats/([\\w/]+)/[A-Z]\\w*");
    private static final Map<String, Set<String>> USES = uses();

    @Test
    void aFolderLeansOnLowerFoldersOnly() {
        var climbing = new ArrayList<String>();
        USES.forEach((user, used) -> used.stream()
                .filter(each -> !mayUse(folder(user), folder(each)))
                .forEach(each -> climbing.add(user + " uses " + each + ": move down what both need")));
        assertThat(climbing).isEmpty();
    }

    @Test
    void noPackageLeansOnItselfThroughOthers() {
        assertThat(USES.keySet().stream().filter(word -> reached(word).contains(word)))
                .as("packages in a circle")
                .isEmpty();
    }

    @Test
    void noFolderHoldsMoreThanThirtyFiles() throws IOException {
        var module = Path.of(Files.isDirectory(Path.of("formats")) ? "formats" : ".");
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            var full = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
            assertThat(full).allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(FULL));
        }
    }

    private static boolean mayUse(String user, String used) {
        return user.equals(used)
                || tier(used) < tier(user)
                || BUILT_ON.getOrDefault(user, Set.of()).contains(used);
    }

    private static int tier(String folder) {
        int shared = SHARED.indexOf(folder);
        return shared >= 0 ? shared : SHARED.size() + (folder.equals(HIGHEST) ? 1 : 0);
    }

    private static String folder(String word) {
        return word.split("\\.", 2)[0];
    }

    /// All that a package leans on, directly or through others.
    private static Set<String> reached(String from) {
        var reached = new TreeSet<String>();
        var waiting = new ArrayDeque<>(USES.get(from));
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (reached.add(next)) {
                waiting.addAll(USES.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /// Which packages each package names in its compiled classes, without `hmnet.formats`.
    private static Map<String, Set<String>> uses() {
        var uses = new TreeMap<String, Set<String>>();
        try {
            var root = Path.of(Rows.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(root.resolve("hmnet/formats"))) {
                files.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                    var own = word(root.relativize(file).toString());
                    var used = uses.computeIfAbsent(own, none -> new TreeSet<>());
                    named(file).stream()
                            .filter(type -> Files.exists(root.resolve(type + ".class")))
                            .map(TiersTest::word)
                            .filter(word -> !word.equals(own))
                            .forEach(used::add);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return uses;
    }

    private static Set<String> named(Path file) {
        var names = new TreeSet<String>();
        try {
            for (var entry : ClassFile.of().parse(Files.readAllBytes(file)).constantPool()) {
                if (entry instanceof Utf8Entry text) {
                    OURS.matcher(text.stringValue()).results().forEach(found -> names.add(found.group()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static String word(String type) {
        var folder = type.substring("hmnet/formats/".length());
        return folder.contains("/")
                ? folder.substring(0, folder.lastIndexOf('/')).replace('/', '.')
                : "";
    }
}
