package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.Samples;
import hmnet.formats.model.extract.Extract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/// Every FHIR file of the shared samples: accepted, or refused for its true reason.
class FhirSamplesTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String[] FOLDERS = {
        "fhir-jp-clins",
        "fhir-eReferral",
        "fhir-ePrescription",
        "fhir-eMunicipalCheckup",
        "fhir-jp-core",
        "fhir-eCheckup-ughvj",
        "fhir-specific-health-guidance-hdw"
    };

    /// The deliberate errors, and nothing else.
    private static final Map<String, String> REFUSED = Map.of(
            "MedicationRequest-ErrorExample-JP-MedReq-ExtEye-Total1.json", "medication-code",
            "Bundle-example17-ng-obs-9P506000000000011-disp.json", "narrative-contradicts",
            "Bundle-example17-ng-obs-g1.json", "narrative-contradicts",
            "Bundle-example17-ng-result-2010.json", "narrative-contradicts");

    @Test
    void everySampleIsReadOrRefusedForItsTrueReason() {
        var refused = new TreeMap<String, String>();
        for (var path : Samples.files(".json", FOLDERS)) {
            var bytes = Samples.bytes(path);
            assertThat(FhirFile.looksLike(bytes, path.getFileName().toString()))
                    .as(path.toString())
                    .isTrue();
            try {
                check(path, FhirFile.read(bytes));
            } catch (Unreadable bad) {
                refused.put(path.getFileName().toString(), bad.note().code());
            }
        }
        assertThat(refused).containsExactlyInAnyOrderEntriesOf(REFUSED);
    }

    private static void check(Path path, FhirFile file) {
        for (var sheet : file.sheets()) {
            var parts = Rows.of(sheet, (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode()));
            assertThat(parts).as(path.toString()).extracting(part -> part.key()).doesNotHaveDuplicates();
            for (var part : parts) {
                Extract.read(part.kind(), part.extract());
                var text = new String(part.bundle(), StandardCharsets.UTF_8);
                assertThat(text)
                        .as(path.toString())
                        .doesNotContain("JP_Insurance_memberID", "InsuredPerson", "\"Coverage\"");
                var bundle = FHIR.newJsonParser()
                        .setParserErrorHandler(new StrictErrorHandler())
                        .parseResource(Bundle.class, text);
                assertThat(bundle.getEntry()).hasSize(part.resources());
            }
        }
        assertThat(path.toString().contains("Bundle-") && file.sheets().isEmpty())
                .as(path.toString())
                .isFalse();
    }

    @Test
    void whatIsReadIsWrittenAndReadAgainTheSame() throws Unreadable {
        for (var path : Samples.files(".json", FOLDERS)) {
            if (!REFUSED.containsKey(path.getFileName().toString())) {
                var file = FhirFile.read(Samples.bytes(path));
                assertThat(FhirFile.read(file.bytes()).values())
                        .as(path.toString())
                        .isEqualTo(file.values());
            }
        }
    }
}
