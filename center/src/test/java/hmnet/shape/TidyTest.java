package hmnet.shape;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a stranger should never have to step over (整頓).
class TidyTest {
    private static final int LINES_MAX = 400;
    private static final Set<String> CATALOGUES = Set.of("messages.properties", "messages_en.properties");
    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern TRAILING_SPACE = Pattern.compile("[ \u3000]$");
    private static final Pattern MOCKING = Pattern.compile("^import (static )?org\\.(mockito|easymock)\\.");
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.$}-])(/(?:work|root|Users)/|/home/[a-z])");
    private static final Pattern OTHER_REGISTRY =
            Pattern.compile("<repositories>|<pluginRepositories>|\"resolved\": \"(?!https://registry\\.npmjs\\.org/)");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final int MIGRATION_DEPTH =
            House.ROOT.resolve("center/src/main/java/hmnet/wing/module/V.sql").getNameCount();
    private static final Pattern MIGRATION =
            Pattern.compile("(?:V(?<version>\\d{8}_\\d{4})|R)__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("(?i)^\\s*create (or replace )?(view|function)\\b");

    /// Until this one, versioned migrations made views and functions too.
    private static final String LAST_WITH_VIEWS = "20261127_0200";

    @Test
    void nothingIsLeftForLater() {
        none(ours().flatMap(file -> file.finds(LATER, "do it now or open an issue, and remove the note")));
    }

    @Test
    void noLineHoldsATabOrEndsInASpace() {
        none(ours().flatMap(file -> file.finds(TAB, "use spaces instead of the tab")));
        none(ours().flatMap(file -> file.finds(TRAILING_SPACE, "remove the space at the end of the line")));
    }

    @Test
    void aFileFitsOneSitting() {
        none(ours().filter(file ->
                        !CATALOGUES.contains(file.name()) && file.lines().size() > LINES_MAX)
                .map(file -> file.at(LINES_MAX, "name the two things in this file and give each its own")));
    }

    @Test
    void noFileKnowsTheMachineItWasWrittenOn() {
        none(ours().flatMap(file -> file.finds(MACHINE, "take the path from a parameter or write it relative")));
        none(House.files()
                .filter(file -> file.name().equals("pom.xml") || file.name().equals("package-lock.json"))
                .flatMap(file ->
                        file.finds(OTHER_REGISTRY, "take it from the public registry, without a host of ours")));
    }

    @Test
    void doublesAreWrittenByHand() {
        none(House.files("java")
                .flatMap(file -> file.finds(MOCKING, "write a small double of your own instead of a mock")));
    }

    @Test
    void everyPackageSaysItsWordInJapaneseToo() {
        var packages = House.files("java")
                .filter(file -> file.path().toString().contains("/java/"))
                .map(file -> file.path().getParent())
                .distinct();
        none(packages.filter(folder -> !titled(folder) && !titled(shippedTwin(folder)))
                .map(folder -> House.ROOT.relativize(folder)
                        + ": add a package-info.java with @NullMarked and a first line that gives the Japanese word"));
    }

    @Test
    void everyModuleExplainsItselfOnOnePage() {
        var folders = Stream.concat(
                House.modules().stream(), House.MAVEN_MODULES.stream().map(House.ROOT::resolve));
        none(folders.filter(folder -> !Files.exists(folder.resolve("README.md")))
                .map(folder -> House.ROOT.relativize(folder)
                        + ": add a README.md of one page: what it is, its doors, its rules, its tables"));
    }

    @Test
    void aMigrationHasATimestampAndASentenceAndLiesInItsModule() {
        var seen = new HashSet<String>();
        none(migrations().flatMap(file -> {
            var name = MIGRATION.matcher(file.name());
            if (!name.matches()) {
                return Stream.of(file.at(
                        0,
                        "name it VYYYYMMDD_HHMM__words_with_underscores.sql, or R__name.sql for a view or function"));
            }
            if (!file.under("center/src/main/java/hmnet") || file.path().getNameCount() != MIGRATION_DEPTH) {
                return Stream.of(file.at(0, "lay it into the folder of the module that owns the tables"));
            }
            return seen.add(name.group("version") == null ? file.name() : name.group("version"))
                    ? Stream.of()
                    : Stream.of(file.at(0, "another migration has this timestamp or name: choose another"));
        }));
    }

    @Test
    void aViewOrFunctionIsMadeInItsOwnFileOnly() {
        none(migrations()
                .filter(file -> file.name().startsWith("V") && version(file).compareTo(LAST_WITH_VIEWS) > 0)
                .flatMap(file -> file.finds(REPEATABLE, "write it in its R__name.sql, which is today's truth")));
    }

    private static Stream<SourceFile> migrations() {
        return House.files("sql").filter(SourceFile::shipped);
    }

    private static String version(SourceFile file) {
        var name = MIGRATION.matcher(file.name());
        return name.matches() && name.group("version") != null ? name.group("version") : "";
    }

    private static Stream<SourceFile> ours() {
        return House.files().filter(file -> !file.foreign());
    }

    private static boolean titled(Path folder) {
        return House.files("java")
                .anyMatch(file -> file.name().equals("package-info.java")
                        && file.path().equals(folder.resolve(file.name()))
                        && JAPANESE.matcher(file.text()).find()
                        && file.text().contains("@NullMarked"));
    }

    private static Path shippedTwin(Path folder) {
        return Path.of(folder.toString().replace("/src/test/java", "/src/main/java"));
    }

    static void none(Stream<String> findings) {
        assertThat(findings.collect(joining("\n"))).as("What to put right").isEmpty();
    }
}
