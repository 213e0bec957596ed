package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A module is added by adding its folder (モジュールの追加): what builds, starts, shows and checks the centre finds
/// modules by itself. Its Japanese word in GLOSSARY.md is the one line outside.
class EmptyModuleTest {
    private static final List<String> CENTRAL = List.of(
            "pom.xml",
            "hmnet",
            ".ci",
            "center/pom.xml",
            "center/frontend",
            "center/src/main/resources",
            "center/src/test/java/hmnet/shape");

    /// The ground that all stand on: its components have an order, its rules hold for every module.
    private static final Set<String> NAMED =
            Set.of("ground/design", "ground/routes", "ground/audit", "ground/database", "ground/logs", "record/charts");

    private static final Set<String> LISTS =
            Set.of("MenuEntry.java", "MenuPlace.java", "Menu.java", "ModuleTexts.java");

    @Test
    void nothingCentralListsModules() {
        TidyTest.none(House.files()
                .filter(file -> CENTRAL.stream().anyMatch(file::under) && !file.foreign())
                .flatMap(file -> House.modules().stream()
                        .map(EmptyModuleTest::name)
                        .filter(name -> !NAMED.contains(name)
                                && word(name).matcher(file.text()).find())
                        .map(name -> "%s names %s: let it find modules by itself, so that a new one need not edit it"
                                .formatted(House.ROOT.relativize(file.path()), name))));
    }

    @Test
    void theGroundThatGathersNamesNoModule() {
        TidyTest.none(House.files("java")
                .filter(file -> file.shipped() && LISTS.contains(file.name()))
                .flatMap(file -> House.modules().stream()
                        .map(EmptyModuleTest::name)
                        .filter(name -> !name.startsWith("ground/")
                                && word(name).matcher(file.text()).find())
                        .map(name -> "%s names %s: it gathers what modules bring".formatted(file.name(), name))));
    }

    @Test
    void textsStylesAndSettingsLieInTheirModules() {
        var modules = House.modules();
        TidyTest.none(Stream.of("css", "jte", "sql")
                .flatMap(House::files)
                .filter(file ->
                        file.under("center/src/main") && modules.stream().noneMatch(file.path()::startsWith))
                .map(file -> House.ROOT.relativize(file.path()) + ": lay it into the folder of the module it serves"));
        assertThat(Messages.JAPANESE.values())
                .allSatisfy(text -> assertThat(modules).contains(text.module()));
        assertThat(Setting.all())
                .allSatisfy(setting -> assertThat(modules).contains(setting.by().folder()));
    }

    private static String name(Path module) {
        return House.ROOT
                .resolve("center/src/main/java/hmnet")
                .relativize(module)
                .toString();
    }

    private static Pattern word(String module) {
        return Pattern.compile("(?<!\\w)" + module.replace("/", "[./]") + "(?!\\w)");
    }
}
