package hmnet.care.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart.Document;
import hmnet.record.charts.ChartEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/// Rows of a chart in one bundle: each resource once, and none is lost.
class CopyBundleTest {
    private static final String PATIENT =
            entry("https://hmnet.invalid/fhir/Patient/1", "Patient", "\"gender\":\"male\"");

    private static final Person HANAKO = new Person(
            PersonId.fresh(), "", "架空", "花子", "カクウ", "ハナコ", LocalDate.of(1950, 2, 28), "female", "", "", "", "");

    private static String entry(String address, String type, String more) {
        return "{\"fullUrl\":\"%s\",\"resource\":{\"resourceType\":\"%s\",\"id\":\"1\",%s}}"
                .formatted(address, type, more);
    }

    private static Document row(String... entries) {
        var at = OffsetDateTime.parse("2026-11-20T09:00:00+09:00");
        var entry = new ChartEntry(
                UUID.randomUUID(),
                RecordKind.VISIT,
                new FacilityId(1),
                "",
                at,
                at,
                Set.of(),
                false,
                false,
                "",
                new byte[0]);
        var bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + String.join(",", entries) + "]}";
        return new Document(entry, bundle, null, null, 1);
    }

    private static Bundle bundle(Document... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var bundle = new CopyBundle(out, Instant.parse("2026-11-26T00:00:00Z"));
        for (var row : rows) {
            bundle.add(row);
        }
        bundle.end(HANAKO);
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void thePatientOfManyRowsStandsOnce() throws IOException {
        assertThat(bundle(row(PATIENT), row(PATIENT)).getEntry()).hasSize(1);
    }

    @Test
    void whatARowSaysOtherwiseStandsAgainWithAVersion() throws IOException {
        var renamed = entry("https://hmnet.invalid/fhir/Patient/1", "Patient", "\"gender\":\"female\"");
        var entries = bundle(row(PATIENT), row(renamed), row(PATIENT)).getEntry();
        assertThat(entries)
                .extracting(BundleEntryComponent::getResource)
                .extracting(one ->
                        ((Patient) one).getGender().toCode() + one.getMeta().getVersionId())
                .containsExactly("malenull", "female2");
    }

    @Test
    void whomARowNamesAndNoRowBringsIsThePersonOfTheChart() throws IOException {
        var visit = entry(
                "https://hmnet.invalid/fhir/Basic/1",
                "Basic",
                "\"code\":{\"text\":\"a\"},\"subject\":{\"reference\":\"Patient/p2\"}");
        var known = visit.replace("Patient/p2", "Patient/1").replace("Basic/1", "Basic/2");
        var entries = bundle(row(visit), row(known, PATIENT)).getEntry();
        assertThat(entries)
                .extracting(BundleEntryComponent::getFullUrl)
                .containsExactly(
                        "https://hmnet.invalid/fhir/Basic/1",
                        "https://hmnet.invalid/fhir/Basic/2",
                        "https://hmnet.invalid/fhir/Patient/1",
                        "https://hmnet.invalid/fhir/Patient/p2");
        var person = (Patient) entries.getLast().getResource();
        assertThat(person.getNameFirstRep().getText()).contains("花子");
        assertThat(person.getBirthDateElement().getValueAsString()).isEqualTo("1950-02-28");
    }

    @Test
    void aResourceWithoutAnAddressIsNeverLeftOut() throws IOException {
        var bare = "{\"resource\":{\"resourceType\":\"Basic\",\"code\":{\"text\":\"a\"}}}";
        assertThat(bundle(row(bare, bare)).getEntry()).hasSize(2);
        assertThat(bundle().getEntry()).isEmpty();
    }
}
