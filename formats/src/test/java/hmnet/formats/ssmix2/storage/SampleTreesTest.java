package hmnet.formats.ssmix2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.ssmix2.StorageFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/// The sample trees of the shared folder, where they are present.
class SampleTreesTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private static Path samples() {
        var shared = System.getenv("HMNET_SHARED");
        return Path.of(shared == null ? "../../shared" : shared).resolve("samples");
    }

    static boolean present() {
        return Files.isDirectory(samples());
    }

    static List<Path> trees() {
        assumeTrue(present(), "the shared folder is absent");
        var root = samples();
        return List.of(
                root.resolve("ssmix2-nho-tool/sampleData"), root.resolve("ssmix2-nho-docs/sample/standard_root"));
    }

    @Test
    void everySampleIsReadOrRefusedForItsTrueReason() throws IOException {
        var refused = new TreeMap<String, String>();
        int read = 0;
        for (var tree : trees()) {
            for (var entry : new StorageTree(tree)) {
                assertThat(entry).isInstanceOf(StorageTree.Found.class);
                var path = ((StorageTree.Found) entry).storagePath();
                try {
                    check(StorageFile.read(path, Files.readAllBytes(tree.resolve(entry.path()))));
                    read++;
                } catch (BadStorage bad) {
                    refused.put(path.name().kind().code(), bad.code());
                }
            }
        }
        assertThat(read).isEqualTo(12);
        assertThat(refused).isEmpty();
    }

    private static void check(StorageFile file) {
        var parts = file.parts((type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode()));
        assertThat(parts).isNotEmpty();
        var keys = new ArrayList<String>();
        for (var part : parts) {
            var parser = FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
            var bundle = parser.parseResource(Bundle.class, new String(part.bundle(), StandardCharsets.UTF_8));
            assertThat(bundle.getEntry()).hasSize(part.resources());
            Extract.read(part.kind(), part.extract());
            keys.add(part.key());
        }
        assertThat(keys).doesNotHaveDuplicates();
    }
}
