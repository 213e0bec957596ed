package hmnet.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.check.ProfileJudge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge as the product uses it (製品での検証): a folder of packages, a file, its findings.
class JudgeTest {
    private static final String PROFILE = """
            {"resourceType":"StructureDefinition","url":"https://example.org/fhir/StructureDefinition/Named","name":"Named",
             "status":"active","fhirVersion":"4.0.1","kind":"resource","abstract":false,"type":"Patient",
             "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint",
             "differential":{"element":[{"id":"Patient.name","path":"Patient.name","min":1}]}}""";
    private static final String CLAIM =
            "\"meta\":{\"profile\":[\"https://example.org/fhir/StructureDefinition/Named\"]}";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ProfileJudge judge;

    @BeforeAll
    static void aFolderWithOneUnpackedPackage() throws IOException {
        var inside = Files.createDirectories(folder.resolve("named/package"));
        Files.writeString(
                inside.resolve("package.json"), "{\"name\":\"named\",\"canonical\":\"https://example.org/fhir\"}");
        Files.writeString(inside.resolve("StructureDefinition-named.json"), PROFILE);
        judge = ProfileJudge.of(System.getProperty("java.class.path"), folder);
    }

    @AfterAll
    static void theProcessEnds() {
        judge.close();
    }

    @Test
    void aFileIsJudgedByTheProfileItClaims() {
        assertThat(codes(judge, "{\"resourceType\":\"Patient\"," + CLAIM + ",\"gender\":\"female\"}"))
                .contains(ProfileJudge.ERROR);
        assertThat(codes(judge, "{\"resourceType\":\"Patient\"," + CLAIM + ",\"name\":[{\"family\":\"見本\"}]}"))
                .doesNotContain(ProfileJudge.ERROR, ProfileJudge.NOT_JUDGED);
        assertThat(
                        codes(
                                judge,
                                "{\"resourceType\":\"Patient\",\"gender\":\"female\"}\n{\"resourceType\":\"Patient\",\"gender\":\"f\"}"))
                .as("one a line")
                .contains(ProfileJudge.ERROR);
        assertThat(codes(judge, "<Patient xmlns=\"http://hl7.org/fhir\"><gender value=\"f\"/></Patient>"))
                .contains(ProfileJudge.ERROR);
    }

    @Test
    void aHostileFileIsToldAndTheNextOneIsJudged() {
        var deep = "{\"resourceType\":\"Patient\",\"extension\":" + "[{\"extension\":".repeat(20_000) + "[]"
                + "}]".repeat(20_000) + "}";
        assertThat(codes(judge, deep)).isNotEmpty();
        assertThat(codes(judge, "<!DOCTYPE a [<!ENTITY b \"c\">]><Patient xmlns=\"http://hl7.org/fhir\"/>"))
                .isNotEmpty();
        assertThat(judge.notes(new byte[(16 << 20) + 1]))
                .extracting(Note::code)
                .containsExactly(ProfileJudge.NOT_JUDGED);
        assertThat(codes(judge, "{\"resourceType\":\"Patient\",\"gender\":\"female\"}"))
                .doesNotContain(ProfileJudge.ERROR);
    }

    @Test
    void anEmptyFolderJudgesNothingAndSaysSo(@TempDir Path empty) {
        try (var none = ProfileJudge.of(System.getProperty("java.class.path"), empty)) {
            assertThat(codes(none, "{\"resourceType\":\"Patient\"}")).containsExactly(ProfileJudge.NOT_JUDGED);
        }
    }

    private static List<String> codes(ProfileJudge judge, String file) {
        return judge.notes(file.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Note::code)
                .toList();
    }
}
