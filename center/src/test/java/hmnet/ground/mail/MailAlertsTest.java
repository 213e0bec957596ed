package hmnet.ground.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.mail.MailDouble.ReceivedMail;
import hmnet.ground.mail.MailSettings.MailSecurity;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who has to know at once is told by mail, and the mail tells nothing of anybody.
class MailAlertsTest extends EmergencyWard {
    @Autowired
    private MailAlerts alerts;

    /// Mails of the shared server about this one.
    private static List<ReceivedMail> about(MailAlertKind kind, long number) {
        var line = (kind == MailAlertKind.BREAK_GLASS ? "開かれました。番号 " : "利用があります。番号 ") + number + "。";
        return MailDouble.received().stream()
                .filter(mail -> mail.text().contains(line))
                .toList();
    }

    private static MailSettings settings(String host, int port, MailSecurity security) {
        return new MailSettings(
                host,
                port,
                security,
                "",
                null,
                "centre@hmnet.example",
                List.of(MailDouble.OFFICE),
                Duration.ofSeconds(5),
                Duration.ZERO);
    }

    @Test
    void aChartOpenedWithoutConsentIsMailedWithinAMinuteAndNamesNobody() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var began = Instant.now();
        var opening = id(opened(crew, whom, glass("unconscious")));
        await(() -> !about(MailAlertKind.BREAK_GLASS, opening).isEmpty());
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(60));
        var mail = about(MailAlertKind.BREAK_GLASS, opening).getFirst();
        assertThat(mail.to()).isEqualTo(MailDouble.OFFICE);
        assertThat(mail.subject()).startsWith("[hmnet] 救急の閲覧（同意なし）");
        assertThat(mail.text())
                .contains("救急の閲覧の審査", "A chart was opened without consent. Number " + opening)
                .doesNotContain(
                        whom.card().holder().name(), whom.card().number().value(), whom.number(), "救急 太郎", "http");
    }

    @Test
    void anOpeningByConsentIsNotMailed() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var opening = id(opened(crew(), whom, Map.of("door", "scene-consent", "giver", "spouse")));
        alerts.raise(MailAlertKind.READING_LIMIT, 770_000 + opening);
        await(() -> !about(MailAlertKind.READING_LIMIT, 770_000 + opening).isEmpty());
        assertThat(about(MailAlertKind.BREAK_GLASS, opening)).isEmpty();
    }

    @Test
    void whatIsUndoneIsNotToldOf() {
        transaction.executeWithoutResult(status -> {
            alerts.raise(MailAlertKind.BREAK_GLASS, 880_001);
            status.setRollbackOnly();
        });
        alerts.raise(MailAlertKind.BREAK_GLASS, 880_002);
        await(() -> !about(MailAlertKind.BREAK_GLASS, 880_002).isEmpty());
        assertThat(about(MailAlertKind.BREAK_GLASS, 880_001)).isEmpty();
    }

    @Test
    void manyAlertsAreFewMails() {
        transaction.executeWithoutResult(status -> {
            for (var n = 0; n < 50; n++) {
                alerts.raise(MailAlertKind.READING_LIMIT, 990_000 + n);
            }
        });
        await(() -> !about(MailAlertKind.READING_LIMIT, 990_049).isEmpty());
        assertThat(MailDouble.received())
                .filteredOn(mail -> mail.text().contains("番号 9900"))
                .hasSizeLessThan(10);
    }

    @Test
    void anAlertThatTheServerDoesNotTakeWaitsAndComesAgain() {
        var waiting = transaction.execute(status -> {
            alerts.raise(MailAlertKind.BREAK_GLASS, 660_001);
            var taken = alerts.take();
            alerts.failed(taken, "421 service not available");
            return taken;
        });
        assertThat(waiting).extracting(MailAlerts.WaitingAlert::number).contains(660_001L);
        assertThat(alerts.state().failure()).isEqualTo("421 service not available");
        assertThat(alerts.state().waiting()).isPositive();
        db.sql("update mail_alert set next_at = now() where number = 660001").update();
        await(() -> !about(MailAlertKind.BREAK_GLASS, 660_001).isEmpty());
        await(() -> alerts.state().waiting() == 0);
        assertThat(alerts.state().failure()).isNull();
    }

    @Test
    void aServerWhoseCertificateNobodyTrustsGetsNothing() {
        var mail = AlertMail.of(
                List.of(new MailAlerts.WaitingAlert(
                        1, MailAlertKind.BREAK_GLASS, 550_001, OffsetDateTime.now(Clock.systemUTC()))),
                "hmnet.example");
        var tls = new MailWay(settings("127.0.0.1", MailDouble.securePort(), MailSecurity.TLS), Clock.systemUTC());
        assertThatThrownBy(() -> tls.send(mail)).isInstanceOf(MessagingException.class);
        var starttls = new MailWay(settings("127.0.0.1", MailDouble.port(), MailSecurity.STARTTLS), Clock.systemUTC());
        assertThatThrownBy(() -> starttls.send(mail))
                .as("one that offers no TLS")
                .isInstanceOf(MessagingException.class);
        assertThat(about(MailAlertKind.BREAK_GLASS, 550_001)).isEmpty();
    }

    @Test
    void aSettingThatWouldMailInTheOpenStopsTheStart() {
        assertThatThrownBy(() -> settings("mail.example", 25, MailSecurity.NONE))
                .hasMessageContaining("HMNET_MAIL_SECURITY");
        assertThatThrownBy(() -> new MailSettings(
                        "mail.example",
                        587,
                        MailSecurity.STARTTLS,
                        "",
                        null,
                        "centre@hmnet.example",
                        List.of("nobody at all"),
                        Duration.ofSeconds(5),
                        Duration.ZERO))
                .hasMessageContaining("HMNET_MAIL_TO");
    }

    @Test
    void anOperatorSeesHowItGoesAndSendsATestMail() {
        var operator = member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false)
                .browser();
        assertThat(operator.get("/office/mail").body()).contains(MailDouble.OFFICE, "centre@hmnet.example");
        assertThat(leads(operator.post("/office/mail/test", Map.of()))).isEqualTo("/office/mail?told=test");
        await(() -> MailDouble.received().stream().anyMatch(mail -> mail.text().contains("これは試しのメールです。")));
        var nurse = member(hospital(), Profession.NURSE, false).browser();
        assertThat(nurse.get("/office/mail").statusCode()).isEqualTo(404);
        assertThat(nurse.post("/office/mail/test", Map.of()).statusCode()).isEqualTo(404);
    }
}
