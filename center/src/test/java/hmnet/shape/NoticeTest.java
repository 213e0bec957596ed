package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// NOTICE names what is shipped and its licences (添付文書), as the bill of materials of the build lists it.
class NoticeTest {
    private static final Path BILL = House.ROOT.resolve("center/target/classes/META-INF/sbom/application.cdx.json");

    /// Nobody shall find these in a hospital's jar again: 38 MB that no door uses.
    private static final Set<String> UNUSED = Set.of(
            "org.apache.jena",
            "net.sf.saxon",
            "com.ibm.icu",
            "org.apache.thrift",
            "com.google.protobuf",
            "org.apache.httpcomponents.client5",
            "com.tngtech.archunit");

    @BeforeEach
    void theBillIsMadeByTheBuild() {
        assumeThat(BILL).exists();
    }

    @Test
    void everyLibraryStandsThereWithItsLicence() throws IOException {
        var written = Files.readString(House.ROOT.resolve("NOTICE"))
                .lines()
                .dropWhile(line -> !line.equals("Libraries"))
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).as("NOTICE, below Libraries").containsExactlyElementsOf(shipped());
    }

    @Test
    void whatNobodyUsesIsNotShipped() {
        assertThat(components().stream().map(part -> part.path("group").asString("")))
                .doesNotContainAnyElementsOf(UNUSED);
    }

    private static SortedSet<String> shipped() {
        return components().stream()
                .filter(part -> !part.path("group").asString("").equals("hmnet"))
                .map(part -> "%s:%s | %s"
                        .formatted(
                                part.path("group").asString(""),
                                part.path("name").asString(""),
                                licences(part)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .map(one -> one.path("expression")
                        .asString(one.path("license")
                                .path("id")
                                .asString(one.path("license").path("name").asString(""))))
                .collect(Collectors.joining(" or "));
    }

    private static List<JsonNode> components() {
        return new JsonMapper()
                .readTree(BILL.toFile())
                .path("components")
                .valueStream()
                .toList();
    }
}
