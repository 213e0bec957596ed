package hmnet.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.hl7.fhir.utilities.VersionUtilities;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is said of known weaknesses of libraries (`security/hmnet.openvex.json`) is true of this centre.
class VexTest {
    private static final Pattern VERSION =
            Pattern.compile("pkg:maven/ca\\.uhn\\.hapi\\.fhir/org\\.hl7\\.fhir\\.\\w+@(.*)");

    @Test
    void theFhirLibrarysOwnHttpClientIsCalledByNobody() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hl7.fhir.utilities.http..", "org.hl7.fhir.utilities.npm..")
                .because("security/hmnet.openvex.json says so: CVE-2026-34359")
                .check(Classes.SHIPPED);
    }

    @Test
    void itSpeaksOfTheVersionsThatAreShipped() {
        var file = House.ROOT.resolve("security/hmnet.openvex.json").toFile();
        var named = new JsonMapper()
                .readTree(file)
                .path("statements")
                .valueStream()
                .flatMap(statement -> statement.path("products").valueStream())
                .map(product -> product.path("@id").asString(""))
                .distinct()
                .toList();
        var shipped = VersionUtilities.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        assertThat(named).isNotEmpty().allSatisfy(product -> {
            var version = VERSION.matcher(product);
            assertThat(version.matches()).as(product).isTrue();
            assertThat(shipped).contains("-" + version.group(1) + ".jar");
        });
    }
}
