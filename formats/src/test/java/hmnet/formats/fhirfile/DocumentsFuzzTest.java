package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.cda.CdaFile;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Mutations;
import hmnet.formats.kenshin.KenshinFile;
import hmnet.formats.kenshin.KenshinPieces;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.other.OtherFile;
import hmnet.formats.other.Pieces;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Damaged documents end in a row or in a reason, never in another exception.
class DocumentsFuzzTest {
    private static final int TIMES = 250;
    private static final Ids IDS = (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode());

    @FunctionalInterface
    private interface Reader {
        FacilityFile read(byte[] bytes) throws Unreadable;
    }

    /// @return how many were refused
    private static int fuzz(byte[] whole, Reader reader) {
        int refused = 0;
        for (long seed = 0; seed < TIMES; seed++) {
            try {
                for (var sheet : reader.read(Mutations.of(whole, seed)).sheets()) {
                    Rows.of(sheet, IDS);
                }
            } catch (Unreadable bad) {
                assertThat(bad.note().code()).matches("[a-z0-9-]+");
                refused++;
            }
        }
        return refused;
    }

    @Test
    void damagedFhirIsReadOrRefused() {
        assertThat(fuzz(Letters.bytes(Letters.LETTER), FhirFile::read)).isBetween(50, TIMES);
        assertThat(fuzz(Letters.bytes(Letters.BUNDLE), FhirFile::read)).isBetween(50, TIMES);
    }

    @Test
    void damagedCheckupsAreReadOrRefused() {
        assertThat(fuzz(KenshinPieces.results(), KenshinFile::read)).isBetween(50, TIMES);
        assertThat(fuzz(KenshinPieces.claim(), KenshinFile::read)).isBetween(50, TIMES);
        assertThat(fuzz(KenshinPieces.archive(), KenshinFile::read)).isBetween(50, TIMES);
        assertThat(fuzz(KenshinPieces.table(), KenshinFile::read)).isBetween(10, TIMES);
    }

    @Test
    void damagedLettersAreReadOrRefused() {
        var letter = """
                <ClinicalDocument xmlns="urn:hl7-org:v3"><id root="1.2" extension="a"/><title>手紙</title><effectiveTime value="20260401"/>
                <recordTarget><patientRole><id root="1.2.3" extension="77"/><patient><name>架空 花子</name></patient></patientRole></recordTarget>
                <component><structuredBody><component><section><title>所見</title><text>良好</text></section></component></structuredBody></component>
                </ClinicalDocument>""";
        assertThat(fuzz(letter.getBytes(StandardCharsets.UTF_8), CdaFile::read)).isBetween(50, TIMES);
    }

    @Test
    void damagedPicturesAndPapersAreReadOrRefused() {
        for (var whole : new byte[][] {Pieces.photograph(), Pieces.picture(), Pieces.pdf(""), Pieces.film()}) {
            assertThat(fuzz(whole, bytes -> OtherFile.read(bytes, "x"))).isBetween(10, TIMES);
        }
    }
}
