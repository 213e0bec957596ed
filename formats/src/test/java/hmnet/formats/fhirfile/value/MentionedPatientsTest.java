package hmnet.formats.fhirfile.value;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An original is shown to whoever may see one person; so whom it tells of is counted by persons, not by names.
class MentionedPatientsTest {
    private static final String OBSERVATION =
            "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"code\":{\"text\":\"架空項目\"},"
                    + "\"effectiveDateTime\":\"2026-04-06\",\"valueString\":\"あり\",%s}";

    private static int persons(String json) throws Unreadable {
        return FhirFile.read(json.getBytes(StandardCharsets.UTF_8)).patients().size();
    }

    private static String patient(String id, String number) {
        return "{\"resourceType\":\"Patient\"" + (id.isEmpty() ? "" : ",\"id\":\"" + id + "\"")
                + (number.isEmpty()
                        ? ""
                        : ",\"identifier\":[{\"system\":\"urn:oid:1.2.392.100495.20.3.51.13400000\",\"value\":\""
                                + number + "\"}]")
                + "}";
    }

    private static String task(String member) {
        return "{\"resourceType\":\"Task\",\"status\":\"draft\",\"intent\":\"order\"," + member + "}";
    }

    private static String entry(String fullUrl, String resource) {
        return "{\"fullUrl\":\"" + fullUrl + "\",\"resource\":" + resource + "}";
    }

    private static String bundle(String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"timestamp\":\"2026-04-06T09:00:00+09:00\","
                + "\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String withTask(String member) {
        return bundle(
                entry("urn:uuid:p", patient("p1", "111")),
                entry("urn:uuid:g", "{\"resourceType\":\"Group\",\"type\":\"device\",\"actual\":true}"),
                entry("urn:uuid:t", task(member)));
    }

    @Test
    void whomATypeThatIsNotShownNamesCountsHoweverItNamesThem() throws Unreadable {
        for (var other : List.of(
                "\"for\":{\"type\":\"Patient\",\"identifier\":{\"value\":\"222\"}}",
                "\"for\":{\"identifier\":{\"value\":\"222\"}}",
                "\"focus\":{\"type\":\"http://hl7.org/fhir/StructureDefinition/Patient\",\"identifier\":{\"value\":\"222\"}}",
                "\"focus\":{\"reference\":\"Patient/p2\"}",
                "\"focus\":{\"reference\":\"http://h/fhir/Patient/p2/_history/3\"}",
                "\"for\":{\"reference\":\"Patient?identifier=urn:x|222\"}",
                "\"for\":{\"reference\":\"urn:uuid:elsewhere\"}",
                "\"basedOn\":[{\"type\":\"Patient\",\"identifier\":{\"value\":\"222\"}}]")) {
            assertThat(persons(withTask(other))).as(other).isEqualTo(2);
        }
    }

    @Test
    void whoeverIsNamedInSeveralWaysIsOne() throws Unreadable {
        for (var same : List.of(
                "\"for\":{\"type\":\"Patient\",\"identifier\":{\"value\":\"１１１\"}}",
                "\"for\":{\"reference\":\"urn:uuid:p\"}",
                "\"for\":{\"reference\":\"http://h/fhir/Patient/p1\"}",
                "\"for\":{\"reference\":\"Patient/p1/_history/2\",\"identifier\":{\"value\":\"insured\"}},"
                        + "\"focus\":{\"type\":\"Patient\",\"identifier\":{\"value\":\"insured\"}}",
                "\"for\":{\"reference\":\"Patient?identifier=urn:x|111\"}",
                "\"for\":{\"reference\":\"urn:uuid:g\"}",
                "\"for\":{\"type\":\"Group\",\"identifier\":{\"value\":\"222\"}}",
                "\"requester\":{\"identifier\":{\"value\":\"222\"}}",
                "\"for\":{\"display\":\"架空　太郎\"}")) {
            assertThat(persons(withTask(same))).as(same).isEqualTo(1);
        }
    }

    @Test
    void theSamePatientTwiceInABundleIsOne() throws Unreadable {
        assertThat(persons(
                        bundle(entry("urn:uuid:a", patient("p1", "111")), entry("urn:uuid:b", patient("p1", "111")))))
                .isEqualTo(1);
        assertThat(persons(bundle(
                        entry("urn:uuid:a", patient("p1", "111")),
                        entry("urn:uuid:b", task("\"contained\":[" + patient("x", "111") + "]")))))
                .isEqualTo(1);
        assertThat(persons(bundle(
                        entry("http://h/fhir/Patient/p1", patient("", "111")),
                        entry(
                                "urn:uuid:o",
                                OBSERVATION.formatted("\"subject\":{\"reference\":\"http://h/fhir/Patient/p1\"}")))))
                .isEqualTo(1);
    }

    @Test
    void twoPatientsAreTwoWhateverTheyShare() throws Unreadable {
        assertThat(persons(
                        bundle(entry("urn:uuid:a", patient("p1", "111")), entry("urn:uuid:b", patient("p2", "222")))))
                .isEqualTo(2);
        assertThat(persons(bundle(entry("urn:uuid:a", patient("p1", "")), entry("urn:uuid:b", patient("p2", "")))))
                .isEqualTo(2);
        assertThat(persons(bundle(
                        entry("http://a/Patient/p1", patient("p1", "")),
                        entry("http://b/Patient/p1", patient("p1", "")))))
                .isEqualTo(2);
        assertThat(persons(bundle(
                        entry("urn:uuid:a", patient("p1", "111")),
                        entry("urn:uuid:b", task("\"contained\":[" + patient("p1", "") + "]")))))
                .isEqualTo(2);
    }

    @Test
    void aLoneResourceTellsOfItsSubjectAndOfWhomElseItNames() throws Unreadable {
        assertThat(persons(OBSERVATION.formatted("\"subject\":{\"reference\":\"Patient/p1\"}")))
                .isEqualTo(1);
        assertThat(persons(OBSERVATION.formatted(
                        "\"subject\":{\"reference\":\"Patient/p1\",\"identifier\":{\"value\":\"1\"}}")))
                .isEqualTo(1);
        assertThat(persons(OBSERVATION.formatted(
                        "\"subject\":{\"identifier\":{\"value\":\"1\"}},\"focus\":[{\"reference\":\"Patient/p2\"}]")))
                .isEqualTo(2);
        assertThat(persons(OBSERVATION.formatted(
                        "\"subject\":{\"identifier\":{\"value\":\"1\"}},\"contained\":[" + patient("m", "2") + "]")))
                .isEqualTo(2);
    }
}
