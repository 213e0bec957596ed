package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Wish;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a gateway tells of itself, and what the operator sees of it.
class HealthDoorTest extends Ward {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Messages JA = Messages.in(Language.JAPANESE);

    @Autowired
    MachineConnector connector;

    @Autowired
    FeedsPage page;

    private Issued machineOf(FacilityId hospital) throws Exception {
        var issued = facilityCa().issue(Wish.client("gateway"));
        var certificate = issued.certificate();
        facilities.registerCertificate(
                hospital,
                MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        return issued;
    }

    private HttpResponse<String> send(Issued machine, String method, String body) throws Exception {
        try (HttpClient http = machine.http(facilityCa().certificate())) {
            var request = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + connector.port().orElseThrow() + "/inbox/health"))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String report(String alarms) {
        return """
                {"waiting":12,"oldestAt":"2026-11-21T02:59:00Z","lastSentAt":null,"aside":1,
                 "certificateEndsAt":"2036-01-01T00:00:00Z","freeBytes":1000,"alarms":[%s]}""".formatted(alarms);
    }

    @Test
    void aGatewayReportsAndHearsWhatOfItsFilesIsHeld() throws Exception {
        var hospital = hospital();
        var machine = machineOf(hospital);
        inbox.keep(hospital, List.of(new ReceivedFile("a/b/torn", "nonsense".getBytes(US_ASCII))));
        settle(hospital);
        var heard = send(machine, "POST", report("\"clock\""));
        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body())
                .contains("\"quarantined\":1", "\"path\":\"a/b/torn\"", "\"reason\":\"", "\"now\":\"20");
        assertThat(send(machine, "GET", "").body()).contains("\"waiting\":12", "\"alarms\":[\"clock\"]");
        var shown =
                Objects.requireNonNull(page.show(Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/intake/feeds"))
                        .getBody());
        var name = facilities.get(hospital).name();
        assertThat(shown.substring(shown.indexOf(name))).contains("時計がずれています");
    }

    @Test
    void itHearsOfNobodyElsesFilesAndNobodyElseReadsItsReport() throws Exception {
        var hospital = hospital();
        inbox.keep(hospital, List.of(new ReceivedFile("mine/torn", "nonsense".getBytes(US_ASCII))));
        settle(hospital);
        send(machineOf(hospital), "POST", report(""));
        var other = machineOf(hospital());
        assertThat(send(other, "POST", report("")).body()).contains("\"quarantined\":0", "\"held\":[]");
        var third = machineOf(hospital());
        assertThat(send(third, "GET", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aReportThatIsNoneIsRefused() throws Exception {
        var machine = machineOf(hospital());
        for (var body : List.of("", "{}", report("\"山田花子\""), report("").replace("12", "-1"))) {
            assertThat(send(machine, "POST", body).statusCode()).as(body).isEqualTo(400);
        }
        var stranger = facilityCa().issue(Wish.client("stranger"));
        assertThat(send(stranger, "POST", report("")).statusCode()).isEqualTo(401);
    }

    @Test
    void theOperatorIsToldWhatIsWrongAndWhatToSay() {
        var sound = health(null, NOW.plusSeconds(90L * 86_400), List.of());
        var lately = at(NOW.minusSeconds(600));
        assertThat(FeedTroubles.of(lately, new GatewayHealths.GatewayReport(lately, sound), NOW, JA))
                .isEmpty();
        assertThat(FeedTroubles.of(lately, null, NOW, JA)).isEmpty();
        assertThat(FeedTroubles.of(at(NOW.minusSeconds(3 * 86_400 + 1)), null, NOW, JA))
                .singleElement()
                .asString()
                .contains("何も届いていません");
        var bad = health(
                NOW.minusSeconds(3_601), NOW.plusSeconds(29L * 86_400), List.of("disk", "brand-new", "unreachable"));
        assertThat(FeedTroubles.of(lately, new GatewayHealths.GatewayReport(at(NOW.minusSeconds(3_601)), bad), NOW, JA))
                .satisfiesExactly(
                        line -> assertThat(line).contains("報告がありません"),
                        line -> assertThat(line).contains("送信待ちが残っています"),
                        line -> assertThat(line).contains("証明書が"),
                        line -> assertThat(line).contains("ディスクの読み書き"),
                        line -> assertThat(line).contains("警報 brand-new"));
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static GatewayHealth health(
            @org.jspecify.annotations.Nullable Instant oldest, Instant ends, List<String> alarms) {
        return new GatewayHealth(1, oldest, null, 0, ends, 1_000, alarms);
    }
}
