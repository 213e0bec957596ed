package hmnet.exchange.auditfeed;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.balp.ReportedEvent;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The log goes to a repository by syslog over TLS: all of it, in order, whatever happens on the way.
class SyslogFeedTest extends FeedBench {
    private SyslogReceiver receiver(String host, int port) throws IOException {
        return new SyslogReceiver(
                facilityCa().issue(Wish.server(host)), facilityCa().certificate(), port);
    }

    private static AuditFeedSettings to(SyslogReceiver receiver) {
        return settings("localhost:" + receiver.port(), "");
    }

    @Test
    void everyEventArrivesOnceInTheOrderOfTheLog() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            var events = happening(AuditFeed.AT_ONCE + 5);
            feed.send();
            assertThat(told(receiver.messages(), events)).isEqualTo(events);
            assertThat(receiver.messages()).allMatch(message -> message.startsWith("<8"));
            assertThat(feed.state().trouble()).isNull();
            var more = happening(3);
            feed.send();
            assertThat(told(receiver.messages(), more)).as("it goes on from the mark").isEqualTo(more);
            assertThat(told(receiver.messages(), events)).as("nothing twice").isEqualTo(events);
        }
    }

    @Test
    void aRepositoryThatIsDownLosesNothingAndIsLeftAloneForAWhile() throws Exception {
        var receiver = receiver("localhost", 0);
        var port = receiver.port();
        receiver.close();
        var feed = feed(settings("localhost:" + port, ""));
        var events = happening(4);
        feed.send();
        assertThat(feed.state().trouble()).contains("ConnectException");
        assertThat(feed.state().tries()).isEqualTo(1);
        assertThat(feed.state().waiting()).isGreaterThanOrEqualTo(4);
        await(() -> {
            feed.send();
            return feed.state().tries() == 2;
        });
        try (var up = receiver("localhost", port)) {
            feed.send();
            assertThat(up.messages()).as("the second wait is a minute").isEmpty();
            assertThat(feed.marks().hasten(FeedWay.SYSLOG)).isTrue();
            var later = happening(2);
            feed.send();
            assertThat(told(up.messages(), Stream.concat(events.stream(), later.stream()).toList()))
                    .containsExactlyElementsOf(Stream.concat(events.stream(), later.stream()).toList());
            assertThat(feed.state().failingSince()).isNull();
        }
    }

    @Test
    void whatWasSentOnALineThatBrokeIsSentAgain() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            receiver.cutAfter(2);
            var feed = feed(to(receiver));
            var events = happening(5);
            feed.send();
            assertThat(feed.state().trouble()).isNotNull();
            assertThat(told(receiver.messages(), events)).hasSize(2);
            receiver.cutAfter(Integer.MAX_VALUE);
            await(() -> {
                feed.send();
                return feed.state().trouble() == null;
            });
            assertThat(told(receiver.messages(), events))
                    .as("again from the first, in order")
                    .endsWith(events.toArray(java.util.UUID[]::new));
        }
    }

    /// Everything may have been read, and nothing says so.
    @Test
    void aConnectionThatIsBrokenOffInsteadOfEndedCountsAsNotTaken() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            receiver.answerNothing(true);
            var feed = feed(to(receiver));
            var before = feed.state().leaf();
            happening(2);
            feed.send();
            assertThat(feed.state().leaf()).isEqualTo(before);
            assertThat(feed.state().trouble()).isNotNull();
        }
    }

    /// The node falls when the repository has all and the mark has not moved.
    @Test
    void aFallBetweenSendingAndTheMarkSendsTwiceAndSkipsNothing() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var settings = to(receiver);
            var real = new SyslogRepository(sockets, names, settings);
            var falls = new AuditRepository() {
                private boolean fell;

                @Override
                public FeedWay way() {
                    return FeedWay.SYSLOG;
                }

                @Override
                public FeedDelivery send(List<ReportedEvent> events) {
                    var delivery = real.send(events);
                    if (!fell) {
                        fell = true;
                        throw new AssertionError("the node falls");
                    }
                    return delivery;
                }
            };
            var feed = feed(settings, falls);
            var events = happening(3);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(feed::send)).hasMessage("the node falls");
            feed.send();
            assertThat(told(receiver.messages(), events)).as("its turn comes back after a while").isEqualTo(events);
            db.sql("update audit_feed_mark set due_at = now()").update();
            feed.send();
            assertThat(told(receiver.messages(), events))
                    .isEqualTo(Stream.concat(events.stream(), events.stream()).toList());
        }
    }

    @Test
    void aRepositoryWithAnotherNameOrOfAnotherCaIsToldNothing() throws Exception {
        try (var receiver = receiver("elsewhere.example", 0)) {
            var feed = feed(to(receiver));
            happening(1);
            feed.send();
            assertThat(feed.state().trouble()).contains("SSLHandshakeException");
            assertThat(receiver.messages()).isEmpty();
        }
        var stranger = new hmnet.ground.mtls.TestPki("strangers");
        try (var receiver = new SyslogReceiver(stranger.issue(Wish.server("localhost")), facilityCa().certificate(), 0)) {
            var feed = feed(to(receiver));
            feed.marks().hasten(FeedWay.SYSLOG);
            feed.send();
            assertThat(feed.state().trouble()).contains("SSLHandshakeException");
            assertThat(receiver.messages()).isEmpty();
        }
    }

    @Test
    void anErasedEventIsPassedOver() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            var events = happening(3);
            try (var connection = owner();
                    var statement = connection.prepareStatement(
                            "update audit_event set body = null, actor_key = null, facility_key = null where id = ?")) {
                statement.setObject(1, events.get(1));
                statement.executeUpdate();
                connection.commit();
            }
            feed.send();
            assertThat(told(receiver.messages(), events)).containsExactly(events.get(0), events.get(2));
            assertThat(feed.state().waiting()).isZero();
        }
    }

    @Test
    void aWayWithoutAnAddressRestsAndGoesOnWhereItWas() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            happening(1);
            feed.send();
            var leaf = feed.state().leaf();
            assertThat(feed(settings("", "")).marks().states()).isEmpty();
            assertThat(feed(to(receiver)).state().leaf()).isEqualTo(leaf);
        }
    }
}
