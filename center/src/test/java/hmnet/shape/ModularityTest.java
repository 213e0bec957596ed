package hmnet.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import hmnet.Hmnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The house (全体の構造): wings point down only, modules use one another through their doors, no packages in a
/// circle, no folder that nobody can overlook.
class ModularityTest {
    private static final String[] NOT_MODULES = {
        "hmnet.command..", "hmnet.formats..", "hmnet.witness..", "hmnet.gateway..", "hmnet.region..", "hmnet.bench.."
    };

    /// From below to above. A wing uses itself and those before it; the main class and its verbs use all.
    static final List<String> WINGS =
            List.of("ground", "people", "consent", "record", "care", "exchange", "office", "command");

    private static final int FILES_MAX = 30;

    @Test
    void modulesUseOneAnotherOnlyThroughTheirDoors() {
        ApplicationModules.of(Hmnet.class, resideInAnyPackage(NOT_MODULES)).verify();
    }

    @Test
    void everyFolderIsAModuleInAWing() {
        TidyTest.none(House.modules().stream()
                .filter(folder ->
                        !House.text(folder.resolve("package-info.java")).contains("@ApplicationModule\n"))
                .map(folder -> House.ROOT.relativize(folder)
                        + ": annotate its package-info.java with @ApplicationModule, or move it into a wing"));
    }

    /// Else no rule says what it may use, nor who may use it.
    @Test
    void everyModuleStandsInAWingThatHasItsPlace() {
        TidyTest.none(House.modules().stream()
                .filter(ModularityTest::isOutsideTheWings)
                .map(folder -> House.ROOT.relativize(folder) + ": give its wing a place in ModularityTest.WINGS"));
    }

    @Test
    void aModuleInAWingWithoutAPlaceIsFound() {
        var hmnet = House.ROOT.resolve("center/src/main/java/hmnet");
        assertThat(isOutsideTheWings(hmnet.resolve("resident/home"))).isTrue();
        assertThat(isOutsideTheWings(hmnet.resolve("people/home"))).isFalse();
    }

    @Test
    void wingsPointDownOnly() {
        TidyTest.none(Classes.SHIPPED.stream()
                .filter(user -> WINGS.contains(wing(user)))
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(used -> climbs(user, used))
                        .map(used -> "%s uses %s: let the lower wing publish an event, or move what both need down"
                                .formatted(user.getName(), used.getName())))
                .distinct());
    }

    @Test
    void noPackagesLeanOnOneAnotherInACircle() {
        slices().matching("hmnet.(**)")
                .should()
                .beFreeOfCycles()
                .because("a circle can only be understood, tried and moved whole")
                .check(Classes.SHIPPED);
    }

    @Test
    void noFolderHoldsMoreThanCanBeOverlooked() {
        var folders = House.files("java")
                .filter(SourceFile::shipped)
                .map(file -> file.path().getParent())
                .distinct();
        TidyTest.none(folders.filter(folder -> House.javaFiles(folder) > FILES_MAX)
                .map(folder -> "%s holds %d Java files: it holds two words, name the second one"
                        .formatted(House.ROOT.relativize(folder), House.javaFiles(folder))));
    }

    @Test
    void everyWingExplainsItselfOnOnePage() {
        TidyTest.none(WINGS.stream()
                .map(wing -> House.ROOT.resolve("center/src/main/java/hmnet").resolve(wing))
                .filter(folder -> !Files.exists(folder.resolve("README.md")))
                .map(folder -> House.ROOT.relativize(folder)
                        + ": add a README.md: what it is, its modules, what it leans on"));
    }

    private static boolean isOutsideTheWings(Path module) {
        return !WINGS.contains(
                Objects.requireNonNull(module.getParent()).getFileName().toString());
    }

    private static boolean climbs(JavaClass user, JavaClass used) {
        return used.getPackageName().equals("hmnet") && !wing(user).equals("command")
                || WINGS.contains(wing(used)) && WINGS.indexOf(wing(used)) > WINGS.indexOf(wing(user));
    }

    private static String wing(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith("hmnet.") ? name.substring("hmnet.".length()).split("\\.", 2)[0] : "";
    }
}
