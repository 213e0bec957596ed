package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.base.Unreadable;
import hmnet.formats.kenshin.KenshinFile;
import hmnet.formats.kenshin.KenshinPieces;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.other.OtherFile;
import hmnet.formats.other.Pieces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/// What other formats tell, written as FHIR: our reader and the reference model read it.
class FhirWriterTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Ids IDS = (type, key) -> UUID.nameUUIDFromBytes((type + key).getBytes(StandardCharsets.UTF_8))
            .toString();

    private static List<Sheet> sheets() throws Unreadable {
        var json = "{\"patient\":\"0000000123\",\"date\":\"2026-04-01\",\"title\":\"心電図\"}";
        var parcel = new TreeMap<>(
                Map.of("descriptor.json", json.getBytes(StandardCharsets.UTF_8), "ecg.pdf", Pieces.pdf("")));
        return List.of(
                KenshinFile.read(KenshinPieces.results()).sheets().getFirst(),
                OtherFile.read(Pieces.zip(parcel), "x").sheets().getFirst(),
                FhirFile.read(Letters.bytes(Letters.BUNDLE)).sheets().getFirst());
    }

    private static Bundle parsed(byte[] json) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));
    }

    @Test
    void aCollectionBeginsWithItsPatientAndNamesEachEntry() throws Unreadable {
        for (var sheet : sheets()) {
            var json = FhirWriter.collection(sheet, IDS);
            var bundle = parsed(json);
            assertThat(bundle.getEntryFirstRep().getResource().fhirType()).isEqualTo("Patient");
            assertThat(bundle.getEntry())
                    .allSatisfy(entry -> assertThat(entry.getFullUrl()).startsWith("urn:uuid:"));
            assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\"reference\":\"Patient/");
            var again = FhirFile.read(json).sheets().getFirst();
            assertThat(again.patient()).isEqualTo(sheet.patient());
            assertThat(again.entries()).isNotEmpty();
        }
    }

    @Test
    void aDocumentNamesWhatBelongsToIt() throws Unreadable {
        for (var sheet : sheets()) {
            var json = FhirWriter.document(sheet, IDS, "診療情報", "架空 医師");
            assertThat(parsed(json).getEntryFirstRep().getResource().fhirType()).isEqualTo("Composition");
            var file = FhirFile.read(json);
            assertThat(file.notes()).extracting(note -> note.code()).doesNotContain("reference-unresolved");
            assertThat(file.sheets())
                    .singleElement()
                    .satisfies(again -> assertThat(again.source()).endsWith(sheet.source()));
        }
    }
}
