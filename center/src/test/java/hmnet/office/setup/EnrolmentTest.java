package hmnet.office.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.record.filing.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facilities and people that join a centre at work.
class EnrolmentTest extends Ward {
    private static final AtomicInteger NUMBER = new AtomicInteger(960_000);

    @Autowired
    Enrolment enrolment;

    @TempDir
    Path folder;

    private final String clinic = String.valueOf(NUMBER.incrementAndGet());

    @Test
    void whoJoinsGetsAnInitialPasswordAndASecretOnASlipThatOnlyItsOwnerReads() throws IOException {
        assertThat(enrolment.join(file(clinic(), doctor("a"), ""))).isEqualTo(1);
        var doctor = staff.byLogin("a" + clinic).orElseThrow();
        assertThat(doctor.facility())
                .isEqualTo(facilities.byCode(clinic).orElseThrow().id());
        var slip = slips().getFirst();
        assertThat(Files.getPosixFilePermissions(slip)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var person = read(slip).path("staff").path(0);
        assertThat(person.path("login").asString()).isEqualTo("a" + clinic);
        assertThat(person.path("initialPassword").asString()).hasSize(20);
        assertThat(person.path("totpSecret").asString()).matches("[A-Z2-7]{32}");
        assertThat(LocalDate.parse(person.path("lastDay").asString())).isAfter(LocalDate.now(ZoneId.of("Asia/Tokyo")));
        assertThat(db.sql("select must_change from signin_account where staff = ?")
                        .param(doctor.staff().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theNextStartTakesOnNobodyTwiceAndOnlyWhoIsNew() throws IOException {
        enrolment.join(file(clinic(), doctor("a"), ""));
        assertThat(enrolment.join(file(clinic(), doctor("a"), ""))).isZero();
        assertThat(enrolment.join(file(clinic(), doctor("a") + "," + doctor("b"), "")))
                .isEqualTo(1);
        assertThat(slips()).hasSize(2);
        assertThat(facilities.all()).filteredOn(f -> f.code().equals(clinic)).hasSize(1);
    }

    @Test
    void whoLeftStaysOutThoughTheFileStillNamesThem() throws IOException {
        enrolment.join(file(clinic(), doctor("a"), ""));
        db.sql("update staff set left_at = now() where login = ?")
                .param("a" + clinic)
                .update();
        assertThat(enrolment.join(file(clinic(), doctor("a"), ""))).isZero();
        assertThat(staff.byLogin("a" + clinic)).isEmpty();
    }

    @Test
    void aPersonOfAFacilityNobodyKnowsIsRefusedWithTheLineAndNobodyJoins() throws IOException {
        var file = file(clinic(), doctor("a") + ",\n" + doctor("b").replace("\"facility\":\"", "\"facility\":\"9"), "");
        assertThatThrownBy(() -> enrolment.join(file))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining("line 3: no facility 9" + clinic);
        assertThat(facilities.byCode(clinic)).isEmpty();
        assertThat(slips()).isEmpty();
    }

    @Test
    void residentsDoNotJoinByFile() throws IOException {
        var resident = """
                {"key":"J","name":{"family":"見本","given":"参加","familyKana":"ミホン","givenKana":"サンカ"},"birthDate":"1961-05-05",
                "sex":"F","address":"","postalCode":"","phone":"","card":null,"consent":"given","featured":null,"patients":[]}""";
        var file = file(clinic(), doctor("a"), resident);
        assertThatThrownBy(() -> enrolment.join(file))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining("office");
        assertThat(facilities.byCode(clinic)).isEmpty();
    }

    private Path file(String facility, String people, String residents) throws IOException {
        return Files.writeString(
                folder.resolve("participants.json"),
                "{\"facilities\":[" + facility + "],\n\"staff\":[" + people + "],\n\"residents\":[" + residents + "]}");
    }

    private String clinic() {
        return """
                {"code":"%s","name":"見本参加医院","kana":"ミホンサンカイイン","kind":"clinic","phone":"","address":"",\
                "direction":"disclose+view","cardKinds":"HM","patientList":false}""".formatted(clinic);
    }

    private String doctor(String login) {
        return """
                {"login":"%s%s","name":"見本 参加","kana":"ミホン サンカ","profession":"doctor","facility":"%s"}""".formatted(login, clinic, clinic);
    }

    private List<Path> slips() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sign-in-"))
                    .toList();
        }
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}
