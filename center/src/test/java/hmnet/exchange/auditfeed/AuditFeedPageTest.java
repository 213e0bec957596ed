package hmnet.exchange.auditfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Preview;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The operators see how far the log was sent, hold it up and let it go on. Who is turned away stands in `routes.txt`.
class AuditFeedPageTest extends FeedBench {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/audit-feed");

    @Autowired
    Pages pages;

    private AuditFeedPage page(AuditFeedSettings settings, FeedMarks marks) {
        return new AuditFeedPage(marks, settings, audit, transaction, pages);
    }

    private static String body(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static String location(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    @Test
    void aCentreWithoutARepositorySaysSo() {
        var settings = settings("", "");
        assertThat(body(page(settings, new FeedMarks(db, settings, Clock.systemUTC()))
                        .show(null, FRAME)))
                .contains("送り先が設定されていません");
    }

    @Test
    void aRepositoryThatFailsIsSeenWithItsReasonAndTriedAtOnceOnRequest() throws Exception {
        var settings = settings("localhost:1", "");
        var feed = feed(settings);
        var page = page(settings, feed.marks());
        happening(3);
        assertThat(body(page.show(null, FRAME))).contains("localhost:1", "送れています");
        assertThat(location(page.hasten("syslog", office(), FRAME)))
                .as("nothing failed")
                .endsWith("/office/audit-feed");
        feed.send();
        assertThat(body(page.show(null, FRAME))).contains("再試行中", "ConnectException", "今すぐ送る");
        assertThat(location(page.hasten("syslog", office(), FRAME))).endsWith("?done=hastened");
        assertThat(logged("audit-feed-hastened", "syslog")).isNotEmpty();
        assertThat(page.hasten("pigeon", office(), FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void anOperatorHoldsAFeedUpAndLetsItGoOnAndBothStandInTheLog() {
        var settings = settings("localhost:1", "");
        var feed = feed(settings);
        var page = page(settings, feed.marks());
        assertThat(location(page.stop("syslog", office(), FRAME))).endsWith("?done=stopped");
        assertThat(body(page.show("stopped", FRAME))).contains("送出を止めました", "止めています", "送出を再開する");
        assertThat(location(page.stop("syslog", office(), FRAME)))
                .as("twice changes nothing")
                .endsWith("/office/audit-feed");
        assertThat(location(page.resume("syslog", office(), FRAME))).endsWith("?done=resumed");
        assertThat(body(page.show("resumed", FRAME))).contains("送出を再開しました", "この送り先への送出を止める");
        assertThat(logged("audit-feed-stopped", "syslog")).isNotEmpty();
        assertThat(logged("audit-feed-resumed", "syslog")).isNotEmpty();
    }

    @Test
    void aRepositoryThatIsHoursBehindIsCountedInTheMenu() {
        var settings = settings("localhost:1", "");
        feed(settings);
        happening(1);
        var late = new FeedMarks(db, settings, Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));
        assertThat(new LateFeedCount(late).waiting(office())).isEqualTo(1);
        assertThat(body(page(settings, late).show(null, FRAME))).contains("120 分を過ぎても", "遅れています");
    }

    @Test
    void settingsThatCannotBeMeantEndTheStart() {
        assertThatThrownBy(() -> settings("arr.example.jp", "")).hasMessageContaining("host and a port");
        assertThatThrownBy(() -> settings("arr.example.jp:70000", "")).hasMessageContaining("host and a port");
        assertThatThrownBy(() -> settings("", "http://arr.example.jp/fhir")).hasMessageContaining("https://");
        assertThatThrownBy(() -> settings("", "https://u:p@arr.example.jp/fhir"))
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> settings("a:1", "", false, Duration.ofMinutes(10)))
                .hasMessageContaining("patience");
    }

    @Test
    void theSettingsAreReadAsTheReferenceNamesThem() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "HMNET_AUDIT_FEED_SYSLOG",
                                        "arr.example.jp:6514",
                                        "HMNET_AUDIT_FEED_MESSAGE_MAX",
                                        "8192",
                                        "HMNET_AUDIT_ORIGIN",
                                        "hmnet.example/audit")));
        var read = Binder.get(environment).bindOrCreate("hmnet.audit-feed", AuditFeedSettings.class);
        assertThat(read.syslog()).isEqualTo("arr.example.jp:6514");
        assertThat(read.messageMax()).isEqualTo(8_192);
    }
}
