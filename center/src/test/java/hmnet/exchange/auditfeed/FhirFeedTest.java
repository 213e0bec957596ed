package hmnet.exchange.auditfeed;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The log goes to a FHIR server as `AuditEvent`s: each acknowledged, so that the mark moves up to the first that was
/// not taken.
class FhirFeedTest extends FeedBench {
    private FhirReceiver receiver() throws IOException {
        return new FhirReceiver(
                facilityCa().issue(Wish.server("localhost")), facilityCa().certificate());
    }

    private static AuditFeedSettings to(FhirReceiver receiver) {
        return settings("", receiver.address());
    }

    @Test
    void everyEventArrivesInTheOrderOfTheLog() throws Exception {
        try (var receiver = receiver()) {
            var feed = feed(to(receiver));
            var events = happening(7);
            feed.send();
            assertThat(told(receiver.bodies(), events)).isEqualTo(events);
            assertThat(receiver.bodies()).allMatch(body -> body.startsWith("{\"resourceType\":\"AuditEvent\""));
            assertThat(receiver.requests())
                    .allMatch(line -> line.equals("POST /fhir/AuditEvent application/fhir+json;charset=utf-8"));
            assertThat(feed.state().waiting()).isZero();
        }
    }

    @Test
    void whatWasTakenBeforeARefusalIsNotSentAgain() throws Exception {
        try (var receiver = receiver()) {
            var feed = feed(to(receiver));
            var events = happening(5);
            receiver.refuseAfter(2, 422);
            feed.send();
            assertThat(feed.state().trouble()).isEqualTo("HTTP 422");
            assertThat(feed.state().waiting()).isEqualTo(3);
            receiver.refuseAfter(Integer.MAX_VALUE, 201);
            assertThat(feed.marks().hasten(FeedWay.FHIR)).isTrue();
            feed.send();
            assertThat(told(receiver.bodies(), events))
                    .as("the refused one alone was sent twice")
                    .containsExactly(
                            events.get(0), events.get(1), events.get(2), events.get(2), events.get(3), events.get(4));
            assertThat(told(receiver.bodies(), events))
                    .endsWith(events.subList(2, 5).toArray(UUID[]::new));
        }
    }

    @Test
    void aServerThatAnswersNothingOrToNoEndFailsInTime() throws Exception {
        try (var receiver = receiver()) {
            var feed = feed(settings("", receiver.address(), false, Duration.ofMillis(700)));
            happening(1);
            receiver.sleep();
            feed.send();
            assertThat(feed.state().trouble()).containsAnyOf("no answer in time", "not taken within");
            receiver.ramble();
            feed.marks().hasten(FeedWay.FHIR);
            feed.send();
            assertThat(feed.state().tries()).isEqualTo(2);
            assertThat(feed.state().waiting()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatLeadsElsewhereIsNotFollowed() throws Exception {
        try (var receiver = receiver()) {
            var feed = feed(to(receiver));
            happening(1);
            receiver.refuseAfter(0, 307);
            feed.send();
            assertThat(feed.state().trouble()).isEqualTo("HTTP 307");
            assertThat(receiver.requests()).hasSize(1);
        }
    }
}
