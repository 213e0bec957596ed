package hmnet.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import hmnet.Hmnet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Modules lean on lower ones only (階層), through their public types, and never in a circle.
class ModularityTest {
    private static final String[] NOT_MODULES = {
        "hmnet.pages..", "hmnet.formats..", "hmnet.gateway..", "hmnet.region..", "hmnet.bench.."
    };

    /// The tiers of ARCHITECTURE.md. A module uses modules of lower tiers; the main class and its verbs use
    /// all.
    private static final Map<String, Integer> TIERS = Map.ofEntries(
            Map.entry("routes", -2),
            Map.entry("keys", -2),
            Map.entry("work", -2),
            Map.entry("database", -1),
            Map.entry("folding", -1),
            Map.entry("audit", 0),
            Map.entry("matching", 0),
            Map.entry("design", 0),
            Map.entry("directory", 1),
            Map.entry("identity", 2),
            Map.entry("mtls", 2),
            Map.entry("terminology", 2),
            Map.entry("mllp", 3),
            Map.entry("signin", 3),
            Map.entry("consent", 3),
            Map.entry("layouts", 3),
            Map.entry("gate", 4),
            Map.entry("cards", 4),
            Map.entry("mynumber", 4),
            Map.entry("patientcard", 4),
            Map.entry("protection", 4),
            Map.entry("records", 4),
            Map.entry("exchange", 5),
            Map.entry("intake", 5),
            Map.entry("doubles", 5),
            Map.entry("corrections", 5),
            Map.entry("municipality", 5),
            Map.entry("setup", 6),
            Map.entry("linking", 6),
            Map.entry("viewer", 6),
            Map.entry("portal", 7));

    @Test
    void modulesUseOneAnotherOnlyThroughTheirDoors() {
        ApplicationModules.of(Hmnet.class, resideInAnyPackage(NOT_MODULES)).verify();
    }

    @Test
    void everyModuleHasItsTier() {
        TidyTest.none(House.modules().stream()
                .map(folder -> folder.getFileName().toString())
                .filter(word -> !TIERS.containsKey(word))
                .map(word -> "Give the module `" + word + "` its tier here and in ARCHITECTURE.md"));
    }

    @Test
    void dependenciesPointDownOnly() {
        TidyTest.none(Classes.SHIPPED.stream()
                .filter(user -> TIERS.containsKey(word(user)))
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(used -> climbs(user, used))
                        .map(used -> "%s uses %s: let the lower module publish an event, or move what both need down"
                                .formatted(user.getName(), used.getName())))
                .distinct());
    }

    private static boolean climbs(JavaClass user, JavaClass used) {
        var from = word(user);
        var to = word(used);
        return !from.equals(to)
                && (used.getPackageName().equals("hmnet") || (TIERS.containsKey(to) && tier(to) >= tier(from)));
    }

    private static int tier(String module) {
        return TIERS.getOrDefault(module, Integer.MAX_VALUE);
    }

    private static String word(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith("hmnet.") ? name.substring("hmnet.".length()).split("\\.", 2)[0] : "";
    }
}
